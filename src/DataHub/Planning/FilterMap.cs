using DataHub.GraphQL.Errors;
using DataHub.GraphQL.Execution;
using NpgsqlTypes;

namespace DataHub.Planning;

/// <summary>
/// How the fields of a filter input become conditions. <c>and</c>, <c>or</c> and <c>not</c> are understood everywhere. Conditions are
/// two-valued: what is not known to hold does not hold, and <c>not</c> of it does.
/// </summary>
public sealed class FilterMap
{
    private const int LargestList = 500;
    private const int MostAlternatives = 20;
    private readonly Dictionary<string, Func<object, Identifier, HubRequest, Fragment>> fields = new(StringComparer.Ordinal);

    /// <summary>Operations on a text column: eq, neq, in, contains, startsWith.</summary>
    public FilterMap Text(string field, string column) => Add(field, (value, row) => Operations((InputObject)value, Column(row, column), NpgsqlDbType.Text));

    /// <summary>Operations on a date column: eq, gt, gte, lt, lte.</summary>
    public FilterMap Date(string field, string column) => Add(field, (value, row) => Operations((InputObject)value, Column(row, column), NpgsqlDbType.Date));

    /// <summary>A nested input whose field <c>code</c> takes operations on a text column.</summary>
    public FilterMap Code(string field, string column) => Add(field, (value, row) =>
        ((InputObject)value).Object("code") is { } code ? Operations(code, Column(row, column), NpgsqlDbType.Text) : True);

    /// <summary>Any condition of its own; given the field's value (never null) and the alias of the row.</summary>
    public FilterMap Add(string field, Func<object, Identifier, Fragment> condition) => Add(field, (value, row, _) => condition(value, row));

    /// <summary>The same for a condition that needs the request.</summary>
    public FilterMap Add(string field, Func<object, Identifier, HubRequest, Fragment> condition)
    {
        fields.Add(field, condition);
        return this;
    }

    /// <summary>Names of the fields that are understood, for the binding check.</summary>
    public IEnumerable<string> FieldNames => fields.Keys.Concat(["and", "or", "not"]);

    /// <summary>A condition that always holds.</summary>
    public static Fragment True { get; } = Fragment.Of($"true");

    /// <summary>The condition of an input. A field given as null is as if left out.</summary>
    public Fragment Condition(InputObject where, Identifier row, HubRequest request)
    {
        var conditions = where.Where(entry => entry.Value is not null).Select(entry => Condition(entry.Key, entry.Value!, row, request)).ToList();
        return conditions.Count == 0 ? True : Fragment.Of($"({Fragment.Join(" and ", conditions)})");
    }

    private Fragment Condition(string field, object value, Identifier row, HubRequest request) => field switch
    {
        "and" => All(Inputs(field, value), row, request),
        "or" => Any(Inputs(field, value), row, request),
        "not" => Fragment.Of($"not coalesce({Condition((InputObject)value, row, request)}, false)"),
        _ => fields[field](value, row, request),
    };

    private Fragment All(InputObject[] inputs, Identifier row, HubRequest request) =>
        inputs.Length == 0 ? True : Fragment.Of($"({Fragment.Join(" and ", inputs.Select(i => Condition(i, row, request)))})");

    private Fragment Any(InputObject[] inputs, Identifier row, HubRequest request) =>
        inputs.Length == 0 ? Fragment.Of($"false") : Fragment.Of($"({Fragment.Join(" or ", inputs.Select(i => Condition(i, row, request)))})");

    private static InputObject[] Inputs(string field, object value)
    {
        var inputs = (object?[])value;
        if (inputs.Length > MostAlternatives) throw TooMany(field, MostAlternatives);
        return Array.ConvertAll(inputs, i => (InputObject)i!);
    }

    private static Fragment Operations(InputObject operations, Fragment column, NpgsqlDbType type)
    {
        var conditions = operations.Select(entry => Operation(entry.Key, entry.Value, column, type)).ToList();
        return conditions.Count == 0 ? True : Fragment.Of($"({Fragment.Join(" and ", conditions)})");
    }

    private static Fragment Operation(string name, object? operand, Fragment column, NpgsqlDbType type) => (name, operand) switch
    {
        ("eq", null) => Fragment.Of($"{column} is null"),
        ("neq", null) => Fragment.Of($"{column} is not null"),
        (_, null) => True,
        ("eq", _) => Fragment.Of($"{column} = {new SqlValue(operand, type)}"),
        ("neq", _) => Fragment.Of($"{column} is distinct from {new SqlValue(operand, type)}"),
        ("in", object?[] { Length: > LargestList }) => throw TooMany(name, LargestList),
        ("in", object?[] items) => Fragment.Of($"{column} = any({SqlValue.Texts(Array.ConvertAll(items, i => (string)i!))})"),
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

    private static Fragment Column(Identifier row, string column) => Fragment.Of($"{row}.{new Identifier(column)}");

    // LIKE knows %, _ and the escape character itself; NUL cannot be in a PostgreSQL text, so nothing contains it.
    private static string EscapePattern(string text) => text
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("%", "\\%", StringComparison.Ordinal)
        .Replace("_", "\\_", StringComparison.Ordinal);

    private static GraphQLException TooMany(string field, int most) =>
        new(new GraphQLError($"The list \"{field}\" of a filter is too long: it may have {most} entries.", ErrorCodes.Variables));
}
