using System.Text.Json;
using DataHub.Feeds.Reading;
using DataHub.Shared.Secrets;
using Npgsql;

namespace DataHub.Feeds.Loading;

/// <summary>Makes a file's arrivals part of the hub: compares, keeps, links and publishes them, all in the load's transaction.</summary>
internal sealed class Publisher(NpgsqlConnection connection, FeedDefinition feed, Protector protector)
{
    // Any number.
    internal const long PublishLock = 0x4665_6564_4c69_6e6b;

    // From how many new rows on the statistics of a feed's tables are brought up to date with the load itself.
    private const int ManyRows = 5000;

    private static readonly Dictionary<string, string> Tables = new(StringComparer.Ordinal)
    {
        ["OSS"] = "registry.oss_record",
        ["SIKP"] = "credit.loan",
        ["PROGRAM"] = "training.programme",
        ["PELATIHAN"] = "training.participation",
        ["MARKETPLACE"] = "market.shop",
        ["SERTIFIKAT"] = "market.certificate",
        ["SIDT"] = "registry.annual_figure, registry.business",
        ["PRODUK"] = "market.product",
        ["LISTING"] = "market.listing",
        ["PAMERAN"] = "market.exhibition_participation",
        ["PENGADAAN"] = "market.procurement_contract",
        ["KEMITRAAN"] = "market.partnership",
        ["DAFTAR"] = "registry.listed_business",
    };

    /// <summary>
    /// True for feeds that make programmes, or that join rows of other feeds, and for OSS, which finds the tables of all feeds empty:
    /// nothing else may be published meanwhile. The others only tell of what is there, each in a table of its own.
    /// </summary>
    public static bool IsAlone(FeedDefinition feed) => feed.Name is "OSS" or "PROGRAM" or "PELATIHAN" or "LISTING";

    /// <summary>True for feeds whose records the linking pass compares.</summary>
    public static bool IsCompared(FeedDefinition feed) => FeedCatalogue.IsCompared(feed);

    private bool NamesBusiness => !IsCompared(feed) && feed.Name is not ("PROGRAM" or "LISTING");

    /// <summary>Waits until the load may be published: alone, or beside others that do not touch what it touches.</summary>
    /// <param name="isFirst">The hub holds no record yet: the first load fills tables that all feeds share.</param>
    public Task WaitAsync(bool isFirst, CancellationToken cancel) =>
        ExecuteAsync($"select pg_advisory_xact_lock{(isFirst || IsAlone(feed) ? "" : "_shared")}({PublishLock})", cancel);

    /// <summary>Publishes everything that arrived; <see cref="WaitAsync"/> was called before.</summary>
    public async Task PublishAsync(CancellationToken cancel)
    {
        await FeedScript.RunAsync(connection, "Publishing/quarantine", cancel);
        await FeedScript.RunAsync(connection, "Publishing/landing", cancel);
        if (await ScalarAsync("select created + changed from this_load", cancel) is not 0)
        {
            if (IsCompared(feed)) await FeedScript.RunAsync(connection, "Publishing/pending", cancel);
            if (NamesBusiness) await LinkAsync(cancel);
            await FeedScript.RunAsync(connection, $"Publishing/{feed.Name.ToLowerInvariant()}", cancel);
            await FeedScript.RunAsync(connection, "Publishing/put_back", cancel);
            if (feed.Name == "SIDT") await FeedScript.RunAsync(connection, "Linking/figures", cancel);
        }
        // What brought nothing new waits for no pass.
        else await ExecuteAsync("update this_load set awaits_linking = false", cancel);
        await FeedScript.RunAsync(connection, "Publishing/finish", cancel);
        if (await ScalarAsync("select created + changed from this_load", cancel) > ManyRows) await AnalyzeAsync(cancel);
        await FeedScript.RunAsync(connection, "Publishing/events", cancel);
    }

    /// <summary>Rows with a key that another row of the file has too, and other values: they are quarantined.</summary>
    public async Task<IReadOnlyList<RejectedField>> RepeatedAsync(CancellationToken cancel)
    {
        await FeedScript.RunAsync(connection, "Publishing/repeated", cancel);
        await using var command = new NpgsqlCommand(
            "select i.line, i.payload, i.content_hash from incoming i join repeated r using (line) where r.differs order by i.line", connection);
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var rejected = new List<RejectedField>();
        while (await rows.ReadAsync(cancel))
        {
            var payload = rows.GetFieldValue<byte[]>(1);
            using var row = JsonDocument.Parse(protector.Decrypt(payload));
            rejected.Add(new RejectedField
            {
                Line = rows.GetInt32(0),
                Column = feed.Key.Name,
                Reason = Reasons.DuplicateKey,
                Value = protector.Encrypt(row.RootElement.GetProperty(feed.Key.Name).GetString()!),
                Payload = payload,
                ContentHash = rows.GetFieldValue<byte[]>(2),
            });
        }
        return rejected;
    }

    private async Task LinkAsync(CancellationToken cancel)
    {
        await FeedScript.RunAsync(connection, "Publishing/keys", cancel);
        foreach (var script in new[] { "scope", "resolve", "by_nib", "daftar", "apply" }) await FeedScript.RunAsync(connection, $"Linking/{script}", cancel);
    }

    /// <summary>The next load, and readers, plan by what is there now and not by what there was before.</summary>
    private async Task AnalyzeAsync(CancellationToken cancel)
    {
        const string kept = "feeds.source_record (feed, source_key, is_current, run_id), linkage.record_key, linkage.link, linkage.pending";
        await ExecuteAsync($"analyze {Tables[feed.Name]}, {kept}", cancel);
    }

    private async Task ExecuteAsync(string sql, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancel);
    }

    private async Task<int> ScalarAsync(string sql, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return (int)(await command.ExecuteScalarAsync(cancel))!;
    }
}
