using DataHub.GraphQL.Execution;

namespace DataHub.Tests.Differential.Naive;

/// <summary>A page of a list: its rows, and whether rows of the list follow or precede them.</summary>
internal sealed record NaivePage(IReadOnlyList<object> Rows, bool HasNext, bool HasPrevious)
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
            rows.Count > 0 ? order.Compare(list[^1], rows[^1]) > 0 : before is not null && list.Any(r => order.Compare(r, before) >= 0),
            rows.Count > 0 ? order.Compare(list[0], rows[0]) < 0 : after is not null && list.Any(r => order.Compare(r, after) <= 0));
    }

    private static int? Size(FieldSelection field, string argument) => field.Arguments.GetValueOrDefault(argument) is int size ? size : null;
}
