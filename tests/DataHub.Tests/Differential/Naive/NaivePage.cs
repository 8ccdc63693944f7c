using DataHub.GraphQL.Execution;

namespace DataHub.Tests.Differential.Naive;

/// <summary>
/// A page of a list: its rows, and whether rows of the list follow or precede them; null where that hangs on a cursor of a row that the
/// list does not have, such as one of another parent: what lies beyond that is not worth a look.
/// </summary>
internal sealed record NaivePage(IReadOnlyList<object> Rows, bool? HasNext, bool? HasPrevious)
{
    private const int DefaultSize = 50;

    /// <param name="list">All rows of the list, in its order.</param>
    /// <param name="order">The order.</param>
    /// <param name="field">The field with its page arguments.</param>
    /// <param name="cursors">The rows that cursors stand at.</param>
    public static NaivePage Of(IReadOnlyList<object> list, NaiveOrder order, FieldSelection field, CursorBook cursors)
    {
        var after = field.Argument<string>("after") is { } a ? cursors.RowOf(a, order) : null;
        var before = field.Argument<string>("before") is { } b ? cursors.RowOf(b, order) : null;
        var window = list.Where(r => (after is null || order.Compare(r, after) > 0) && (before is null || order.Compare(r, before) < 0)).ToList();
        var rows = Size(field, "last") is { } last
            ? window.TakeLast(last).ToList()
            : window.Take(Size(field, "first") ?? DefaultSize).ToList();
        return new NaivePage(
            rows,
            before is null || list.Contains(before) ? list.Any(r => rows.Count > 0 ? order.Compare(r, rows[^1]) > 0 : r == before) : null,
            after is null || list.Contains(after) ? list.Any(r => rows.Count > 0 ? order.Compare(r, rows[0]) < 0 : r == after) : null);
    }

    private static int? Size(FieldSelection field, string argument) => field.Arguments.GetValueOrDefault(argument) is int size ? size : null;
}
