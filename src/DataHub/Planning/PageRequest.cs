using DataHub.Access.Budgets;
using DataHub.GraphQL.Errors;
using DataHub.GraphQL.Execution;
using DataHub.GraphQL.Types;

namespace DataHub.Planning;

/// <summary>The paging arguments of a connection, checked.</summary>
/// <param name="Size">Rows of the page, at least 1.</param>
/// <param name="Backwards">True when the page is taken from the end.</param>
/// <param name="After">Cursor the page starts behind; null: from the start.</param>
/// <param name="Before">Cursor the page ends before; null: until the end.</param>
public sealed record PageRequest(int Size, bool Backwards, string? After, string? Before)
{
    public const int DefaultSize = 50;
    public const int LargestSize = BudgetPlan.CommonPage;

    /// <summary>Throws a <see cref="GraphQLException"/> that names the argument when one is out of bounds.</summary>
    /// <param name="field">The connection.</param>
    /// <param name="largest">Rows that a page may have: <see cref="HubRequest.MaxPage"/> right below the root.</param>
    public static PageRequest From(FieldSelection field, int largest = LargestSize)
    {
        var first = Number(field, "first", largest);
        var last = Number(field, "last", largest);
        if (first is not null && last is not null)
            throw Wrong(field, "first", "give first or last, not both");
        return new PageRequest(first ?? last ?? Math.Min(DefaultSize, largest), last is not null, field.Argument<string>("after"), field.Argument<string>("before"));
    }

    /// <summary>
    /// One error for each field of the plan with a page size out of bounds, also where no row may be there to page below; empty when there
    /// is none.
    /// </summary>
    /// <param name="plan">The operation.</param>
    /// <param name="largestAtRoot">Rows that a page right below the root may have.</param>
    public static IReadOnlyList<GraphQLError> Check(OperationPlan plan, int largestAtRoot)
    {
        var errors = new List<GraphQLError>();
        foreach (var (parent, field) in plan.Fields())
        {
            if (!field.Arguments.ContainsKey("first") && !field.Arguments.ContainsKey("last")) continue;
            try
            {
                From(field, ReferenceEquals(parent, plan.Root) ? largestAtRoot : LargestSize);
            }
            catch (GraphQLException exception)
            {
                errors.AddRange(exception.Errors.Select(e => e with { Locations = [.. field.Nodes.Take(1).Select(n => n.Location)] }));
            }
        }
        return errors;
    }

    /// <summary>True when the field has no page size, or one within bounds.</summary>
    public static bool IsFine(FieldSelection field, int largest) =>
        IsSizeOrNone(field, "first", largest, out var hasFirst) && IsSizeOrNone(field, "last", largest, out var hasLast) && !(hasFirst && hasLast);

    /// <summary>The failure to report for an argument.</summary>
    public static GraphQLException Wrong(FieldSelection field, string argument, string problem) =>
        new(new GraphQLError($"Argument \"{argument}\" of \"{field.Definition.Coordinate}\" is not valid: {problem}.", ErrorCodes.Variables));

    private static bool IsSizeOrNone(FieldSelection field, string argument, int largest, out bool isThere)
    {
        isThere = field.Arguments.TryGetValue(argument, out var value) && value is not null;
        return !isThere || (value is int number && number >= 1 && number <= largest);
    }

    private static int? Number(FieldSelection field, string argument, int largest)
    {
        if (!field.Arguments.TryGetValue(argument, out var value) || value is null) return null;
        var number = (int)value;
        return number >= 1 && number <= largest
            ? number
            : throw Wrong(field, argument, $"it must be from 1 to {largest}");
    }
}
