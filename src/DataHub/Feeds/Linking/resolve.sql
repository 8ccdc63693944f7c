-- For every record in scope: the person of its NIK, the business of its NIB, and what else the two of them have.
create temp table owned on commit drop as
select owner_id, count(*) as businesses, min(id) as only_id
from registry.business where owner_id is not null group by owner_id;
create unique index on owned (owner_id);
analyze owned;

-- Businesses of an owner by trade name, where the name is one business's alone.
create temp table named on commit drop as
select b.owner_id, k.name_key, min(b.id) as business_id
from registry.business b join linkage.business_key k on k.business_id = b.id
where b.owner_id in (select owner_id from owned where businesses > 1) and k.name_key <> ''
group by b.owner_id, k.name_key
having count(*) = 1;
create unique index on named (owner_id, name_key);
analyze named;

create temp table resolved on commit drop as
select k.feed, k.source_key, k.nik_hash is not null as has_nik, k.person_key, k.business_key, k.phone_key, k.regencies, k.weak_nib,
  p.id as person_id,
  case when po.businesses = 1 then po.only_id end as person_only,
  pn.business_id as person_named,
  l.business_id as nib_business, b.owner_id as nib_owner,
  case when bo.businesses = 1 then bo.only_id end as nib_only,
  bn.business_id as nib_named,
  bk.name_key as nib_name_key, bk.owner_key as nib_owner_key
from scope s
join linkage.record_key k using (feed, source_key)
left join registry.person p on p.nik_hash = k.nik_hash
left join owned po on po.owner_id = p.id
left join named pn on pn.owner_id = p.id and pn.name_key = k.business_key
left join registry.licence l on l.nib = k.nib
left join registry.business b on b.id = l.business_id
left join owned bo on bo.owner_id = b.owner_id
left join named bn on bn.owner_id = b.owner_id and bn.name_key = k.business_key
left join linkage.business_key bk on bk.business_id = l.business_id
where s.feed <> 'OSS';
analyze resolved;

-- Businesses that OSS registers, by trade name, owner's name and regency, where the three are one business's alone.
create temp table named_at on commit drop as
select k.name_key, k.owner_key, k.regency_code, min(b.id) as business_id, min(b.owner_id) as owner_id
from linkage.business_key k join registry.business b on b.id = k.business_id
where b.origin_feed = 'OSS' and b.owner_id is not null and k.name_key <> '' and k.owner_key <> ''
  and exists (select from scope where feed in ('MARKETPLACE', 'SERTIFIKAT'))
group by k.name_key, k.owner_key, k.regency_code
having count(*) = 1;
analyze named_at;
