using DataHub.Audit;
using DataHub.Planning;
using Npgsql;

namespace DataHub.Linkage.Review;

/// <summary>
/// Carries decisions out: what is entered is committed first, then the records near it are linked anew, so that a pass that fails leaves
/// a decision that the next one applies.
/// </summary>
internal sealed class DecisionDesk(HubParts parts, Relink relink)
{
    private const int MostBusinesses = 100;

    private const string Standing =
        """
        select b.id from (
          select l.business_id as id, min(k.ord) as ord
          from unnest($1::text[], $2::text[]) with ordinality k(feed, key, ord)
          join linkage.link l on l.feed = k.feed and l.source_key = k.key and l.closed_at is null
          where l.business_id is not null group by l.business_id) b
        order by b.ord limit $3
        """;

    /// <summary>Now, UTC.</summary>
    public DateTime Now => parts.Time.GetUtcNow().UtcDateTime;

    /// <summary>Does something within a transaction; what it gives tells what to do then. Errors leave nothing behind.</summary>
    public async Task<LinkDecisionPayload> RunAsync(
        HubRequest request, Func<NpgsqlConnection, JudgementStore, Task<DecisionOutcome>> work, CancellationToken cancellation)
    {
        DecisionOutcome outcome;
        await using (var connection = await parts.DataSource.OpenConnectionAsync(cancellation))
        {
            await using var transaction = await connection.BeginTransactionAsync(cancellation);
            var store = new JudgementStore(connection, cancellation);
            outcome = await work(connection, store);
            if (outcome.Error is { } error) return new LinkDecisionPayload([error]);
            await TellAsync(request, connection, outcome.Records, cancellation);
            if (outcome.IsToApply) await store.NotePendingAsync(outcome.Records);
            await transaction.CommitAsync(cancellation);
        }
        return await FinishAsync(request, outcome, cancellation);
    }

    /// <summary>The businesses in which records stand, in the order of the records.</summary>
    public static async Task<List<long>> BusinessesAsync(
        NpgsqlConnection connection, IReadOnlyList<RecordKey> records, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(Standing, connection);
        command.Parameters.AddWithValue(records.Select(record => record.Feed).ToArray());
        command.Parameters.AddWithValue(records.Select(record => record.Key).ToArray());
        command.Parameters.AddWithValue(MostBusinesses);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var ids = new List<long>();
        while (await row.ReadAsync(cancellation)) ids.Add(row.GetInt64(0));
        return ids;
    }

    private async Task<LinkDecisionPayload> FinishAsync(HubRequest request, DecisionOutcome outcome, CancellationToken cancellation)
    {
        var pass = outcome.PassId;
        // The decision stands: that it is applied must not be cut short with the request.
        if (outcome.IsToApply) pass = await ApplyAsync(outcome, CancellationToken.None);
        await using var connection = await parts.DataSource.OpenConnectionAsync(cancellation);
        var businesses = await TellAsync(request, connection, outcome.Records, cancellation);
        return new LinkDecisionPayload([]) { DecisionId = outcome.DecisionId, PassId = pass, BusinessIds = businesses };
    }

    private async Task<long> ApplyAsync(DecisionOutcome outcome, CancellationToken cancellation)
    {
        var pass = await relink(outcome.Records, cancellation);
        await using var command = parts.DataSource.CreateCommand("update linkage.judgement set pass_id = $2 where decision_id = any ($1)");
        command.Parameters.AddWithValue(outcome.Changed.ToArray());
        command.Parameters.AddWithValue(pass);
        await command.ExecuteNonQueryAsync(cancellation);
        return pass;
    }

    // The ledger names the businesses before and after.
    private static async Task<List<long>> TellAsync(
        HubRequest request, NpgsqlConnection connection, IReadOnlyList<RecordKey> records, CancellationToken cancellation)
    {
        var businesses = await BusinessesAsync(connection, records, cancellation);
        foreach (var business in businesses) request.Look.Concerns(Subject.Business(business));
        return businesses;
    }
}
