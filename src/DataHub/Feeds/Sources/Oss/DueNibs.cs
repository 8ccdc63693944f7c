using DataHub.Feeds.Loading;
using Npgsql;

namespace DataHub.Feeds.Sources.Oss;

/// <summary>Which NIBs the hub asks OSS for next.</summary>
internal sealed class DueNibs(NpgsqlDataSource database, FeedLoader loader)
{
    // A NIB of a licence is due when neither a delivery nor an answer has told of it for a time; one that only other feeds quote, when it
    // was not asked for as long. What has waited longest comes first, what was never heard of before all.
    private const string Due = """
        select nib
        from (
          select l.nib, greatest(r.received_at, q.asked_at) as heard_at
          from registry.licence l
          left join feeds.source_record r on r.feed = 'OSS' and r.source_key = l.nib and r.is_current
          left join feeds.oss_inquiry q on q.nib = l.nib
          union all
          select k.nib, q.asked_at
          from (
            select nib from linkage.record_key where nib is not null and feed <> 'OSS'
            union select quoted_nib from credit.loan where quoted_nib <> ''
            union select quoted_nib from market.shop where quoted_nib <> ''
          ) k
          left join feeds.oss_inquiry q on q.nib = k.nib
          where not exists (select from registry.licence l where l.nib = k.nib)
        ) known
        where (heard_at is null or heard_at < $1)
          and not exists (select from rights.erased_record e where e.feed = 'OSS' and e.source_key = known.nib)
        order by heard_at nulls first, nib
        limit $2
        """;

    /// <summary>At most so many, longest unheard of first.</summary>
    public async Task<IReadOnlyList<string>> ReadAsync(DateTimeOffset heardBefore, int most, CancellationToken cancel)
    {
        await new QuotedNibs(database, loader).FillAsync(cancel);
        await using var command = database.CreateCommand(Due);
        command.Parameters.Add(new() { Value = heardBefore });
        command.Parameters.Add(new() { Value = most });
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var nibs = new List<string>();
        while (await rows.ReadAsync(cancel)) nibs.Add(rows.GetString(0));
        return nibs;
    }
}
