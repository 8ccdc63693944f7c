using DataHub.Shared.Secrets;
using DataHub.Testing;
using Npgsql;

namespace DataHub.Tests.Consent;

/// <summary>The samples with telephone numbers, and consents in every state.</summary>
public sealed class ConsentWorld : HubFixture
{
    // Persons: 1 consents to the bank, 2 to another bank, 3 for another purpose, 5 to another field, 6 not yet, 7 no more, 9 withdrew;
    // 4 and 8 have no annual sales, 4 consents all the same; business 10, 11 and 12 are person 10's, of whom nothing is known.
    private const string Rows = """
        update registry.business set phone = '0811000' || lpad(id::text, 4, '0'), email = 'usaha' || id || '@example.com';
        insert into access.consent (person_id, organisation, purpose, fields, valid_from, valid_until, evidence_kind, notice_version, given_at, entered_by)
        select person, organisation, purpose, fields, now() + first * interval '1 day', now() + last * interval '1 day', 'ONLINE', '2026-11', now(), 'test'
        from (values
          (1, '002', 'KUR_ELIGIBILITY', array['Business.annualSales', 'Business.phone'], -1, 30),
          (1, 'tapis-mal', 'SELLER_VERIFICATION', array['Business.phone'], -1, 30),
          (1, 'pemprov-lampung', 'PROGRAMME_MONITORING', array['Business.annualSales'], -1, 30),
          (2, '008', 'KUR_ELIGIBILITY', array['Business.annualSales'], -1, 30),
          (3, '002', 'SELLER_VERIFICATION', array['Business.annualSales'], -1, 30),
          (4, '002', 'KUR_ELIGIBILITY', array['Business.annualSales'], -1, 30),
          (5, '002', 'KUR_ELIGIBILITY', array['Business.phone'], -1, 30),
          (6, '002', 'KUR_ELIGIBILITY', array['Business.annualSales'], 1, 30),
          (7, '002', 'KUR_ELIGIBILITY', array['Business.annualSales'], -30, -1),
          (9, '002', 'KUR_ELIGIBILITY', array['Business.annualSales'], -1, 30)
        ) as c (person, organisation, purpose, fields, first, last);
        insert into access.consent_withdrawal (consent_id, withdrawn_at, evidence_kind, entered_by)
        select id, now(), 'ONLINE', 'test' from access.consent where person_id = 9;
        """;

    /// <summary>Withdraws all consents of a person that hold.</summary>
    public Task WithdrawAsync(long person) => ExecuteAsync(
        """
        insert into access.consent_withdrawal (consent_id, withdrawn_at, evidence_kind, entered_by)
        select id, now(), 'ONLINE', 'test' from access.consent c where person_id = $1
          and not exists (select from access.consent_withdrawal w where w.consent_id = c.id)
        """, person);

    /// <summary>Gives the bank a consent of a person to have annual sales.</summary>
    public Task GiveAsync(long person) => ExecuteAsync(
        """
        insert into access.consent (person_id, organisation, purpose, fields, valid_from, valid_until, evidence_kind, notice_version, given_at, entered_by)
        values ($1, '002', 'KUR_ELIGIBILITY', array['Business.annualSales'], now() - interval '1 day', now() + interval '1 day', 'ONLINE', '2026-11', now(), 'test')
        """, person);

    protected override async Task FillRowsAsync(Protector protector)
    {
        await base.FillRowsAsync(protector);
        await RunAsync(Rows);
    }

    private async Task ExecuteAsync(string sql, long person)
    {
        await using var command = DataSource.CreateCommand(sql);
        command.Parameters.Add(new NpgsqlParameter { Value = person });
        await command.ExecuteNonQueryAsync();
    }
}
