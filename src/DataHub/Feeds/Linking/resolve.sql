-- For every record in scope: the person of its NIK, the business of its NIB, and what else the two of them have.
insert into owned (owner_id, businesses, only_id)
select owner_id, count(*), min(id)
from registry.business
where owner_id in (
  select b.owner_id from scope join linkage.record_key k using (feed, source_key) join registry.licence l on l.nib = k.nib
    join registry.business b on b.id = l.business_id
  union
  select p.id from scope join linkage.record_key k using (feed, source_key) join registry.person p on p.nik_hash = k.nik_hash)
group by owner_id;
analyze owned;

insert into resolved (feed, source_key, person_id, person_only, nib_business, nib_owner, nib_only)
select k.feed, k.source_key,
  p.id as person_id,
  case when po.businesses = 1 then po.only_id end as person_only,
  l.business_id as nib_business, b.owner_id as nib_owner,
  case when bo.businesses = 1 then bo.only_id end as nib_only
from scope s
join linkage.record_key k using (feed, source_key)
left join registry.person p on p.nik_hash = k.nik_hash
left join owned po on po.owner_id = p.id
left join registry.licence l on l.nib = k.nib
left join registry.business b on b.id = l.business_id
left join owned bo on bo.owner_id = b.owner_id;
analyze resolved;
