using DataHub.Access;
using DataHub.GraphQL.Types;

namespace DataHub.Planning;

/// <summary>
/// Filter inputs as the contract declares them: a field of <c>XFilterInput</c> is a condition on the field of X with that name, on its
/// value (<c>…OperationFilterInput</c>), on the row it points at (<c>…FilterInput</c>) or on a list of rows (<c>…ListFilterInput</c>, with
/// <c>some</c>, <c>none</c>, <c>all</c>, <c>any</c>). Nothing is bound field by field.
/// </summary>
internal sealed class ContractFilters(AccessRules rules, BindingFaults faults)
{
    private static readonly string[] Logic = ["and", "or", "not"];
    private static readonly string[] Quantifiers = ["some", "none", "all", "any"];
    private readonly Dictionary<(string Input, string Type), FilterMap> maps = [];
    private readonly Dictionary<string, FilterMap> own = new(StringComparer.Ordinal);

    /// <summary>A map that a slice made itself.</summary>
    public void Add(string input, FilterMap map) => own.Add(input, map);

    /// <summary>The map of an input for rows of a type.</summary>
    public FilterMap For(InputObjectType input, ObjectType type, TableType rows)
    {
        if (own.TryGetValue(input.Name, out var map) || maps.TryGetValue((input.Name, type.Name), out map)) return map;
        map = maps[(input.Name, type.Name)] = new FilterMap();
        foreach (var field in input.Fields.Where(f => !Logic.Contains(f.Name)))
        {
            var place = $"{input.Name}.{field.Name}";
            if (type.Field(field.Name) is not { } told || Make(field, told, rows) is not { } filter)
                faults.Add(place, $"no filter on {type.Name} understands it");
            else if (!rules.Guards(input, told))
                faults.Add(place, $"tells of {told.Coordinate}, but is open to more callers; call the input {type.Name}FilterInput");
            else
                map.Add(field.Name, filter);
        }
        return map;
    }

    private FieldFilter? Make(InputValueDefinition field, FieldDefinition told, TableType rows) =>
        (rows.Fields.GetValueOrDefault(told.Name), field.Type.Named) switch
        {
            (ColumnField column, InputObjectType operations) when Fits(operations, told) =>
                new ValueFilter(row => Fragment.Of($"{row}.{new Identifier(column.Column)}"), column.ClrType),
            (ExpressionField expression, InputObjectType operations) when Fits(operations, told) =>
                new ValueFilter(expression.Sql, expression.ClrType),
            (ToOneField relation, InputObjectType input) => new ToOneFilter(
                relation, For(input, (ObjectType)told.Type.Named, relation.Target()), KnownField(relation)),
            (ChildrenField children, InputObjectType list) when IsOfList(list) => new ListFilter(
                children, list.Field("some") is { } some ? For((InputObjectType)some.Type.Named, RowsOf(told), children.Target()) : new FilterMap()),
            _ => null,
        };

    // A view that has no condition on the rows has "any" alone.
    private static bool IsOfList(InputObjectType input) =>
        input.Fields.Select(f => f.Name).SequenceEqual(Quantifiers) || input.Fields is [{ Name: "any" }];

    private static bool Fits(InputObjectType operations, FieldDefinition told) =>
        operations.Field("eq") is { } eq && eq.Type.Named.Name == told.Type.Named.Name;

    private static string? KnownField(ToOneField relation) => relation.Known is { } known
        ? relation.Target().Fields.Values.OfType<ColumnField>().FirstOrDefault(f => f.Column == known.Target)?.Name
        : null;

    private static ObjectType RowsOf(FieldDefinition list) =>
        (ObjectType)(((ObjectType)list.Type.Named).Field("nodes") is { } nodes ? nodes.Type.Named : list.Type.Named);
}
