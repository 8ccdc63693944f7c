using System.Text.Json.Nodes;

namespace DataHub.Bench.Comparison;

/// <summary>
/// The seven queries but Q5 as a steward asks them, and as a bank and a dashboard may: without what the contract does not open to them, and
/// with something that it shows them in another form or by consent.
/// </summary>
internal static class PolicyQueries
{
    /// <summary>The query of a bank that asks for something by consent.</summary>
    public const string WithConsent = "Q1 bank";

    private static readonly (Consumer Consumer, Func<string, string[]> Masked)[] Asking =
    [
        (Consumer.Steward, static _ => []),
        (Consumer.Bank, static question => question is "Q2" or "Q4" or "Q6" ? ["owner.nik"] : []),
        (Consumer.Dashboard, static question => question is "Q2" or "Q4" or "Q6" ? ["capital", "owner.name"] : ["capital"]),
    ];

    // Written as a load of consents would be. The table takes no change and no removal: what stands there stays.
    private const string Consents = """
        insert into access.consent
          (person_id, organisation, purpose, fields, valid_from, valid_until, evidence_kind, notice_version, given_at, entered_by)
        select distinct b.owner_id, '002', 'KUR_ELIGIBILITY', array['Business.annualSales'],
          now(), now() + interval '10 years', 'ONLINE', 'bench', now(), 'bench'
        from registry.business b where b.nib = any($1) and not exists (
          select from access.consent c
          where c.person_id = b.owner_id and c.entered_by = 'bench' and c.valid_until > now() + interval '1 day')
        """;

    /// <summary>Those of the names, for each consumer; the owners of what the bank asks about have given it their consent then.</summary>
    public static async Task<IReadOnlyList<BenchQuery>> ReadAsync(
        BenchDatabase database, StandardQueries standard, IReadOnlyList<string> names)
    {
        if (!database.IsOwn) throw new BenchException("--policy gives consents, and does so in the built-in database only.");
        var queries = new List<BenchQuery>();
        foreach (var (consumer, masked) in Asking)
        {
            var questions = names.Where(name => !name.StartsWith("Q5", StringComparison.Ordinal)).ToList();
            var read = await standard.ReadAsync(questions.ConvertAll(question => $"{question} {consumer.Name}"));
            queries.AddRange(read.Select(query => query with { Client = consumer.Client, Masked = masked(query.Question) }));
        }
        if (queries.Find(query => query.Name == WithConsent) is { } byConsent) await GiveAsync(database, byConsent);
        return queries;
    }

    private static async Task GiveAsync(BenchDatabase database, BenchQuery query)
    {
        await using var command = database.Source.CreateCommand(Consents);
        command.Parameters.Add(new() { Value = query.Variables.Select(set => set["nib"]!.GetValue<string>()).ToArray() });
        if (await command.ExecuteNonQueryAsync() > 0) await database.SettleAsync();
    }
}
