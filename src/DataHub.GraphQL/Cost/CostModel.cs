using DataHub.GraphQL.Execution;
using DataHub.GraphQL.Types;

namespace DataHub.GraphQL.Cost;

/// <summary>
/// The weights of a schema, by the directives and defaults of the IBM GraphQL cost specification (sections 7 and 8). Made once; safe for
/// use by many threads.
/// </summary>
internal sealed class CostModel
{
    /// <summary>Items of a list of which the schema says nothing.</summary>
    public const int DefaultListSize = 10;

    private readonly Dictionary<NamedType, double> types = [];
    private readonly Dictionary<FieldDefinition, FieldWeights> fields = [];
    private readonly Schema schema;

    public CostModel(Schema schema)
    {
        this.schema = schema;
        Inputs = new InputWeights(schema);
        Directives = new DirectiveWeights(schema, Inputs);
        var introspection = new IntrospectionSizes(schema);
        foreach (var type in schema.Types) types[type] = WeightOf(type);
        foreach (var type in schema.Types.OfType<FieldsType>())
            foreach (var field in type.Fields) fields[field] = type.IsBuiltIn ? introspection.Of(field) : WeightsOf(field);
        foreach (var name in (ReadOnlySpan<string>)[MetaFields.TypeName, MetaFields.SchemaField, MetaFields.TypeField])
            if (MetaFields.Find(schema, schema.Query, name) is { } meta) fields[meta] = IntrospectionSizes.OfMetaField(meta);
        NeedsSlicingCheck = fields.Values.Any(f => f.NeedsSlicingCheck);
    }

    public InputWeights Inputs { get; }

    public DirectiveWeights Directives { get; }

    /// <summary>True when the schema has a field whose slicing arguments only a look at the request can check.</summary>
    public bool NeedsSlicingCheck { get; }

    public FieldWeights Of(FieldDefinition field) => fields[field];

    /// <summary>Weight of one object of the type, or of one leaf value.</summary>
    public double Of(NamedType type) => types[type];

    /// <summary>Section 5.3.2.2: cost of running the field once with its arguments and directives, never negative.</summary>
    public double RunCost(FieldSelection field, FieldWeights weights, IReadOnlyDictionary<string, object?> variables)
    {
        if (field.Cost is { } known) return known.Run;
        var cost = weights.Weight;
        foreach (var argument in weights.Arguments)
            if (field.Arguments.TryGetValue(argument.Name, out var value)) cost += Inputs.Of(argument, value);
        if (Directives.Any) cost += Directives.Of(field, variables);
        return CostTotals.Bounded(cost);
    }

    private double WeightOf(NamedType type) => type switch
    {
        { IsBuiltIn: true } => type is FieldsType ? IntrospectionSizes.Weight : 0,
        // Section 7.2: the largest of the members for an abstract type.
        InterfaceType or UnionType => schema.PossibleTypes(type).Select(OwnWeight).DefaultIfEmpty(0).Max(),
        _ => OwnWeight(type),
    };

    private static double OwnWeight(NamedType type) => CostDirectives.WeightOf(type.Directives) ?? (type is FieldsType ? 1 : 0);

    private FieldWeights WeightsOf(FieldDefinition field)
    {
        var (type, listSize) = (field.Type.Named, ListSize.Of(field));
        var isLeaf = type is ScalarType or EnumType;
        var weight = CostDirectives.WeightOf(field.Directives) ?? (isLeaf ? 0 : WeightOf(type));
        return new FieldWeights(weight, isLeaf ? WeightOf(type) : 0, ListDepth(field.Type))
        {
            ListSize = listSize,
            NeedsSlicingCheck = listSize is { RequiresOne: true } && !HasOneRequired(field, listSize),
            Arguments = [.. field.Arguments.Where(Inputs.IsWeighty)],
        };
    }

    private static bool HasOneRequired(FieldDefinition field, ListSize listSize) =>
        listSize.SlicingArguments.ToList() is [var only] && field.Argument(only) is { Type.IsNonNull: true };

    private static int ListDepth(GraphQLType type)
    {
        var depth = 0;
        for (var inner = type.Nullable; inner is ListType list; inner = list.Of.Nullable) depth++;
        return depth;
    }
}
