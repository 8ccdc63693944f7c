-- A debtor whom OSS does not know, with a trade name: a business without NIB, one a person and name.
create temp table minted on commit drop as
select distinct on (p.id, k.business_key) p.id as person_id, k.business_key, k.business_name, k.person_key, k.regencies[1] as regency_code
from linkage.record_key k
join registry.person p on p.nik_hash = k.nik_hash
where k.feed = 'SIKP' and k.business_key <> ''
  and k.nik_hash in (select r.nik_hash from linkage.record_key r join scope s using (feed, source_key) where s.feed = 'SIKP')
  and not exists (select from registry.business b where b.owner_id = p.id and b.origin_feed = 'OSS')
order by p.id, k.business_key, k.source_date desc nulls last, k.source_key;

insert into registry.business as b (name, regency_code, owner_id, origin_feed, origin_key, created_at, updated_at)
select m.business_name, m.regency_code, m.person_id, 'SIKP', m.person_id || '/' || m.business_key, t.at, t.at
from minted m cross join this_load t
on conflict (origin_feed, origin_key) do update set
  name = excluded.name, regency_code = excluded.regency_code, updated_at = excluded.updated_at
where (b.name, b.regency_code) is distinct from (excluded.name, excluded.regency_code);

insert into linkage.business_key as k (business_id, name_key, owner_key, regency_code)
select b.id, m.business_key, m.person_key, m.regency_code
from minted m join registry.business b on b.origin_feed = 'SIKP' and b.origin_key = m.person_id || '/' || m.business_key
on conflict (business_id) do update set owner_key = excluded.owner_key, regency_code = excluded.regency_code
where (k.owner_key, k.regency_code) is distinct from (excluded.owner_key, excluded.regency_code);

-- The name it was minted for is in no credit record any more.
insert into doomed (business_id, survivor_id)
select b.id, null
from registry.business b
join linkage.business_key n on n.business_id = b.id
join registry.person p on p.id = b.owner_id
where b.origin_feed = 'SIKP' and (select changed from this_load) > 0
  and not exists (
    select from linkage.record_key k where k.feed = 'SIKP' and k.nik_hash = p.nik_hash and k.business_key = n.name_key)
  and b.id not in (select business_id from doomed);

update registry.business b set owner_id = null from doomed d where b.id = d.business_id and b.owner_id is not null;
