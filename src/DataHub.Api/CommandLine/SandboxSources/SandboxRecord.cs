using DataHub.Feeds;

namespace DataHub.Api.CommandLine.SandboxSources;

/// <summary>A record of an invented source: a row of its feed with a place in the order of changes.</summary>
public sealed class SandboxRecord(FeedDefinition feed, string[] fields)
{
    /// <summary>Place in the order of changes.</summary>
    public long Version { get; internal set; }

    /// <summary>The natural key.</summary>
    public string Key => fields[0];

    /// <summary>Text of a column of the feed.</summary>
    public string this[string column]
    {
        get => fields[feed.IndexOf(column)];
        set => fields[feed.IndexOf(column)] = value;
    }
}
