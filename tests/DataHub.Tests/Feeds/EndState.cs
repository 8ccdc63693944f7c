namespace DataHub.Tests.Feeds;

/// <summary>What a hub says after loading, without the numbers its rows happen to have.</summary>
public static class EndState
{
    private const string Business =
        "coalesce(b.nib, b.name || '/' || coalesce(o.name, '')) from registry.business b left join registry.person o on o.id = b.owner_id";

    private static readonly string[] Queries =
    [
        """
        select 'business', b.nib, b.name, b.scale, b.scale_criterion, b.kbli, b.sector_code, b.regency_code, b.district_code, b.address,
          b.capital, b.annual_sales, b.annual_sales_year, b.workers, b.registered_on, b.status, o.name, o.gender
        from registry.business b left join registry.person o on o.id = b.owner_id
        """,
        $"select 'licence', l.nib, l.is_current, l.status, (select {Business} where b.id = l.business_id) from registry.licence l",
        "select 'person', p.name, p.gender, count(*) from registry.person p group by p.name, p.gender",
        $"""
        select 'loan', x.nomor_akad, x.kind, x.plafon, x.outstanding, x.kolektibilitas, x.akad_on, x.due_on, x.lender_code, x.regency_code,
          x.certainty, (select {Business} where b.id = x.business_id), (select name from registry.person p where p.id = x.person_id)
        from credit.loan x
        """,
        $"""
        select 'participation', x.source_key, p.code, x.organiser, x.started_on, x.finished_on, x.hours, x.passed,
          (select {Business} where b.id = x.business_id), (select name from registry.person p where p.id = x.person_id)
        from training.participation x join training.programme p on p.id = x.programme_id
        """,
        $"""
        select 'shop', x.shop_id, x.platform, x.name, x.product_count, x.rating, x.turnover_12_months, x.opened_on, x.certainty,
          (select {Business} where b.id = x.business_id)
        from market.shop x
        """,
        $"""
        select 'certificate', x.number, x.kind, x.number_well_formed, x.issued_on, x.expires_on,
          (select {Business} where b.id = x.business_id)
        from market.certificate x
        """,
        "select 'link', l.feed, l.source_key, l.rule, l.certainty from linkage.link l where l.closed_at is null",
        "select 'damaged', r.feed, r.source_date, r.damaged from feeds.source_record r where r.is_current and r.damaged <> '{}'",
        "select 'quarantine', q.feed, q.line, q.column_name, q.reason from feeds.quarantine q",
    ];

    public static async Task<List<string>> OfAsync(FeedWorld world)
    {
        var rows = new List<string>();
        foreach (var query in Queries) rows.AddRange(await world.RowsAsync(query));
        rows.Sort(StringComparer.Ordinal);
        return rows;
    }
}
