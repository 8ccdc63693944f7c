namespace DataHub.Tests.Differential.Naive;

/// <summary>Cursors met in answers, and the row each one stood at.</summary>
internal sealed class CursorBook
{
    private readonly Dictionary<string, ExpectedCursor> places = new(StringComparer.Ordinal);

    /// <summary>False when the same text has been the cursor of another row or order.</summary>
    public bool Agrees(string cursor, ExpectedCursor place)
    {
        if (places.TryAdd(cursor, place)) return true;
        return ReferenceEquals(places[cursor].Row, place.Row) && places[cursor].Order == place.Order;
    }

    /// <summary>The row at which a cursor of this order stands.</summary>
    public object RowOf(string cursor, NaiveOrder order) => places.TryGetValue(cursor, out var place) && place.Order == order.Name
        ? place.Row
        : throw new RefusedException("The cursor is of another list.");
}
