using DataHub.GraphQL.Types;

namespace DataHub.GraphQL.Cost;

/// <summary>
/// Cost of introspection (section 4 of the GraphQL specification): its objects are in memory, so they weigh little, and the schema itself
/// tells how long its lists can be.
/// </summary>
internal sealed class IntrospectionSizes
{
    /// <summary>Of one object, and of one run of a field that gives objects.</summary>
    public const double Weight = 0.01;

    private readonly Dictionary<string, int> sizes;

    public IntrospectionSizes(Schema schema)
    {
        var types = schema.Types;
        var fields = types.OfType<FieldsType>().SelectMany(t => t.Fields);
        sizes = new Dictionary<string, int>(StringComparer.Ordinal)
        {
            ["__Schema.types"] = types.Count,
            ["__Schema.directives"] = schema.Directives.Count,
            ["__Type.fields"] = Largest(types.OfType<FieldsType>(), t => t.Fields.Count),
            ["__Type.interfaces"] = Largest(types.OfType<FieldsType>(), t => t.Interfaces.Count),
            ["__Type.possibleTypes"] = Largest(types.Where(t => t is InterfaceType or UnionType), t => schema.PossibleTypes(t).Count),
            ["__Type.enumValues"] = Largest(types.OfType<EnumType>(), t => t.Values.Count),
            ["__Type.inputFields"] = Largest(types.OfType<InputObjectType>(), t => t.Fields.Count),
            ["__Field.args"] = Largest(fields, f => f.Arguments.Count),
            ["__Directive.args"] = Largest(schema.Directives, d => d.Arguments.Count),
            ["__Directive.locations"] = Largest(schema.Directives, d => d.Locations.Count),
        };
    }

    /// <summary>A field of one of the introspection types.</summary>
    public FieldWeights Of(FieldDefinition field)
    {
        var weight = field.Type.Named is FieldsType ? Weight : 0;
        return sizes.TryGetValue(field.Coordinate, out var size)
            ? new FieldWeights(weight, 0, 1) { KnownSize = size }
            : new FieldWeights(weight, 0, 0);
    }

    /// <summary>One of <c>__typename</c>, <c>__schema</c> and <c>__type</c>.</summary>
    public static FieldWeights OfMetaField(FieldDefinition field) => new(field.Name == MetaFields.TypeName ? 0 : 1, 0, 0);

    private static int Largest<T>(IEnumerable<T> items, Func<T, int> size) => items.Select(size).DefaultIfEmpty(0).Max();
}
