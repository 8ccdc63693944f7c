using Npgsql;
using NpgsqlTypes;

namespace DataHub.Feeds.Sources;

/// <summary>How sources fare: feeds.source_state.</summary>
public sealed class SourceStates(NpgsqlDataSource database, TimeProvider clock)
{
    /// <summary>All sources that a host was ever set up with, by name.</summary>
    public async Task<IReadOnlyList<SourceState>> ReadAsync(CancellationToken cancel)
    {
        await using var command = database.CreateCommand(
            """
            select s.source, s.feed, s.circuit, c.moved_at, s.last_success_at, s.last_failure_at, s.last_failure,
              case when s.is_scheduled then s.next_run_at end
            from feeds.source_state s
            left join feeds.source_cursor c on c.source = s.source
            order by s.source
            """);
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var states = new List<SourceState>();
        while (await rows.ReadAsync(cancel)) states.Add(Read(rows));
        return states;
    }

    /// <summary>When a source runs next by its schedule; null: not by a schedule.</summary>
    public Task ScheduledAsync(SourceSettings source, DateTimeOffset? next, CancellationToken cancel) => SetAsync(
        source, "is_scheduled = excluded.is_scheduled, next_run_at = excluded.next_run_at",
        new Entry { IsScheduled = next is not null, NextRunAt = next }, cancel);

    /// <summary>A run ended well.</summary>
    internal Task SucceededAsync(SourceSettings source, string circuit) => SetAsync(
        source, "last_success_at = excluded.last_success_at, circuit = excluded.circuit",
        new Entry { SuccessAt = clock.GetUtcNow(), Circuit = circuit }, CancellationToken.None);

    /// <summary>A run failed, in words without address or secret.</summary>
    internal Task FailedAsync(SourceSettings source, string circuit, string failure) => SetAsync(
        source, "last_failure_at = excluded.last_failure_at, last_failure = excluded.last_failure, circuit = excluded.circuit",
        new Entry { FailureAt = clock.GetUtcNow(), Failure = failure, Circuit = circuit }, CancellationToken.None);

    private async Task SetAsync(SourceSettings source, string assignments, Entry entry, CancellationToken cancel)
    {
        await using var command = database.CreateCommand(
            $"""
            insert into feeds.source_state
              (source, feed, is_scheduled, next_run_at, last_success_at, last_failure_at, last_failure, circuit)
            values ($1, $2, $3, $4, $5, $6, $7, $8)
            on conflict (source) do update set feed = excluded.feed, {assignments}
            """);
        command.Parameters.Add(new() { Value = source.Name });
        command.Parameters.Add(new() { Value = SourceRunner.FeedOf(source.Kind!.Value) });
        command.Parameters.Add(new() { Value = entry.IsScheduled });
        foreach (var time in new[] { entry.NextRunAt, entry.SuccessAt, entry.FailureAt })
            command.Parameters.Add(new() { Value = time is { } known ? known : DBNull.Value, NpgsqlDbType = NpgsqlDbType.TimestampTz });
        command.Parameters.Add(new() { Value = entry.Failure is { } words ? words : DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
        command.Parameters.Add(new() { Value = entry.Circuit });
        await command.ExecuteNonQueryAsync(cancel);
    }

    private SourceState Read(NpgsqlDataReader row)
    {
        DateTime? moved = row.IsDBNull(3) ? null : row.GetDateTime(3);
        return new SourceState(row.GetString(0), row.GetString(1), row.GetString(2))
        {
            CursorMovedAt = moved,
            CursorAgeSeconds = moved is { } at ? (int)Math.Clamp((clock.GetUtcNow() - at).TotalSeconds, 0, int.MaxValue) : null,
            LastSuccessAt = row.IsDBNull(4) ? null : row.GetDateTime(4),
            LastFailureAt = row.IsDBNull(5) ? null : row.GetDateTime(5),
            LastFailure = row.IsDBNull(6) ? null : row.GetString(6),
            NextRunAt = row.IsDBNull(7) ? null : row.GetDateTime(7),
        };
    }

    private sealed record Entry
    {
        public bool IsScheduled { get; init; }
        public DateTimeOffset? NextRunAt { get; init; }
        public DateTimeOffset? SuccessAt { get; init; }
        public DateTimeOffset? FailureAt { get; init; }
        public string? Failure { get; init; }
        public string Circuit { get; init; } = "CLOSED";
    }
}
