-- Pairs that wait for a person. One that was decided stays so; one that is no longer proposed goes.
insert into pair (subject, feed_a, key_a, feed_b, key_b, bits, worth, reason, evidence)
select distinct on (subject, feed_a, key_a, feed_b, key_b) *
from (
  select subject,
    case when (feed_a, key_a) < (feed_b, key_b) then feed_a else feed_b end as feed_a,
    case when (feed_a, key_a) < (feed_b, key_b) then key_a else key_b end as key_a,
    case when (feed_a, key_a) < (feed_b, key_b) then feed_b else feed_a end as feed_b,
    case when (feed_a, key_a) < (feed_b, key_b) then key_b else key_a end as key_b,
    bits, worth, reason, evidence
  from proposed
) ordered
order by subject, feed_a, key_a, feed_b, key_b, worth desc;

-- Of all pairs, or of those of the pass's records.
insert into reviewed (id)
select r.id from linkage.review_pair r where r.state = 'OPEN' and (select kind from this_load) = 'FULL'
union
select r.id from chosen c join linkage.review_pair r on r.feed_a = c.feed and r.key_a = c.source_key where r.state = 'OPEN'
union
select r.id from chosen c join linkage.review_pair r on r.feed_b = c.feed and r.key_b = c.source_key where r.state = 'OPEN';
analyze pair, reviewed;

update linkage.review_pair r set state = 'GONE', closed_at = t.at, pass_id = t.pass_id
from reviewed v cross join this_load t
where r.id = v.id
  and not exists (
    select from pair p
    where (p.subject, p.feed_a, p.key_a, p.feed_b, p.key_b) = (r.subject, r.feed_a, r.key_a, r.feed_b, r.key_b));

insert into linkage.review_pair as r (subject, feed_a, key_a, feed_b, key_b, bits, worth, reason, evidence, state, pass_id, opened_at)
select p.subject, p.feed_a, p.key_a, p.feed_b, p.key_b, p.bits, p.worth, p.reason, p.evidence, 'OPEN', t.pass_id, t.at
from pair p cross join this_load t
on conflict (subject, feed_a, key_a, feed_b, key_b) do update set
  bits = excluded.bits, worth = excluded.worth, reason = excluded.reason, evidence = excluded.evidence, state = 'OPEN',
  pass_id = excluded.pass_id, closed_at = null
where r.state = 'GONE'
  or (r.state = 'OPEN' and (r.bits, r.worth, r.reason, r.evidence) is distinct from (excluded.bits, excluded.worth, excluded.reason, excluded.evidence));
