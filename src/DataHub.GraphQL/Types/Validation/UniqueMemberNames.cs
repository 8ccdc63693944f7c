using DataHub.GraphQL.Language;
using DataHub.GraphQL.Types.Building;

namespace DataHub.GraphQL.Types.Validation;

/// <summary>
/// Fields, arguments, interfaces, members, values and input fields are unique where they stand, over definition and extensions.
/// https://spec.graphql.org/September2025/#sec-Objects.Type-Validation and the like
/// </summary>
internal static class UniqueMemberNames
{
    public static void Check(TypeSystemSyntax system, SchemaFaults faults)
    {
        foreach (var type in system.Types)
        {
            foreach (var name in Repeated(type.Fields.Select(f => f.Name).Concat(type.InputFields.Select(f => f.Name))))
                faults.Add(name, $"{type.Name}.{name.Value}", "there is more than one field of this name");
            foreach (var name in Repeated(type.Values.Select(v => v.Name)))
                faults.Add(name, $"{type.Name}.{name.Value}", "there is more than one value of this name");
            foreach (var name in Repeated(type.Interfaces.Select(i => i.Name)))
                faults.Add(name, type.Name, $"the interface \"{name.Value}\" is named more than once");
            foreach (var name in Repeated(type.Members.Select(m => m.Name)))
                faults.Add(name, type.Name, $"the member type \"{name.Value}\" is named more than once");
            foreach (var field in type.Fields) CheckArguments(field.Arguments, Elements.Coordinate(type, field), faults);
        }
        foreach (var directive in system.Directives) CheckArguments(directive.Arguments, $"@{directive.Name.Value}", faults);
    }

    private static void CheckArguments(IReadOnlyList<InputValueDefinitionNode> arguments, string owner, SchemaFaults faults)
    {
        foreach (var name in Repeated(arguments.Select(a => a.Name)))
            faults.Add(name, $"{owner}({name.Value}:)", "there is more than one argument of this name");
    }

    /// <summary>The second and further ones of each name.</summary>
    private static IEnumerable<NameNode> Repeated(IEnumerable<NameNode> names)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return names.Where(name => !seen.Add(name.Value));
    }
}
