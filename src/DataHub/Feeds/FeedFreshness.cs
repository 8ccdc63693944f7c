using DataHub.Shared;
using Npgsql;

namespace DataHub.Feeds;

/// <summary>How old what the hub holds of a feed is.</summary>
/// <param name="Feed">Its name.</param>
/// <param name="LastRunAt">When its newest good run ended, UTC; null: there has been none.</param>
/// <param name="NewestSourceDate">The newest date that the source's own clock gave any row; null: none was given.</param>
/// <param name="AgeDays">Whole days in Lampung since the newest good run; null: there has been none.</param>
/// <param name="ExpectedDays">Days within which an operator expects one; null: no expectation.</param>
public sealed record FeedFreshness(string Feed, DateTime? LastRunAt, DateOnly? NewestSourceDate, int? AgeDays, int? ExpectedDays)
{
    /// <summary>True when a run was expected and has not come. Without an expectation nothing is stale.</summary>
    public bool IsStale => ExpectedDays is { } days && (AgeDays is null || AgeDays > days);

    /// <summary>Of every feed, in the order of the catalogue.</summary>
    public static async Task<IReadOnlyList<FeedFreshness>> AllAsync(NpgsqlDataSource database, DateTimeOffset now, CancellationToken cancel)
    {
        var found = new Dictionary<string, FeedFreshness>(StringComparer.Ordinal);
        await using var command = database.CreateCommand(
            """
            select n.feed, r.finished_at, r.newest, s.expected_days
            from unnest($1) n (feed)
            left join (
              -- A corrected row says nothing of when the source was last heard of.
              select feed, max(finished_at) filter (where kind <> 'CORRECTION') as finished_at, max(newest_source_date) as newest
              from feeds.feed_run where status = 'DONE' group by feed
            ) r on r.feed = n.feed
            left join feeds.feed_setting s on s.feed = n.feed
            """);
        command.Parameters.AddWithValue(FeedCatalogue.All.Select(feed => feed.Name).ToArray());
        await using var row = await command.ExecuteReaderAsync(cancel);
        while (await row.ReadAsync(cancel))
        {
            var last = row.IsDBNull(1) ? (DateTime?)null : row.GetDateTime(1);
            found[row.GetString(0)] = new FeedFreshness(
                row.GetString(0), last, row.IsDBNull(2) ? null : row.GetFieldValue<DateOnly>(2),
                last is { } at ? DaysBetween(new DateTimeOffset(at, TimeSpan.Zero), now) : null,
                row.IsDBNull(3) ? null : row.GetInt32(3));
        }
        return [.. FeedCatalogue.All.Select(feed => found[feed.Name])];
    }

    private static int DaysBetween(DateTimeOffset then, DateTimeOffset now) =>
        Math.Max(0, Wib.DateOf(now).DayNumber - Wib.DateOf(then).DayNumber);
}
