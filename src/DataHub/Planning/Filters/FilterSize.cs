using DataHub.GraphQL.Errors;
using DataHub.GraphQL.Execution;

namespace DataHub.Planning;

/// <summary>
/// Bounds what a filter makes PostgreSQL do: it lowers a pattern of ILIKE again for each row it is compared with, and plans each condition.
/// </summary>
internal static class FilterSize
{
    /// <summary>Operations (<c>eq</c>, <c>contains</c>, …) that the arguments of one field may have in all.</summary>
    public const int MostConditions = 200;

    /// <summary>Of these, searches within texts.</summary>
    public const int MostSearches = 20;

    /// <summary>
    /// Sub-selects: each of <c>some</c>, <c>none</c>, <c>all</c>, <c>any</c>, and each condition on a row that a row points at.
    /// </summary>
    public const int MostRelations = 20;

    /// <summary>Characters of a text that is searched for; no name the feeds bring is longer.</summary>
    public const int LongestSearch = 200;

    /// <summary>One error for each field whose filter is too large; empty when there is none.</summary>
    public static IReadOnlyList<GraphQLError> Check(OperationPlan plan) =>
        [.. plan.Fields().Select(planned => Check(planned.Field)).OfType<GraphQLError>()];

    private static GraphQLError? Check(FieldSelection field)
    {
        if (field.Arguments.Count == 0) return null;
        var count = new Count();
        foreach (var argument in field.Arguments.Values) count.Add(argument);
        var fault = count switch
        {
            { Longest: > LongestSearch } => $"a text to search for may have {LongestSearch} characters",
            { Searches: > MostSearches } => $"its filter may have {MostSearches} searches within texts",
            { Relations: > MostRelations } => $"its filter may ask {MostRelations} times for related rows",
            { Conditions: > MostConditions } => $"its filter may have {MostConditions} conditions",
            _ => null,
        };
        return fault is null ? null : new GraphQLError($"An argument of \"{field.Definition.Coordinate}\" is not valid: {fault}.", ErrorCodes.Variables)
        {
            Locations = [.. field.Nodes.Take(1).Select(n => n.Location)],
        };
    }

    private sealed class Count
    {
        public int Conditions { get; private set; }

        public int Searches { get; private set; }

        public int Relations { get; private set; }

        public int Longest { get; private set; }

        public void Add(object? value)
        {
            if (value is object?[] items)
            {
                foreach (var item in items) Add(item);
            }
            else if (value is InputObject input && input.Type.Name.EndsWith("FilterInput", StringComparison.Ordinal))
            {
                foreach (var (name, inner) in input)
                {
                    if (IsRelation(input, name, inner)) Relations++;
                    Add(name, inner);
                }
            }
        }

        // A code stands in the row itself: a condition on it asks for no other row.
        private static bool IsRelation(InputObject input, string name, object? value) => (name, value) switch
        {
            (_, null) or ("and" or "or" or "not", _) => false,
            _ when input.Type.Name.EndsWith("ListFilterInput", StringComparison.Ordinal) => true,
            (_, InputObject { Type.Name: "CodeFilterInput" } code) => code.ContainsKey("name"),
            (_, InputObject row) => !row.Type.Name.EndsWith("OperationFilterInput", StringComparison.Ordinal)
                && !row.Type.Name.EndsWith("ListFilterInput", StringComparison.Ordinal),
            _ => false,
        };

        private void Add(string name, object? value)
        {
            if (value is InputObject or object?[] and [InputObject, ..])
            {
                Add(value);
                return;
            }
            Conditions++;
            if (name is not ("contains" or "startsWith") || value is not string text) return;
            Searches++;
            Longest = Math.Max(Longest, text.Length);
        }
    }
}
