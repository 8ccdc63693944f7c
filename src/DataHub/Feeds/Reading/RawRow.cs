namespace DataHub.Feeds.Reading;

/// <summary>A row after splitting.</summary>
/// <param name="Line">Physical line on which it begins; the header is line 1.</param>
/// <param name="Fields">In the feed's order of columns; null when the row could not be split.</param>
/// <param name="Reason">Why it could not be split; null when it could.</param>
/// <param name="Text">The row as received when it could not be split.</param>
public sealed record RawRow(int Line, string[]? Fields, string? Reason = null, string? Text = null)
{
    /// <summary>Of a row that could not be split: its key, where that stands before what is wrong. Null: it does not tell.</summary>
    public string? Key { get; init; }

    /// <summary>Of a corrected row: what the agency had sent. Null: <see cref="Fields"/> is what was received.</summary>
    public ReceivedRow? Received { get; init; }
}
