using System.Collections.Frozen;
using System.Diagnostics;
using System.Net;
using DataHub.Database;
using DataHub.GraphQL.Errors;
using Npgsql;

namespace DataHub.Partners;

/// <summary>
/// The partners as this host knows them: read when it starts, anew when it changes one itself, and whenever another host has. Until they
/// are read, and when the database has not been heard of for too long, nobody has access.
/// </summary>
public sealed class PartnerDirectory : IAsyncDisposable
{
    private readonly SemaphoreSlim reading = new(1, 1);
    private readonly CancellationTokenSource stop = new();
    private readonly NpgsqlDataSource source;
    private readonly NpgsqlDataSource listening;
    private readonly TimeProvider time;
    private readonly PartnerSettings settings;
    private readonly Action<Exception> onFailure;
    private volatile Known? known;
    private long heard;
    private Task running = Task.CompletedTask;

    /// <param name="source">For single reads: connections that are taken and given back.</param>
    /// <param name="listening">For the one connection that stays.</param>
    /// <param name="time">The clock that agreements are compared with.</param>
    /// <param name="settings">How old what is known may be.</param>
    /// <param name="onFailure">Receives why the listening connection was lost; for the log.</param>
    public PartnerDirectory(NpgsqlDataSource source, NpgsqlDataSource listening, TimeProvider time, PartnerSettings settings, Action<Exception> onFailure) =>
        (this.source, this.listening, this.time, this.settings, this.onFailure) = (source, listening, time, settings, onFailure);

    /// <summary>False when nobody may have access, because it is not known who may.</summary>
    public bool IsReady => known is not null && Stopwatch.GetElapsedTime(Volatile.Read(ref heard)) < settings.MaxAge;

    /// <summary>Partners kept in mind.</summary>
    public int Count => known?.Partners ?? 0;

    /// <summary>Begins to read and to listen; goes on until disposed of, through whatever befalls the database.</summary>
    public void Start() => running = Task.Run(() => RunAsync(stop.Token), CancellationToken.None);

    /// <summary>The partner of a client; null when it has none.</summary>
    public PartnerEntry? Find(string client) => known is { } now && now.ByClient.TryGetValue(client, out var entry) ? entry : null;

    /// <summary>
    /// Why a partner has no access at this moment; null when it has. <paramref name="organisation"/> is the one that the token names,
    /// <paramref name="address"/> where the request comes from; null: not known.
    /// </summary>
    public GraphQLError? Refuse(PartnerEntry entry, string? organisation, IPAddress? address)
    {
        var partner = entry.Partner;
        if (organisation is not null && organisation != partner.Code) return PartnerRefusals.Organisation;
        if (partner.Suspended is not null) return PartnerRefusals.Suspended;
        var now = time.GetUtcNow().UtcDateTime;
        if (now < partner.ValidFrom) return PartnerRefusals.NotYet;
        if (now >= partner.ValidUntil) return PartnerRefusals.Expired;
        return entry.MayComeFrom(address) ? null : PartnerRefusals.Network;
    }

    /// <summary>Reads the partners anew. Once this has returned, what had committed before is in force in this host.</summary>
    public async Task ReloadAsync(CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await LoadAsync(connection, isForced: true, cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await running;
        stop.Dispose();
        reading.Dispose();
    }

    private async Task RunAsync(CancellationToken cancel)
    {
        var isTold = false;
        while (!cancel.IsCancellationRequested)
        {
            try
            {
                await ListenAsync(() => isTold = false, cancel);
            }
            catch (Exception) when (cancel.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                // Once an outage.
                if (!isTold) onFailure(DatabaseUnavailableException.Translate(failure));
                isTold = true;
                await Task.Delay(TimeSpan.FromMilliseconds(500), cancel).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task ListenAsync(Action onConnected, CancellationToken cancel)
    {
        await using var connection = await listening.OpenConnectionAsync(cancel);
        var isCalled = false;
        connection.Notification += (_, _) => isCalled = true;
        await using (var listen = new NpgsqlCommand("listen datahub_partners", connection)) await listen.ExecuteNonQueryAsync(cancel);
        // Whatever happened while nobody listened, also in a database that was put back from a backup.
        await LoadAsync(connection, isForced: true, cancel);
        onConnected();
        while (true)
        {
            // A call that came together with the answer to a statement is not waited for again.
            if (!isCalled) await connection.WaitAsync(settings.PollTime, cancel);
            isCalled = false;
            await LoadAsync(connection, isForced: false, cancel);
        }
    }

    // One after the other, so that what was read later is kept.
    private async Task LoadAsync(NpgsqlConnection connection, bool isForced, CancellationToken cancellation)
    {
        await reading.WaitAsync(cancellation);
        try
        {
            var asked = Stopwatch.GetTimestamp();
            var mark = await PartnerStore.MarkAsync(connection, cancellation);
            // The mark is read first: what commits between the two reads is read once more.
            if (isForced || known?.Mark != mark) known = new Known(mark, await PartnerStore.AllAsync(connection, cancellation), known);
            Volatile.Write(ref heard, asked);
        }
        finally
        {
            reading.Release();
        }
    }

    private sealed class Known
    {
        public Known(long mark, List<Partner> partners, Known? before)
        {
            (Mark, Partners) = (mark, partners.Count);
            var entries = new Dictionary<string, PartnerEntry>(StringComparer.Ordinal);
            foreach (var partner in partners)
            {
                var entry = Unchanged(before, partner) ?? new PartnerEntry(partner);
                foreach (var client in partner.Clients) entries[client] = entry;
            }
            ByClient = entries.ToFrozenDictionary(StringComparer.Ordinal);
        }

        public long Mark { get; }

        public int Partners { get; }

        public FrozenDictionary<string, PartnerEntry> ByClient { get; }

        // What others hold on to for an entry stays good while the partner stays as it is.
        private static PartnerEntry? Unchanged(Known? before, Partner partner) =>
            partner.Clients.Count > 0 && before?.ByClient.GetValueOrDefault(partner.Clients[0]) is { } entry
            && entry.Partner.Code == partner.Code && entry.Partner.Version == partner.Version && entry.Partner.ChangedAt == partner.ChangedAt
                ? entry
                : null;
    }
}
