namespace DataHub.Feeds.Reading;

/// <summary>A row that could be read, ready to be stored.</summary>
public sealed class FeedRow
{
    /// <summary>Line on which it begins.</summary>
    public required int Line { get; init; }

    /// <summary>The source's key; see <c>feeds.source_record</c>.</summary>
    public required string SourceKey { get; init; }

    /// <summary>Keyed hash over the values in their canonical spelling.</summary>
    public required byte[] ContentHash { get; init; }

    /// <summary>The encrypted row.</summary>
    public required byte[] Payload { get; init; }

    /// <summary>Encrypted: fields received in another spelling than that of the payload; null when there are none.</summary>
    public byte[]? Received { get; init; }

    /// <summary>The source's own date.</summary>
    public DateOnly? SourceDate { get; init; }

    /// <summary>Columns that arrived damaged.</summary>
    public required string[] Damaged { get; init; }

    /// <summary>Typed values in the feed's order of columns; null for a NIK.</summary>
    public required object?[] Values { get; init; }

    /// <summary>Whose record it is.</summary>
    public required LinkKeys Keys { get; init; }
}

/// <summary>What a row tells about whose it is. Null or empty: it does not tell.</summary>
public sealed class LinkKeys
{
    /// <summary>Of rows whose feed is not joined by keys: a linking pass reads the record itself.</summary>
    public static LinkKeys None { get; } = new() { BusinessKey = "", PersonKey = "" };

    /// <summary>Keyed hash of a valid NIK.</summary>
    public byte[]? NikHash { get; init; }

    /// <summary>Valid NIB.</summary>
    public string? Nib { get; init; }

    /// <summary>What a damaged NIB may have been.</summary>
    public string? WeakNib { get; init; }

    /// <summary>Name of the person as received.</summary>
    public string? PersonName { get; init; }

    /// <summary>Trade name for comparing.</summary>
    public string? BusinessKey { get; init; }

    /// <summary>Person's name for comparing.</summary>
    public string? PersonKey { get; init; }

    /// <summary>Telephone for comparing.</summary>
    public string? PhoneKey { get; init; }

    /// <summary>Regencies it can lie in.</summary>
    public string[]? Regencies { get; init; }

    /// <summary>Equal for OSS rows that register one business twice.</summary>
    public byte[]? GroupKey { get; init; }
}

/// <summary>A column of a row that could not be read, or the row as a whole.</summary>
public sealed class RejectedField
{
    /// <summary>Line on which the row begins.</summary>
    public required int Line { get; init; }

    /// <summary>Null: the row as a whole.</summary>
    public string? Column { get; init; }

    /// <summary>See <see cref="Reasons"/>.</summary>
    public required string Reason { get; init; }

    /// <summary>The value as received, encrypted; null when there was none.</summary>
    public byte[]? Value { get; init; }

    /// <summary>The encrypted row.</summary>
    public required byte[] Payload { get; init; }

    /// <summary>Keyed hash over the row.</summary>
    public required byte[] ContentHash { get; init; }

    /// <summary>Encrypted: fields received in another spelling than that of the payload; null when there are none.</summary>
    public byte[]? Received { get; init; }

    /// <summary>The source's key as <see cref="FeedRow.SourceKey"/>; null when the row does not tell it.</summary>
    public string? SourceKey { get; init; }
}
