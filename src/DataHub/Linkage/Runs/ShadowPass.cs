using DataHub.Linkage.Model;
using DataHub.Linkage.Store;
using DataHub.Shared;
using DataHub.Shared.Secrets;
using Npgsql;

namespace DataHub.Linkage.Runs;

/// <summary>
/// Links everything beside what is published and tells how far the two are apart. Publishes nothing: passes near a few records may have drifted
/// from what a pass over everything says, and somebody should know before it is run.
/// </summary>
public sealed class ShadowPass(NpgsqlDataSource database, Protector protector, TimeProvider clock)
{
    /// <summary>Runs it; the answer is in <c>linkage.pass</c> too.</summary>
    public async Task<ShadowResult> RunAsync(CancellationToken cancel = default)
    {
        var begun = clock.GetUtcNow();
        await using var connection = await database.OpenConnectionAsync(cancel);
        await using var moment = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancel);
        var places = await PlacesTable.ReadAsync(connection, cancel);
        var reader = new PassReader(connection, new RecordOpener(protector, places.Places, Wib.DateOf(begun)));
        var records = await reader.RecordsAsync(all: true, null, cancel);
        var seen = records.Where(record => !record.IsPending).ToList();
        var context = new LinkContext { Judgements = await JudgementsAsync(reader, seen, cancel), Gazetteer = places.Gazetteer };
        var found = Linker.Link(seen.ConvertAll(record => record.Record), context, cancel);
        var published = seen.ConvertAll(record => record.Former!.Business != 0 ? record.Former.Business : -record.Former.Cluster);
        var differing = PartitionDifference.Count(published, Array.ConvertAll(found.Businesses, cluster => (long)cluster));
        var result = new ShadowResult(seen.Count, records.Count - seen.Count, differing);
        await EnterAsync(result, begun, context.Model.Version, cancel);
        return result;
    }

    private static async Task<IReadOnlyList<LinkJudgement>> JudgementsAsync(PassReader reader, List<PassRecord> records, CancellationToken cancel)
    {
        var places = new Dictionary<RecordName, int>(records.Count);
        for (var i = 0; i < records.Count; i++) places.Add(new(records[i].Feed, records[i].Record.SourceKey), i);
        return
        [
            .. from row in await reader.JudgementsAsync(all: true, cancel)
               where places.ContainsKey(row.A) && places.ContainsKey(row.B)
               select new LinkJudgement(places[row.A], places[row.B], row.Subject, row.AreSame),
        ];
    }

    private async Task EnterAsync(ShadowResult result, DateTimeOffset begun, string model, CancellationToken cancel)
    {
        await using var command = database.CreateCommand(
            """
            insert into linkage.pass (kind, status, model_version, started_at, finished_at, records, pending, differing)
            values ('SHADOW', 'DONE', $1, $2, $3, $4, $5, $6)
            """);
        command.Parameters.AddWithValue(model);
        command.Parameters.AddWithValue(begun);
        command.Parameters.AddWithValue(clock.GetUtcNow());
        foreach (var count in (int[])[result.Records, result.Pending, result.Differing]) command.Parameters.AddWithValue(count);
        await command.ExecuteNonQueryAsync(cancel);
    }
}

/// <summary>What a shadow pass came to.</summary>
/// <param name="Records">Records that were compared.</param>
/// <param name="Pending">Records left out since no pass has published them yet.</param>
/// <param name="Differing">Records that would stand in another business, see <see cref="PartitionDifference"/>.</param>
public sealed record ShadowResult(int Records, int Pending, int Differing);
