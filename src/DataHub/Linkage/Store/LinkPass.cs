using DataHub.Feeds;
using DataHub.Feeds.Loading;
using DataHub.Feeds.Reading;
using DataHub.Linkage.Model;
using DataHub.Shared;
using DataHub.Shared.Secrets;
using Npgsql;

namespace DataHub.Linkage.Store;

/// <summary>
/// Finds out which business and which person the records of the compared feeds tell of, and writes all that follows from it: one
/// transaction, under the lock under which feeds are published. What a pass has not come to, the next one finds.
/// </summary>
public sealed class LinkPass(NpgsqlDataSource database, Protector protector, TimeProvider clock)
{
    // From how many records on a hub without businesses makes its indexes afterwards.
    private const int ManyRecords = 5000;

    private readonly PassLog log = new(database, clock);

    /// <summary>Weights that the pass compares by.</summary>
    public LinkModel Model { get; init; } = LinkModel.Current;

    /// <summary>Regions, known from one pass to the next.</summary>
    internal KnownPlaces Regions { get; init; } = new();

    /// <summary>Runs a pass, unless nothing waits for one any more when its turn has come: null then.</summary>
    public Task<PassResult?> RunPendingAsync(PassScope scope, IProgress<PassProgress>? progress, CancellationToken cancel) =>
        RunAsync(scope, onlyPending: true, progress, cancel);

    /// <summary>
    /// Runs a pass. Waits for loads that are being published, and for another pass. Throws <see cref="FeedRefusedException"/> while an
    /// exchange of keys is broken off.
    /// </summary>
    public async Task<PassResult> RunAsync(PassScope scope, IProgress<PassProgress>? progress = null, CancellationToken cancel = default) =>
        (await RunAsync(scope, onlyPending: false, progress, cancel))!;

    private async Task<bool> IsPendingAsync(CancellationToken cancel)
    {
        await using var command = database.CreateCommand("select exists (select from linkage.pending)");
        return await command.ExecuteScalarAsync(cancel) is true;
    }

