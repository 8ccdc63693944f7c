using DataHub.Feeds.Loading;
using Npgsql;

namespace DataHub.Feeds.Sources;

/// <summary>What the reading of sources works with.</summary>
public sealed record SourceParts(NpgsqlDataSource Database, FeedLoader Loader, TimeProvider Clock);
