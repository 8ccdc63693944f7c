using DataHub.Access;
using DataHub.GraphQL.Execution;
using DataHub.GraphQL.Types;

namespace DataHub.Planning;

/// <summary>
/// The figures that connection types have beside their page: <c>totalCount</c>, and <c>sum…</c>, <c>min…</c>, <c>max…</c> of a field of
/// their rows, as the contract names them. They are of the whole list, whatever page is asked for.
/// </summary>
internal sealed class ConnectionAggregates
{
    private static readonly string[] OfThePage = ["nodes", "edges", "pageInfo"];
    private readonly Dictionary<FieldDefinition, Aggregate> byField = [];

    /// <summary>Finds them; a field that is no figure of the rows, or is open to more callers than what it tells of, is a fault.</summary>
    public ConnectionAggregates(Schema schema, IReadOnlyDictionary<string, TableType> types, AccessRules rules, BindingFaults faults)
    {
        foreach (var connection in schema.Types.OfType<ObjectType>().Where(t => t.Name.EndsWith("Connection", StringComparison.Ordinal)))
        {
            if (connection.Field("nodes") is not { } nodes || !types.TryGetValue(nodes.Type.Named.Name, out var rows)) continue;
            foreach (var field in connection.Fields.Where(f => !OfThePage.Contains(f.Name)))
            {
                if (Make(field, rows) is not { } aggregate) faults.Add(field.Coordinate, $"is no figure of {rows.Name}");
                else byField.Add(field, aggregate);
                if (ToldOf(field) is { } told && !rules.IsAsClosed(field, told))
                    faults.Add(field.Coordinate, $"tells of {told.Coordinate}, but is open to more callers");
            }
        }
    }

    /// <summary>The figures asked of a connection, each once.</summary>
    public IReadOnlyList<Aggregate> AskedOf(SelectionPlan connection)
    {
        List<Aggregate>? asked = null;
        for (var i = 0; i < connection.Fields.Count; i++)
            if (byField.TryGetValue(connection.Fields[i].Definition, out var figure) && asked?.Contains(figure) != true) (asked ??= []).Add(figure);
        return asked is null ? Array.Empty<Aggregate>() : asked;
    }

    /// <summary>The field of a connection's rows of which a figure tells; null for a field that is no figure, or of the rows as such.</summary>
    public static FieldDefinition? ToldOf(FieldDefinition figure) =>
        figure.Parent.Name.EndsWith("Connection", StringComparison.Ordinal)
        && figure.Name.Length > 3 && !OfThePage.Contains(figure.Name)
        && figure.Parent.Field("nodes")?.Type.Named is ObjectType rows ? rows.Field(FieldName(figure)) : null;

    private static string FieldName(FieldDefinition figure) => char.ToLowerInvariant(figure.Name[3]) + figure.Name[4..];

    private static Aggregate? Make(FieldDefinition field, TableType rows)
    {
        if (field.Name == "totalCount") return new Aggregate<int>(field.Name, _ => Fragment.Of($"count(*)::int"), OfNothing: 0);
        if (field.Name.Length <= 4 || field.Type.IsNonNull) return null;
        if (rows.Fields.GetValueOrDefault(FieldName(field)) is not ColumnField column) return null;
        return (field.Name[..3], column.ClrType) switch
        {
            ("sum", var type) when type == typeof(decimal) =>
                new Aggregate<decimal>(field.Name, row => Fragment.Of($"sum({Name(row, column)})")),
            // The sum of integers is a bigint, and an Int of GraphQL has 32 bits.
            ("sum", var type) when type == typeof(int) => new Aggregate<int>(field.Name, row => Fragment.Of(
                $"case when sum({Name(row, column)}) between {int.MinValue} and {int.MaxValue} then sum({Name(row, column)})::int end")),
            ("min", _) => Bound(field, column, row => Fragment.Of($"min({Name(row, column)})")),
            ("max", _) => Bound(field, column, row => Fragment.Of($"max({Name(row, column)})")),
            _ => null,
        };
    }

    private static Aggregate? Bound(FieldDefinition field, ColumnField column, Func<Identifier, Fragment> sql) => column.ClrType switch
    {
        var type when type == typeof(decimal) => new Aggregate<decimal>(field.Name, sql),
        var type when type == typeof(int) => new Aggregate<int>(field.Name, sql),
        var type when type == typeof(DateOnly) => new Aggregate<DateOnly>(field.Name, sql),
        _ => null,
    };

    private static Fragment Name(Identifier row, ColumnField column) => Fragment.Of($"{row}.{new Identifier(column.Column)}");
}
