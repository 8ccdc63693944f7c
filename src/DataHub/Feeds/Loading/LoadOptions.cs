namespace DataHub.Feeds.Loading;

/// <summary>What whoever loads says of a file.</summary>
public sealed record LoadOptions
{
    /// <summary>Nothing: the feed's setting holds.</summary>
    public static LoadOptions None { get; } = new();

    /// <summary>
    /// True: the file holds all that the source has. Null: what the feed's setting says, see <see cref="FeedSettings.IsFull"/>.
    /// </summary>
    public bool? IsFull { get; init; }
}
