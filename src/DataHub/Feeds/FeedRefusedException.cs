namespace DataHub.Feeds;

/// <summary>A file that cannot be loaded as a whole. The message says what is wrong and where, and holds no value of the file.</summary>
public sealed class FeedRefusedException : Exception
{
    /// <summary>With the reason in words.</summary>
    public FeedRefusedException(string message) : base(message) { }

    /// <summary>With the reason and what caused it.</summary>
    public FeedRefusedException(string message, Exception inner) : base(message, inner) { }

    /// <summary>The feed the file is, or comes nearest to; null when that cannot be told.</summary>
    public string? Feed { get; init; }

    /// <summary>Nothing is wrong but the moment: another load of the feed is under way.</summary>
    public bool IsBusy { get; init; }
}
