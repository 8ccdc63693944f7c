using DataHub.GraphQL.Errors;
using DataHub.GraphQL.Execution;
using NpgsqlTypes;

namespace DataHub.Planning;

/// <summary>
/// Operations on one value of a row: <c>eq</c>, <c>neq</c>, <c>in</c>, <c>gt</c>, <c>gte</c>, <c>lt</c>, <c>lte</c>, <c>contains</c>,
/// <c>startsWith</c>.
/// </summary>
internal sealed class ValueFilter(Func<Identifier, Fragment> sql, Type clrType) : FieldFilter
{
    private const int LargestList = 500;
    private readonly NpgsqlDbType type = SqlValue.TypeOf(clrType);

    public override Fragment Condition(object value, Identifier row, FilterScope scope)
    {
        var column = sql(row);
        var conditions = ((InputObject)value).Select(entry => Operation(entry.Key, entry.Value, column));
        return FilterMap.All([.. conditions.Where(condition => condition != FilterMap.True)]);
    }

    public override bool HoldsForNothing(object value) => ((InputObject)value).All(entry => (entry.Key, entry.Value) switch
    {
        ("eq", null) => true,
        ("neq", null) => false,
        ("neq", _) => true,
        (_, null) => true,
        _ => false,
    });

    private Fragment Operation(string name, object? operand, Fragment column) => (name, operand) switch
    {
        ("eq", null) => Fragment.Of($"{column} is null"),
        ("neq", null) => Fragment.Of($"{column} is not null"),
        (_, null) => FilterMap.True,
        ("eq", _) => Fragment.Of($"{column} = {new SqlValue(operand, type)}"),
        ("neq", _) => Fragment.Of($"{column} is distinct from {new SqlValue(operand, type)}"),
        ("in", object?[] { Length: > LargestList }) => throw FilterMap.TooMany(name, LargestList),
        ("in", object?[] items) => Fragment.Of($"{column} = any({new SqlValue(TypedArray(items), NpgsqlDbType.Array | type)})"),
        ("contains", string text) => Fragment.Of($"{column} ilike {SqlValue.Text($"%{EscapePattern(text)}%")}"),
        ("startsWith", string text) => StartsWith(text, column),
        ("gt", _) => Fragment.Of($"{column} > {new SqlValue(operand, type)}"),
        ("gte", _) => Fragment.Of($"{column} >= {new SqlValue(operand, type)}"),
        ("lt", _) => Fragment.Of($"{column} < {new SqlValue(operand, type)}"),
        ("lte", _) => Fragment.Of($"{column} <= {new SqlValue(operand, type)}"),
        _ => throw new InvalidOperationException($"Filters have no operation \"{name}\"."),
    };

    // A plan for any value cannot use an index for LIKE, of whose pattern it knows nothing; these compare the bytes, as LIKE does.
    private static Fragment StartsWith(string text, Fragment column) => TextRange.Above(text) is { } above
        ? Fragment.Of($"({column} ~>=~ {SqlValue.Text(text)} and {column} ~<~ {SqlValue.Text(above)})")
        : Fragment.Of($"{column} ~>=~ {SqlValue.Text(text)}");

    private Array TypedArray(object?[] items)
    {
        var array = Array.CreateInstance(clrType, items.Length);
        for (var i = 0; i < items.Length; i++) array.SetValue(items[i], i);
        return array;
    }

    // LIKE knows %, _ and the escape character itself; NUL cannot be in a PostgreSQL text, so nothing contains it.
    private static string EscapePattern(string text) => text
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("%", "\\%", StringComparison.Ordinal)
        .Replace("_", "\\_", StringComparison.Ordinal);
}
