using Npgsql;

namespace DataHub.Linkage.Review;

/// <summary>Reads and writes linkage.judgement within a transaction.</summary>
internal sealed class JudgementStore(NpgsqlConnection connection, CancellationToken cancellation)
{
    // The order of a pair is PostgreSQL's, whose collation may be another than ours.
    private const string Ordered =
        """
        (select distinct case when (p.f1, p.k1) < (p.f2, p.k2) then p.f1 else p.f2 end as feed_a,
          case when (p.f1, p.k1) < (p.f2, p.k2) then p.k1 else p.k2 end as key_a,
          case when (p.f1, p.k1) < (p.f2, p.k2) then p.f2 else p.f1 end as feed_b,
          case when (p.f1, p.k1) < (p.f2, p.k2) then p.k2 else p.k1 end as key_b
        from unnest($1::text[], $2::text[], $3::text[], $4::text[]) p(f1, k1, f2, k2))
        """;

    private const string StandingQuery =
        $"""
        select j.id, j.decision_id, j.verdict, j.judged_by, j.needs_second and j.second_at is null, j.feed_a, j.key_a, j.feed_b, j.key_b
        from linkage.judgement j join {Ordered} p using (feed_a, key_a, feed_b, key_b)
        where j.subject = $5 and j.withdrawn_at is null
        order by j.id
        """;

    private const string Insert =
        $"""
        with decision as (select nextval('linkage.decision_id_seq') as id)
        insert into linkage.judgement (decision_id, act, subject, feed_a, key_a, feed_b, key_b, verdict, reason, judged_by, judged_at, needs_second)
        select d.id, $6, $5, p.feed_a, p.key_a, p.feed_b, p.key_b, $7, $8, $9, $10, $11
        from {Ordered} p cross join decision d
        order by p.feed_a, p.key_a, p.feed_b, p.key_b
        returning decision_id
        """;

    private const string WithdrawQuery =
        """
        update linkage.judgement set withdrawn_by = $2, withdrawn_at = $3, withdrawal_reason = $4, pass_id = null
        where id = any ($1) and withdrawn_at is null
        """;

    private const string CloseQuery =
        """
        update linkage.review_pair q set state = 'DECIDED', closed_at = $2, held_by = null, held_until = null, is_unsure = false
        from linkage.judgement j
        where j.decision_id = $1 and q.subject = j.subject
          and (q.feed_a, q.key_a, q.feed_b, q.key_b) = (j.feed_a, j.key_a, j.feed_b, j.key_b) and q.state = 'OPEN'
        """;

    private const string ReopenQuery =
        """
        update linkage.review_pair q set state = 'OPEN', closed_at = null, is_unsure = false
        from linkage.judgement j
        where j.id = any ($1) and q.subject = j.subject
          and (q.feed_a, q.key_a, q.feed_b, q.key_b) = (j.feed_a, j.key_a, j.feed_b, j.key_b)
        """;

    /// <summary>Judgements about the pairs that are not withdrawn, in the order in which they were made.</summary>
    public async Task<List<StandingJudgement>> StandingAsync(string subject, IReadOnlyList<(RecordKey Left, RecordKey Right)> pairs)
    {
        await using var command = Command(StandingQuery, [.. Arrays(pairs), subject]);
        return await ReadAsync(command);
    }

    /// <summary>The judgements of a decision that are not withdrawn, held for this transaction.</summary>
    public async Task<List<StandingJudgement>> OfDecisionAsync(long decision)
    {
        await using var command = Command(
            """
            select j.id, j.decision_id, j.verdict, j.judged_by, j.needs_second and j.second_at is null, j.feed_a, j.key_a, j.feed_b, j.key_b
            from linkage.judgement j where j.decision_id = $1 and j.withdrawn_at is null order by j.id for update
            """,
            [decision]);
        return await ReadAsync(command);
    }

    /// <summary>Enters a decision; gives its number.</summary>
    public async Task<long> EnterAsync(Decision decision)
    {
        await using var command = Command(Insert,
        [
            .. Arrays(decision.Pairs), decision.Subject, decision.Act, decision.Verdict, decision.Reason, decision.By, decision.At,
            decision.NeedsSecond,
        ]);
        return (long)(await command.ExecuteScalarAsync(cancellation))!;
    }

    /// <summary>Withdraws judgements and opens their pairs again.</summary>
    public async Task WithdrawAsync(IReadOnlyList<long> ids, (string By, DateTime At, string Reason) why)
    {
        await ExecuteAsync(WithdrawQuery, [ids.ToArray(), why.By, why.At, why.Reason]);
        await ExecuteAsync(ReopenQuery, [ids.ToArray()]);
    }

    /// <summary>The pairs of a decision that now holds wait no more.</summary>
    public Task ClosePairsAsync(long decision, DateTime at) => ExecuteAsync(CloseQuery, [decision, at]);

    /// <summary>A second steward agrees.</summary>
    public Task ConfirmAsync(long decision, string by, DateTime at) => ExecuteAsync(
        "update linkage.judgement set second_by = $2, second_at = $3, pass_id = null where decision_id = $1 and withdrawn_at is null",
        [decision, by, at]);

    /// <summary>Has the next pass come to these records, whichever it is.</summary>
    public Task NotePendingAsync(IReadOnlyList<RecordKey> records) => ExecuteAsync(
        "insert into linkage.pending (feed, source_key) select * from unnest($1::text[], $2::text[]) on conflict do nothing",
        [records.Select(record => record.Feed).ToArray(), records.Select(record => record.Key).ToArray()]);

    /// <summary>The pass that took a decision as it stands; null: none yet.</summary>
    public async Task<long?> PassOfAsync(long decision)
    {
        const string Sql = "select max(pass_id) from linkage.judgement where decision_id = $1 and withdrawn_at is null";
        await using var command = Command(Sql, [decision]);
        return await command.ExecuteScalarAsync(cancellation) is long pass ? pass : null;
    }

    /// <summary>What the records of a decision were judged for.</summary>
    public async Task<string> SubjectOfAsync(long decision)
    {
        await using var command = Command("select min(subject) from linkage.judgement where decision_id = $1", [decision]);
        return (string)(await command.ExecuteScalarAsync(cancellation))!;
    }

    /// <summary>Runs a statement; gives the number of rows that it changed.</summary>
    public async Task<int> ExecuteAsync(string sql, object[] values)
    {
        await using var command = Command(sql, values);
        return await command.ExecuteNonQueryAsync(cancellation);
    }

    private NpgsqlCommand Command(string sql, object[] values)
    {
        var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values) command.Parameters.Add(new NpgsqlParameter { Value = value });
        return command;
    }

    private static object[] Arrays(IReadOnlyList<(RecordKey Left, RecordKey Right)> pairs) =>
    [
        pairs.Select(pair => pair.Left.Feed).ToArray(), pairs.Select(pair => pair.Left.Key).ToArray(),
        pairs.Select(pair => pair.Right.Feed).ToArray(), pairs.Select(pair => pair.Right.Key).ToArray(),
    ];

    private async Task<List<StandingJudgement>> ReadAsync(NpgsqlCommand command)
    {
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var standing = new List<StandingJudgement>();
        while (await row.ReadAsync(cancellation))
        {
            var pair = (new RecordKey(row.GetString(5), row.GetString(6)), new RecordKey(row.GetString(7), row.GetString(8)));
            standing.Add(new(row.GetInt64(1), row.GetString(2), row.GetString(3), row.GetBoolean(4), pair) { Id = row.GetInt64(0) });
        }
        return standing;
    }
}
