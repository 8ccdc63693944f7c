-- Decisions become links. One that says the same as before stays; another closes the former and opens its own.
analyze decision;

with closed as (
  update linkage.link l set closed_at = t.at
  from scope s
  cross join this_load t
  left join decision d on d.feed = s.feed and d.source_key = s.source_key
  left join feeds.source_record r on r.feed = s.feed and r.source_key = s.source_key and r.is_current
  where l.feed = s.feed and l.source_key = s.source_key and l.closed_at is null
    and (l.source_record_id, l.business_id, l.person_id, l.rule, l.certainty)
      is distinct from (r.id, d.business_id, d.person_id, d.rule, d.certainty)
  returning l.feed, l.source_key, l.business_id
)
insert into left_behind select feed, source_key, business_id from closed where business_id is not null and feed <> 'OSS';

insert into linkage.link (source_record_id, feed, source_key, business_id, person_id, rule, certainty, decided_at)
select r.id, d.feed, d.source_key, d.business_id, d.person_id, d.rule, d.certainty, t.at
from decision d
cross join this_load t
join feeds.source_record r on r.feed = d.feed and r.source_key = d.source_key and r.is_current
where (d.business_id is not null or d.person_id is not null)
  and not exists (select from linkage.link l where l.feed = d.feed and l.source_key = d.source_key and l.closed_at is null)
-- In the order of the key's index: each entry goes beside the one before.
order by d.feed, d.source_key;
