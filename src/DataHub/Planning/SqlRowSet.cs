using DataHub.GraphQL.Errors;
using DataHub.GraphQL.Execution;
using DataHub.GraphQL.Types;

namespace DataHub.Planning;

/// <summary>Rows of a table-backed type, or of one joined to it, out of one result.</summary>
internal sealed class SqlRowSet(RowStore store, RowNode node, HubRequest request) : RowSet
{
    public override int Count => store.Count;

    public override ObjectType TypeOf(int row) => (ObjectType)request.View.Schema.Type(node.Type.Name)!;

    public override Column<T> Column<T>(string name) =>
        node.Ordinals.TryGetValue(name, out var ordinal) && store[ordinal] is Column<T> column
            ? column
            : throw new InvalidOperationException($"{node.Type.Name} was read without its column {name}.");

    public override ResolvedField Read(FieldSelection field) => Read(node.Type.Fields[field.Definition.Name]);

    private ResolvedField Read(TableField field) => field switch
    {
        NodeIdField id => ResolvedField.Leaf(new NodeIdColumn(Column<long>(id.KeyColumn), node.Type.Name, request.Hub.Ids)),
        ComputedField computed => computed.Compute(request, this),
        ToOneField toOne => ReadJoined(toOne),
        MaskedField masked => ResolvedField.Leaf(masked.Mask.Over(Read(masked.Inner).Values!, request)),
        HiddenField hidden => ResolvedField.Leaf(hidden.Nulls(Count)),
        ConsentField consented => ReadConsented(consented),
        var leaf => ResolvedField.Leaf(store[node.OrdinalOf(leaf)]),
    };

    private ResolvedField ReadConsented(ConsentField field)
    {
        var (given, values) = (store[node.Ordinals[ConsentSql.Given(field)]], store[node.Ordinals[ConsentSql.Value(field)]]);
        List<RowError>? missing = null;
        GraphQLError? required = null;
        for (var row = 0; row < Count; row++)
            if (given.IsNull(row)) (missing ??= []).Add(new RowError(row, required ??= ConsentSql.Required(field)));
        var shown = field.Mask?.Over(values, request) ?? values;
        return missing is null ? ResolvedField.Leaf(shown) : new ResolvedField { Values = shown, Errors = missing };
    }

    private ResolvedField ReadJoined(ToOneField toOne)
    {
        var joined = node.Joins[toOne.Name];
        var presence = store[joined.Ordinals[toOne.Presence.Column]];
        var rowOf = new int[Count];
        for (var row = 0; row < rowOf.Length; row++) rowOf[row] = presence.IsNull(row) ? -1 : row;
        return ResolvedField.One(new SqlRowSet(store, joined, request), rowOf);
    }
}
