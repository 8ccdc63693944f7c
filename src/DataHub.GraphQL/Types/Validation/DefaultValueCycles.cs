using DataHub.GraphQL.Language;
using DataHub.GraphQL.Types.Building;

namespace DataHub.GraphQL.Types.Validation;

/// <summary>
/// "InputObjectDefaultValueHasCycle(inputObject) must be false." https://spec.graphql.org/September2025/#InputObjectDefaultValueHasCycle()
/// Seen as a graph: to fill in a field's default value, the defaults of those fields are needed that the value leaves out.
/// </summary>
internal static class DefaultValueCycles
{
    public static void Check(TypeSystemSyntax system, SchemaFaults faults)
    {
        var fields = new Dictionary<string, InputValueDefinitionNode>(StringComparer.Ordinal);
        foreach (var input in system.Types.SelectMany(Elements.InputFields)) fields.TryAdd(input.Coordinate, input.Node);
        var withDefault = fields.Where(f => f.Value.DefaultValue is not null).Select(f => f.Key);
        foreach (var cycle in CycleSearch.Cycles(withDefault, coordinate => NeededDefaults(system, fields[coordinate])))
        {
            var chain = string.Join(" → ", cycle.Append(cycle[0]));
            faults.Add(fields[cycle[0]], cycle[0], $"its default value needs itself ({chain})");
        }
    }

    private static List<string> NeededDefaults(TypeSystemSyntax system, InputValueDefinitionNode field)
    {
        var needed = new List<string>();
        Collect(system, field.Type, field.DefaultValue, needed);
        return needed;
    }

    private static void Collect(TypeSystemSyntax system, TypeNode fieldType, ValueNode? value, List<string> needed)
    {
        if (system.Type(fieldType) is not { IsInputObject: true } type) return;
        if (value is ListValueNode list)
        {
            foreach (var item in list.Values) Collect(system, fieldType, item, needed);
        }
        if (value is not ObjectValueNode given) return;
        foreach (var field in type.InputFields)
        {
            var entry = given.Fields.FirstOrDefault(f => f.Name.Value == field.Name.Value);
            if (entry is not null)
                Collect(system, field.Type, entry.Value, needed);
            else if (field.DefaultValue is not null && system.Type(field.Type) is { IsInputObject: true })
                needed.Add($"{type.Name}.{field.Name.Value}");
        }
    }
}
