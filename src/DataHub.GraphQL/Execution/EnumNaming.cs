using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
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

    /// <summary>Null when values of <typeparamref name="T"/> cannot name a value of the enum.</summary>
    internal static ScalarWriter<T>? WriterFor<T>(EnumType type)
    {
        if (typeof(T) != typeof(string) && !typeof(T).IsEnum) return null;
        var names = Cache<T>.Names.GetValue(type, Names<T>);
        return (writer, value) =>
        {
            if (!names.TryGetValue(new Key<T>(value), out var name)) return false;
            writer?.WriteStringValue(name);
            return true;
        };
    }

    private static Dictionary<Key<T>, JsonEncodedText> Names<T>(EnumType type)
    {
        if (typeof(T) == typeof(string))
            return type.Values.ToDictionary(v => new Key<T>((T)(object)v.Name), v => JsonEncodedText.Encode(v.Name));
        return Enum.GetNames(typeof(T))
            .Select(member => (Member: (T)Enum.Parse(typeof(T), member), Name: SdlName(type, member)))
            .Where(pair => pair.Name is not null)
            .DistinctBy(pair => pair.Member)
            .ToDictionary(pair => new Key<T>(pair.Member), pair => JsonEncodedText.Encode(pair.Name!));
    }

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

    // Dictionary wants keys that are not null; the values asked for never are.
    private readonly record struct Key<T>(T Value);

    private static class Cache<T>
    {
        public static readonly ConditionalWeakTable<EnumType, Dictionary<Key<T>, JsonEncodedText>> Names = [];
    }
}
