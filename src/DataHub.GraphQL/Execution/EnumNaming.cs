using System.Text;
using DataHub.GraphQL.Types;

namespace DataHub.GraphQL.Execution;

/// <summary>How C# values become values of a GraphQL enum: strings by their text, members of a C# enum by name.</summary>
public static class EnumNaming
{
    /// <summary>
    /// The SDL name of a C# enum member: the member's own name when the enum has a value of that name, else its upper snake case
    /// (<c>SuperMikro</c> → <c>SUPER_MIKRO</c>); null when the enum has neither.
    /// </summary>
    public static string? SdlName(EnumType type, string member) =>
        type.Value(member) is not null ? member : type.Value(UpperSnake(member))?.Name;

    private static string UpperSnake(string member)
    {
        var text = new StringBuilder(member.Length + 4);
        for (var i = 0; i < member.Length; i++)
        {
            var startsWord = i > 0 && char.IsUpper(member[i])
                && (!char.IsUpper(member[i - 1]) || (i + 1 < member.Length && char.IsLower(member[i + 1])));
            if (startsWord && member[i - 1] != '_') text.Append('_');
            text.Append(char.ToUpperInvariant(member[i]));
        }
        return text.ToString();
    }
}
