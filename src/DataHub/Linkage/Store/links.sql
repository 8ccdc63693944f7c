-- A link that says something else than before closes the former; the others are not touched.
analyze moved;

-- As in Feeds/Publishing/landing.sql.
select set_config('enable_nestloop', 'off', true) where (select count(*) from moved) > 5000;

with closed as (
  update linkage.link l set closed_at = t.at
  from moved m cross join this_load t
  where l.feed = m.feed and l.source_key = m.source_key and l.closed_at is null
  returning l.feed, l.source_key, l.business_id
)
insert into left_behind select feed, source_key, business_id from closed where business_id is not null and feed <> 'OSS';

insert into linkage.link (id, source_record_id, feed, source_key, business_id, person_id, cluster_record_id, person_cluster_record_id, rule,
  certainty, person_certainty, decided_at, pass_id)
select m.link_id, m.source_record_id, m.feed, m.source_key, m.business_id, m.person_id, m.cluster_record_id, m.person_cluster_record_id,
  m.rule, m.certainty, m.person_certainty, t.at, t.pass_id
from moved m cross join this_load t
-- In the order of the key's index: each entry goes beside the one before.
order by m.feed, m.source_key;

insert into joined (feed, source_key, business_id, person_id, certainty)
select feed, source_key, business_id, person_id, case when feed = 'SIKP' then loan_certainty else certainty end from moved where feed <> 'OSS';
