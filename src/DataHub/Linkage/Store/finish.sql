-- A run may be that of a province, also where a record of it is compared that has only lost its neighbour.
select set_config('enable_hashjoin', 'on', true);

-- Of the runs whose records the pass has seen for the first time: joined to a business, not joined, and in doubt.
update feeds.feed_run f set linked = c.linked, unlinked = c.unlinked, to_review = c.to_review
from (
  select distinct r.run_id
  from linkage.pending p
  join feeds.source_record r on r.feed = p.feed and r.source_key = p.source_key and r.is_current
  where (select kind from this_load) = 'FULL' or exists (select from chosen c where c.feed = p.feed and c.source_key = p.source_key)
) s cross join lateral linkage.count_run(s.run_id) c
where f.id = s.run_id;

delete from linkage.pending p
where (select kind from this_load) = 'FULL' or exists (select from chosen c where c.feed = p.feed and c.source_key = p.source_key);
