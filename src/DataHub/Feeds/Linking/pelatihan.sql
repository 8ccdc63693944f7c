-- Training: an equal NIK is certain about the person; an equal name together with a telephone of its own is probable.
insert into decision (feed, source_key, business_id, person_id, rule, certainty)
select feed, source_key, coalesce(person_only, person_named), person_id,
  case when person_only is not null then 'NIK_ONE_BUSINESS' when person_named is not null then 'NIK_AND_NAME' else 'NIK' end,
  'CERTAIN'
from resolved
where feed = 'PELATIHAN' and person_id is not null;

-- A number that stands with more than six names is a field officer's.
create temp table phone_owner on commit drop as
with known as (
  select k.phone_key, k.person_key, l.person_id
  from linkage.record_key k
  join linkage.link l on l.feed = 'OSS' and l.source_key = k.source_key and l.closed_at is null
  where k.feed = 'OSS' and k.phone_key is not null and k.person_key <> ''
    and exists (select from resolved where feed = 'PELATIHAN' and not has_nik)
), personal as (
  select phone_key from known group by phone_key having count(distinct person_key) <= 6
)
select phone_key, person_key, min(person_id) as person_id
from known join personal using (phone_key)
group by phone_key, person_key
having count(distinct person_id) = 1;

insert into decision (feed, source_key, business_id, person_id, rule, certainty)
select r.feed, r.source_key, coalesce(case when o.businesses = 1 then o.only_id end, n.business_id), w.person_id, 'NAME_AND_PHONE', 'PROBABLE'
from resolved r
join phone_owner w on w.phone_key = r.phone_key and w.person_key = r.person_key
left join owned o on o.owner_id = w.person_id
left join named n on n.owner_id = w.person_id and n.name_key = r.business_key
where r.feed = 'PELATIHAN' and not r.has_nik;
