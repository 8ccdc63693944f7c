-- Of the runs whose records the pass has seen for the first time: joined to a business, not joined, and in doubt.
with seen as (
  select distinct r.run_id
  from linkage.pending p
  join feeds.source_record r on r.feed = p.feed and r.source_key = p.source_key and r.is_current
  where exists (select from chosen c where c.feed = p.feed and c.source_key = p.source_key) or (select kind from this_load) = 'FULL'
), doubted as (
  select feed_a as feed, key_a as source_key from linkage.review_pair where state = 'OPEN'
  union
  select feed_b, key_b from linkage.review_pair where state = 'OPEN'
), counts as (
  select r.run_id, count(l.business_id)::int as linked, (count(*) - count(l.business_id))::int as unlinked, count(d.feed)::int as to_review
  from feeds.source_record r
  left join linkage.link l on l.feed = r.feed and l.source_key = r.source_key and l.closed_at is null
  left join doubted d on d.feed = r.feed and d.source_key = r.source_key
  where r.run_id in (select run_id from seen) and r.is_current
  group by r.run_id
)
update feeds.feed_run f set linked = c.linked, unlinked = c.unlinked, to_review = c.to_review
from counts c where f.id = c.run_id;

delete from linkage.pending p
where (select kind from this_load) = 'FULL' or exists (select from chosen c where c.feed = p.feed and c.source_key = p.source_key);
