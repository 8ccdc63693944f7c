using Npgsql;

namespace DataHub.Feeds;

/// <summary>What an operator has set for a feed.</summary>
/// <param name="Feed">Its name.</param>
public sealed record FeedSettings(string Feed)
{
    private const string Columns = "feed, error_percent, minimum_rows, is_full, expected_days, changed_by, changed_at";

    /// <summary>A run with more broken rows than this share of all waits for a steward; in percent.</summary>
    public decimal ErrorPercent { get; init; } = 10;

    /// <summary>Rows that a run must have for the share to tell something.</summary>
    public int MinimumRows { get; init; } = 20;

    /// <summary>The feed's files hold everything there is, unless a load says otherwise.</summary>
    public bool IsFull { get; init; }

    /// <summary>Days within which a good run is expected; null: no expectation.</summary>
    public int? ExpectedDays { get; init; }

    /// <summary>Client and subject of who set it; null: nobody has.</summary>
    public string? ChangedBy { get; init; }

    /// <summary>When; null: never.</summary>
    public DateTime? ChangedAt { get; init; }

    /// <summary>Of one feed.</summary>
    public static async Task<FeedSettings> ReadAsync(NpgsqlConnection connection, string feed, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand($"select {Columns} from feeds.feed_setting where feed = $1", connection);
        command.Parameters.AddWithValue(feed);
        await using var row = await command.ExecuteReaderAsync(cancel);
        return await row.ReadAsync(cancel) ? Read(row) : new FeedSettings(feed);
    }

    /// <summary>Of all feeds, in the order of the catalogue.</summary>
    public static async Task<IReadOnlyList<FeedSettings>> AllAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        var set = new Dictionary<string, FeedSettings>(StringComparer.Ordinal);
        await using var command = new NpgsqlCommand($"select {Columns} from feeds.feed_setting", connection);
        await using var row = await command.ExecuteReaderAsync(cancel);
        while (await row.ReadAsync(cancel)) set[row.GetString(0)] = Read(row);
        return [.. FeedCatalogue.All.Select(feed => set.GetValueOrDefault(feed.Name) ?? new FeedSettings(feed.Name))];
    }

    /// <summary>Puts them in force for loads that begin from now on.</summary>
    public async Task WriteAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(
            $"""
            insert into feeds.feed_setting ({Columns}) values ($1, $2, $3, $4, $5, $6, $7)
            on conflict (feed) do update set error_percent = excluded.error_percent, minimum_rows = excluded.minimum_rows,
              is_full = excluded.is_full, expected_days = excluded.expected_days, changed_by = excluded.changed_by,
              changed_at = excluded.changed_at
            """, connection);
        command.Parameters.AddWithValue(Feed);
        command.Parameters.AddWithValue(ErrorPercent);
        command.Parameters.AddWithValue(MinimumRows);
        command.Parameters.AddWithValue(IsFull);
        command.Parameters.Add(new() { Value = (object?)ExpectedDays ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Integer });
        command.Parameters.AddWithValue(ChangedBy!);
        command.Parameters.AddWithValue(ChangedAt!.Value);
        await command.ExecuteNonQueryAsync(cancel);
    }

    private static FeedSettings Read(NpgsqlDataReader row) => new(row.GetString(0))
    {
        ErrorPercent = row.GetDecimal(1),
        MinimumRows = row.GetInt32(2),
        IsFull = row.GetBoolean(3),
        ExpectedDays = row.IsDBNull(4) ? null : row.GetInt32(4),
        ChangedBy = row.GetString(5),
        ChangedAt = row.GetDateTime(6),
    };
}
