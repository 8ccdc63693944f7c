using System.Text.Json;
using DataHub.Feeds.Reading;
using DataHub.Shared.Secrets;
using Npgsql;

namespace DataHub.Feeds.Loading;

/// <summary>Makes a file's arrivals part of the hub: compares, keeps, links and publishes them, all in the load's transaction.</summary>
internal sealed class Publisher(NpgsqlConnection connection, FeedDefinition feed, Protector protector)
{
    private static readonly Dictionary<string, string> Judges = new(StringComparer.Ordinal)
    {
        ["SIKP"] = "Linking/sikp",
        ["PELATIHAN"] = "Linking/pelatihan",
        ["MARKETPLACE"] = "Linking/marketplace",
        ["SERTIFIKAT"] = "Linking/sertifikat",
        ["SIDT"] = "Linking/by_nib",
        ["PRODUK"] = "Linking/by_nib",
        ["PAMERAN"] = "Linking/by_nib",
        ["PENGADAAN"] = "Linking/by_nib",
        ["KEMITRAAN"] = "Linking/by_nib",
        ["DAFTAR"] = "Linking/daftar",
    };

    // Any number.
    internal const long PublishLock = 0x4665_6564_4c69_6e6b;

    // From how many new rows on the statistics of a feed's tables are brought up to date with the load itself.
    private const int ManyRows = 5000;

    private static readonly Dictionary<string, string> Tables = new(StringComparer.Ordinal)
    {
        ["OSS"] = "registry.person, registry.business, registry.licence, linkage.business_key",
        ["SIKP"] = "credit.loan, registry.person",
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
    /// True for feeds that make persons, businesses or programmes, or that join rows of other feeds: nothing else may be published
    /// meanwhile. The others only tell of what is there, each in a table of its own.
    /// </summary>
    public static bool IsAlone(FeedDefinition feed) => feed.Name is "OSS" or "SIKP" or "PROGRAM" or "PELATIHAN" or "LISTING";

    private bool IsLinked => feed.Name is not ("PROGRAM" or "LISTING");

    /// <summary>Publishes everything that arrived; <paramref name="reader"/> reads rows that the hub holds already.</summary>
    public async Task PublishAsync(RowReader reader, Arrivals arrivals, CancellationToken cancel)
    {
        await ExecuteAsync($"select pg_advisory_xact_lock{(IsAlone(feed) ? "" : "_shared")}({PublishLock})", cancel);
        await FeedScript.RunAsync(connection, "Publishing/quarantine", cancel);
        await FeedScript.RunAsync(connection, "Publishing/landing", cancel);
        if (await ScalarAsync("select created + changed from this_load", cancel) is not 0)
        {
            if (IsLinked) await LinkAsync(reader, arrivals, cancel);
            if (feed.Name != "OSS") await FeedScript.RunAsync(connection, $"Publishing/{feed.Name.ToLowerInvariant()}", cancel);
            await FeedScript.RunAsync(connection, "Publishing/put_back", cancel);
            if (feed.Name is "OSS" or "SIKP") await FeedScript.RunAsync(connection, "Linking/relink", cancel);
            if (feed.Name is "OSS" or "SIKP" or "SIDT") await FeedScript.RunAsync(connection, "Linking/figures", cancel);
            if (feed.Name is "OSS" or "SIKP") await FeedScript.RunAsync(connection, "Linking/remove", cancel);
        }
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

    private async Task LinkAsync(RowReader reader, Arrivals arrivals, CancellationToken cancel)
    {
        await FeedScript.RunAsync(connection, "Publishing/keys", cancel);
        if (feed.Name is "OSS" or "SIKP" or "PELATIHAN") await FeedScript.RunAsync(connection, "Publishing/persons", cancel);
        if (feed.Name == "OSS")
        {
            await BringMatesAsync(reader, arrivals, cancel);
            await FeedScript.RunAsync(connection, "Publishing/oss", cancel);
            // The other feeds are judged by what OSS says now.
            await FeedScript.RunAsync(connection, "Linking/apply", cancel);
            await ExecuteAsync("truncate scope, decision", cancel);
        }
        await FeedScript.RunAsync(connection, "Linking/scope", cancel);
        if (feed.Name is "OSS" or "SIKP") await FeedScript.RunAsync(connection, "Linking/sikp_businesses", cancel);
        await FeedScript.RunAsync(connection, "Linking/resolve", cancel);
        foreach (var script in await JudgesInScopeAsync(cancel)) await FeedScript.RunAsync(connection, script, cancel);
        await FeedScript.RunAsync(connection, "Linking/apply", cancel);
    }

    /// <summary>Adds the OSS records that stand in one group or share a business with an arrived one: a group is judged whole.</summary>
    private async Task BringMatesAsync(RowReader reader, Arrivals arrivals, CancellationToken cancel)
    {
        var mates = new List<FeedRow>();
        await using (var command = new NpgsqlCommand(
            """
            select r.line, r.payload
            from feeds.source_record r
            where r.feed = 'OSS' and r.is_current
              -- Of the very first file this is false, and nothing more is looked for.
              and (select exists (select from feeds.source_record f where f.feed = 'OSS' and f.run_id <> (select run_id from this_load)))
              and r.source_key in (
                select k.source_key from linkage.record_key k where k.feed = 'OSS' and k.group_key in (select key_group from incoming)
                union
                select mate.source_key
                from incoming i
                join linkage.link l on l.feed = 'OSS' and l.source_key = i.source_key and l.closed_at is null
                join linkage.link mate on mate.business_id = l.business_id and mate.feed = 'OSS' and mate.closed_at is null
                except select source_key from incoming)
            """, connection)
        { CommandTimeout = 0 })
        await using (var rows = await command.ExecuteReaderAsync(cancel))
        {
            while (await rows.ReadAsync(cancel))
            {
                var source = new RawRow(rows.GetInt32(0), reader.Reopen(rows.GetFieldValue<byte[]>(1)));
                if (!reader.TryRead(source, out var row, out _))
                    throw new InvalidDataException("a row that the hub took earlier can no longer be read");
                mates.Add(row!);
            }
        }
        await arrivals.CopyAsync(mates, cancel);
    }

    private async Task<IReadOnlyList<string>> JudgesInScopeAsync(CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand("select distinct feed from scope where feed <> 'OSS'", connection);
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var scripts = new SortedSet<string>(StringComparer.Ordinal);
        while (await rows.ReadAsync(cancel)) scripts.Add(Judges[rows.GetString(0)]);
        return [.. scripts];
    }

    /// <summary>The next load, and readers, plan by what is there now and not by what there was before.</summary>
    private async Task AnalyzeAsync(CancellationToken cancel)
    {
        const string kept = "feeds.source_record (feed, source_key, is_current, run_id), linkage.record_key, linkage.link";
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
