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

    // From how many new rows on indexes are made behind a first load, and statistics of a feed's tables are brought up to date with any.
    private const int ManyRows = 5000;

    private const string Records = "feeds.source_record";

    // The one that its script fills first.
    private static readonly Dictionary<string, string[]> Tables = new(StringComparer.Ordinal)
    {
        ["OSS"] = ["registry.oss_record"],
        ["SIKP"] = ["credit.loan"],
        ["PROGRAM"] = ["training.programme"],
        ["PELATIHAN"] = ["training.participation"],
        ["MARKETPLACE"] = ["market.shop"],
        ["SERTIFIKAT"] = ["market.certificate"],
        ["SIDT"] = ["registry.annual_figure", "registry.business"],
        ["PRODUK"] = ["market.product"],
        ["LISTING"] = ["market.listing"],
        ["PAMERAN"] = ["market.exhibition_participation"],
        ["PENGADAAN"] = ["market.procurement_contract"],
        ["KEMITRAAN"] = ["market.partnership"],
        ["DAFTAR"] = ["registry.listed_business"],
    };

    // Feeds whose script has a form for an empty table.
    private static readonly HashSet<string> Filled = ["OSS", "SIKP", "PELATIHAN", "MARKETPLACE", "SERTIFIKAT", "SIDT", "PRODUK", "LISTING"];

    private bool isFirstOfHub;
    private bool isFirstOfFeed;

    /// <summary>
    /// True for feeds that make programmes, or that join rows of other feeds, and for OSS, which finds the tables of all feeds empty:
    /// nothing else may be published meanwhile. The others only tell of what is there, each in a table of its own.
    /// </summary>
    public static bool IsAlone(FeedDefinition feed) => feed.Name is "OSS" or "PROGRAM" or "PELATIHAN" or "LISTING";

    /// <summary>True for feeds whose records the linking pass compares.</summary>
    public static bool IsCompared(FeedDefinition feed) => FeedCatalogue.IsCompared(feed);

    /// <summary>The script that publishes a feed's rows.</summary>
    public static string ScriptOf(FeedDefinition feed) => $"Publishing/{feed.Name.ToLowerInvariant()}";

    /// <summary>Waits until the load may be published: alone, or beside others that do not touch what it touches.</summary>
    /// <param name="isFirst">The hub holds no record yet: the first load fills tables that all feeds share.</param>
    public async Task WaitAsync(bool isFirst, CancellationToken cancel)
    {
        await ExecuteAsync($"select pg_advisory_xact_lock{(isFirst || IsAlone(feed) ? "" : "_shared")}({PublishLock})", cancel);
        isFirstOfHub = isFirst;
        isFirstOfFeed = isFirst || !await HoldsRecordsAsync(cancel);
    }

    /// <summary>Publishes everything that arrived; <see cref="WaitAsync"/> was called before.</summary>
    public async Task PublishAsync(CancellationToken cancel)
    {
        await FeedScript.RunAsync(connection, "Publishing/quarantine", cancel);
        if (!isFirstOfFeed || !IsCompared(feed)) await ExecuteAsync("analyze incoming (line, source_key); analyze resent", cancel);
        await FeedScript.RunAsync(connection, "Publishing/landing", cancel);
        var news = await NewsAsync(cancel);
        if (news != 0) await RunAsync("Publishing/keeping", isFirstOfHub && await FillsAsync(Records, news, cancel), cancel);
        if (!isFirstOfFeed) await FeedScript.RunAsync(connection, "Publishing/vanished", cancel);
        if (news != 0) await TellAsync(news, cancel);
        // What brought nothing new waits for no pass.
        else await ExecuteAsync("update this_load set awaits_linking = false", cancel);
        await FeedScript.RunAsync(connection, "Publishing/finish", cancel);
        if (news > ManyRows) await AnalyzeAsync(cancel);
        await FeedScript.RunAsync(connection, "Publishing/events", cancel);
    }

    /// <summary>Rows with a key that another row of the file has too, and other values: they are quarantined.</summary>
    /// <param name="mayRepeat">False: the reader saw that no key stands in the file twice.</param>
    public async Task<IReadOnlyList<RejectedField>> RepeatedAsync(bool mayRepeat, CancellationToken cancel)
    {
        if (!mayRepeat) return [];
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

    /// <summary>What of the new rows others see.</summary>
    private async Task TellAsync(int news, CancellationToken cancel)
    {
        if (IsCompared(feed))
        {
            if (isFirstOfHub) await FillsAsync("linkage.pending", news, cancel);
            await RunAsync("Publishing/pending", isFirstOfFeed && !await AwaitsAsync(cancel), cancel);
        }
        if (FeedCatalogue.IsJoinedByKeys(feed)) await LinkAsync(cancel);
        await RunAsync(ScriptOf(feed), Filled.Contains(feed.Name) && await FillsAsync(Tables[feed.Name][0], news, cancel), cancel);
        await FeedScript.RunAsync(connection, "Publishing/put_back", cancel);
        if (feed.Name == "SIDT") await FeedScript.RunAsync(connection, "Linking/figures", cancel);
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
        await ExecuteAsync($"analyze {string.Join(", ", Tables[feed.Name])}, {kept}", cancel);
    }

    /// <summary>True: so many rows come into a table that was empty, and nobody else uses it until the load has ended.</summary>
    private async Task<bool> FillsAsync(string table, int news, CancellationToken cancel) =>
        news > ManyRows && await ScalarAsync<bool>($"select feeds.begin_filling('{table}')", cancel);

    // New, and changed.
    private Task<int> NewsAsync(CancellationToken cancel) => ScalarAsync<int>("select created + changed from this_load", cancel);

    private Task<bool> HoldsRecordsAsync(CancellationToken cancel) => ScalarAsync<bool>(
        "select exists (select from feeds.source_record where feed = (select feed from this_load) and is_current)", cancel);

    private Task<bool> AwaitsAsync(CancellationToken cancel) => ScalarAsync<bool>(
        "select exists (select from linkage.pending where feed = (select feed from this_load))", cancel);

    private Task RunAsync(string script, bool isFilling, CancellationToken cancel) =>
        isFilling ? FeedScript.FillAsync(connection, script, cancel) : FeedScript.RunAsync(connection, script, cancel);

    private async Task ExecuteAsync(string sql, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancel);
    }

    private async Task<T> ScalarAsync<T>(string sql, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        return (T)(await command.ExecuteScalarAsync(cancel))!;
    }
}