    private async Task<PassResult?> RunAsync(PassScope scope, bool onlyPending, IProgress<PassProgress>? progress, CancellationToken cancel)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        await HoldAsync(connection, cancel);
        // Another process may have seen to it meanwhile.
        if (onlyPending && !await IsPendingAsync(cancel)) return null;
        var now = clock.GetUtcNow();
        var stamp = new PassStamp(await log.BeginAsync(scope, Model.Version, cancel), now, Wib.DateOf(now), scope.Kind, Model.Version);
        try
        {
            var result = await WorkAsync(connection, scope, stamp, progress, cancel);
            await transaction.CommitAsync(cancel);
            progress?.Report(new PassProgress(PassStage.Done, result.Records));
            return result;
        }
        catch (Exception error)
        {
            await transaction.DisposeAsync();
            await log.FailAsync(stamp.PassId, error switch
            {
                OperationCanceledException => "the pass was cancelled",
                NpgsqlException => "the database refused or ended the pass",
                _ => "the pass ended with an unexpected error",
            });
            throw;
        }
    }

    private async Task<PassResult> WorkAsync(
        NpgsqlConnection connection, PassScope scope, PassStamp stamp, IProgress<PassProgress>? progress, CancellationToken cancel)
    {
        var scripts = new PassScripts(connection, scope.IsFew);
        await scripts.BeginAsync(stamp, cancel);
        var places = await Regions.ReadAsync(connection, cancel);
        if (scope.Records is null)
            await OssRecords.FillAsync(connection, new RowReader(FeedCatalogue.Get("OSS"), protector, places.Places, stamp.Day), cancel);
        var reader = new PassReader(connection, new RecordOpener(protector, places.Places, stamp.Day));
        if (scope.Records is { } named) await reader.ChooseAsync(named, cancel);
        var records = await RecordsAsync(reader, scope, progress is null ? null : new Reading(progress), cancel);
        progress?.Report(new PassProgress(PassStage.Comparing, records.Count));
        var plan = await PlanAsync(new PassParts(connection, reader, protector, places.Places), places.Gazetteer, records, scope, cancel);
        progress?.Report(new PassProgress(PassStage.Applying, records.Count));
        await ApplyAsync(connection, scripts, (plan, stamp), cancel);
        var result = Result(plan, stamp);
        await PassLog.EndAsync(connection, result, clock.GetUtcNow(), cancel);
        return result;
    }

    /// <summary>
    /// The records to compare. A NIK is of one person: whom the registry has by a NIK that one of the records carries is compared too, so that
    /// the number does not go over to somebody else unseen.
    /// </summary>
    private async Task<List<PassRecord>> RecordsAsync(PassReader reader, PassScope scope, IProgress<int>? progress, CancellationToken cancel)
    {
        var records = await reader.RecordsAsync(scope.Records is null, progress, cancel);
        while (scope.Records is not null)
        {
            var niks = records.Select(record => Clusters.ValidNik(record.Record)).OfType<string>().Distinct(StringComparer.Ordinal);
            if (!await reader.ChooseOwnersAsync([.. niks.Select(protector.Hash)], cancel)) break;
            records = await reader.RecordsAsync(all: false, progress, cancel);
        }
        return records;
    }

    private async Task<PassPlan> PlanAsync(
        PassParts parts, Gazetteer gazetteer, List<PassRecord> records, PassScope scope, CancellationToken cancel)
    {
        var places = new Dictionary<RecordName, int>(records.Count);
        for (var i = 0; i < records.Count; i++) places.Add(new(records[i].Feed, records[i].Record.SourceKey), i);
        var planner = new PassPlanner(parts, records, places);
        var context = new LinkContext
        {
            Model = Model,
            Statistics = scope.Statistics,
            Judgements = planner.Judgements(await parts.Reader.JudgementsAsync(scope.Records is null, cancel)),
            TotalRecords = scope.Records is null ? records.Count : scope.Population ?? await CountAsync(parts.Connection, cancel),
            Gazetteer = gazetteer,
        };
        var result = Linker.Link([.. records.Select(record => record.Record)], context, cancel);
        return await planner.PlanAsync(result, scope, cancel);
    }

    private static async Task ApplyAsync(
        NpgsqlConnection connection, PassScripts scripts, (PassPlan Plan, PassStamp Stamp) of, CancellationToken cancel)
    {
        var plan = of.Plan;
        var isFirst = plan.Records.Count > ManyRecords && !await HasBusinessesAsync(connection, cancel);
        if (isFirst) await scripts.RunAsync(["Linkage/Store/aside"], cancel);
        await new PassWriter(connection, plan).WriteAsync(of.Stamp, cancel);
        await scripts.RunAsync(Steps(plan, isFirst), cancel);
        if (plan.Moved.Count > ManyRecords) await AnalyzeAsync(connection, cancel);
        await scripts.EndAsync(cancel);
    }

    /// <summary>The files that make a plan true; those that have nothing to do are left out.</summary>
    private static List<string> Steps(PassPlan plan, bool isFirst)
    {
        List<string> steps = [];
        if (plan.Moved.Count > 0) steps.Add("Linkage/Store/links");
        if (plan.ChangesPersons) steps.Add("Linkage/Store/persons");
        if (plan.ChangesBusinesses)
        {
            steps.AddRange(
                ["Linkage/Store/businesses", "Linkage/Store/by_nib", "Feeds/Linking/resolve", "Feeds/Linking/by_nib", "Feeds/Linking/daftar", "Feeds/Linking/apply"]);
        }
        if (plan.Moved.Count > 0 || plan.ChangesBusinesses) steps.Add("Linkage/Store/relink");
        if (isFirst) steps.Add("Feeds/Publishing/put_back");
        if (plan.Moved.Count > 0 || plan.ChangesBusinesses) steps.Add("Feeds/Linking/figures");
        if (plan.EndsNumbers) steps.Add("Linkage/Store/remove");
        steps.AddRange(["Linkage/Store/review", "Linkage/Store/finish"]);
        return steps;
    }

    private static PassResult Result(PassPlan plan, PassStamp stamp) => new()
    {
        PassId = stamp.PassId,
        Records = plan.Records.Count,
        Pending = plan.Records.Count(record => record.IsPending),
        Businesses = plan.Counts.Businesses,
        Persons = plan.Counts.Persons,
        Merged = plan.RetiredBusinesses.Count(one => one.Survivor != 0),
        Split = plan.Events.Count(happened => happened.Kind == "SPLIT"),
        Moved = plan.Events.Where(happened => happened.Kind == "MOVE").Sum(happened => happened.Records.Count),
        ToReview = plan.Review.Count,
    };

    /// <summary>Nothing is published, erased or given other keys until the pass has ended.</summary>
    private async Task HoldAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        await KeyLock.ShareAsync(connection, cancel);
        protector.Keys.Refresh();
        if (protector.Keys.Hash.InUse.Count > 1)
            throw new FeedRefusedException("an exchange of keys was broken off: end it with \"datahub keys rotate\", then link again");
        await ExecuteAsync(connection, $"select pg_advisory_xact_lock({Publisher.PublishLock})", cancel);
    }

    private static Task AnalyzeAsync(NpgsqlConnection connection, CancellationToken cancel) => ExecuteAsync(
        connection, "analyze linkage.link, linkage.evidence, registry.person, registry.business, registry.licence, credit.loan, "
            + "training.participation, market.shop, market.certificate", cancel);

    private static async Task<bool> HasBusinessesAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand("select exists (select from registry.business)", connection);
        return await command.ExecuteScalarAsync(cancel) is true;
    }

    private static async Task<int> CountAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(
            "select count(*)::int from feeds.source_record where is_current and feed = any ($1)", connection);
        command.Parameters.AddWithValue(FeedNames.All.ToArray());
        return (int)(await command.ExecuteScalarAsync(cancel))!;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancel);
    }

    // Progress<T> would report from the thread pool, out of order.
    private sealed class Reading(IProgress<PassProgress> progress) : IProgress<int>
    {
        public void Report(int value) => progress.Report(new PassProgress(PassStage.Reading, value));
    }
}
