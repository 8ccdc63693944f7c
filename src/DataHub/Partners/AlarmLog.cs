using System.Threading.Channels;
using DataHub.Database;
using Npgsql;

namespace DataHub.Partners;

/// <summary>
/// Writes alarms beside the requests that raised them: to the metrics and the log at once, to access.alarm as soon as the database takes
/// it.
/// </summary>
public sealed class AlarmLog(NpgsqlDataSource source, Action<Alarm> onAlarm, Action<Exception> onFailure) : IAsyncDisposable
{
    // Each client raises each kind once an hour: what does not fit is a flood of clients, and counted by the metrics.
    private const int MostWaiting = 10_000;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly Channel<Alarm> waiting = Channel.CreateBounded<Alarm>(new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly CancellationTokenSource stop = new();
    private Task running = Task.CompletedTask;

    /// <summary>Begins to write.</summary>
    public void Start() => running = Task.Run(() => RunAsync(stop.Token), CancellationToken.None);

    /// <summary>Takes an alarm; returns at once.</summary>
    public void Raise(Alarm alarm)
    {
        PartnerMetrics.Alarms.Add(1, new KeyValuePair<string, object?>("kind", alarm.Kind));
        onAlarm(alarm);
        waiting.Writer.TryWrite(alarm);
    }

    /// <summary>Gives what still waits one try, then stops.</summary>
    public async ValueTask DisposeAsync()
    {
        waiting.Writer.TryComplete();
        stop.CancelAfter(Pause);
        await running;
        stop.Dispose();
    }

    /// <summary>A page of alarms, newest first.</summary>
    internal static async Task<List<Alarm>> PageAsync(NpgsqlConnection connection, string? client, int? before, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            """
            select kind, client, organisation, counted, threshold, id, hour, raised_at from access.alarm
            where ($1::text is null or client = $1) and ($2::int is null or id < $2) order by id desc limit 100
            """,
            connection)
        {
            Parameters = { new() { Value = (object?)client ?? DBNull.Value }, new() { Value = (object?)before ?? DBNull.Value } },
        };
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var alarms = new List<Alarm>();
        while (await reader.ReadAsync(cancellation))
        {
            alarms.Add(new Alarm(
                reader.GetString(0), reader.GetString(1), reader.IsDBNull(2) ? null : reader.GetString(2), reader.GetInt32(3), reader.GetInt32(4))
            {
                Number = checked((int)reader.GetInt64(5)),
                Hour = reader.GetDateTime(6),
                RaisedAt = reader.GetDateTime(7),
            });
        }
        return alarms;
    }

    private async Task RunAsync(CancellationToken cancel)
    {
        var isTold = false;
        while (await NextAsync(cancel))
        {
            while (waiting.Reader.TryPeek(out var alarm))
            {
                try
                {
                    await WriteAsync(alarm, cancel);
                    waiting.Reader.TryRead(out _);
                    isTold = false;
                }
                catch (Exception) when (cancel.IsCancellationRequested)
                {
                    return;
                }
                catch (Exception failure)
                {
                    if (!isTold) onFailure(DatabaseUnavailableException.Translate(failure));
                    isTold = true;
                    await Task.Delay(Pause, cancel).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                }
            }
        }
    }

    private async Task<bool> NextAsync(CancellationToken cancel)
    {
        try
        {
            return await waiting.Reader.WaitToReadAsync(cancel);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private async Task WriteAsync(Alarm alarm, CancellationToken cancel)
    {
        await using var command = source.CreateCommand(
            "insert into access.alarm (kind, client, organisation, counted, threshold, hour, raised_at) values ($1, $2, $3, $4, $5, $6, $7)");
        foreach (var value in new object?[] { alarm.Kind, alarm.Client, alarm.Organisation, alarm.Counted, alarm.Threshold, alarm.Hour, alarm.RaisedAt })
            command.Parameters.Add(new NpgsqlParameter { Value = value ?? DBNull.Value });
        await command.ExecuteNonQueryAsync(cancel);
    }
}
