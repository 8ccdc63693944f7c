namespace DataHub.Feeds.Loading;

/// <summary>What a load is doing.</summary>
public enum FeedStage
{
    /// <summary>Rows are read and sent.</summary>
    Reading,
    /// <summary>Rows are compared, linked and published.</summary>
    Publishing,
    /// <summary>Records are compared with those of other feeds; their rows are published.</summary>
    Linking,
    /// <summary>Everything is published.</summary>
    Done,
}

/// <summary>Where a load stands.</summary>
/// <param name="Feed">Its feed.</param>
/// <param name="FileName">Name without folder.</param>
/// <param name="Stage">What it is doing.</param>
/// <param name="BytesRead">Of <paramref name="BytesTotal"/>.</param>
/// <param name="BytesTotal">Length of the file.</param>
/// <param name="Rows">Data rows read so far.</param>
public sealed record FeedProgress(string Feed, string FileName, FeedStage Stage, long BytesRead, long BytesTotal, int Rows);
