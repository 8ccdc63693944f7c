-- Every OSS record stands for one business. Records with one NIK, trade name, KBLI and place register one business several times:
-- the newest active one is current. The table of arrivals holds all records of every group that the file touches.
with named as (
  insert into registry.person as p (name, origin_feed, origin_key, created_at)
  select i.key_person_name, 'OSS', i.source_key, t.at
  from incoming i cross join this_load t
  where i.key_nik is null
  on conflict (origin_feed, origin_key) do update set name = excluded.name where p.name is distinct from excluded.name
  returning p.id
)
insert into renamed select id from named;

create temp table owner_of on commit drop as
select i.source_key, p.id as person_id
from incoming i join registry.person p on p.nik_hash = i.key_nik
union all
select i.source_key, p.id
from incoming i join registry.person p on p.origin_feed = 'OSS' and p.origin_key = i.source_key
where i.key_nik is null;

-- One row a group: the record that stands, and the oldest business minted from any of the group's records.
create temp table standing on commit drop as
select distinct on (i.key_group)
  i.key_group, i.source_key, o.person_id, i.key_business, i.key_person, null::bigint as business_id, null::text as first_key
from incoming i join owner_of o using (source_key)
order by i.key_group, (i.status = 'AKTIF') desc nulls last, i.tanggal_terbit desc nulls last, i.key_nib desc nulls last, i.source_key desc;
analyze standing;

update standing s set business_id = g.business_id, first_key = g.first_key
from (
  select i.key_group, min(b.id) as business_id, min(i.source_key) as first_key
  from incoming i left join registry.business b on b.origin_feed = 'OSS' and b.origin_key = i.source_key
  group by i.key_group
) g
where g.key_group = s.key_group;

-- A business known so far from credit only is taken over by the person's only OSS business, or by the one of the same name.
create temp table taken on commit drop as
with minted as (
  select b.id, b.owner_id, k.name_key
  from registry.business b join linkage.business_key k on k.business_id = b.id
  where b.origin_feed = 'SIKP' and b.owner_id in (select person_id from standing)
), fresh as (
  select s.*, count(*) over (partition by s.person_id)
    + (select count(*) from registry.business b where b.owner_id = s.person_id and b.origin_feed = 'OSS') as businesses
  from standing s
  where s.business_id is null and s.person_id in (select owner_id from minted)
), pairs as (
  select distinct on (f.key_group) f.key_group, f.first_key, m.id as business_id
  from fresh f join minted m on m.owner_id = f.person_id and (f.businesses = 1 or m.name_key = f.key_business)
  order by f.key_group, (m.name_key = f.key_business) desc, m.id
)
select distinct on (business_id) key_group, first_key, business_id from pairs order by business_id, first_key;

update registry.business b set origin_feed = 'OSS', origin_key = n.first_key from taken n where b.id = n.business_id;
update standing s set business_id = n.business_id from taken n where s.key_group = n.key_group;

create temp table shape on commit drop as
select coalesce(s.business_id, nextval('registry.business_id_seq')) as business_id, s.business_id is null as is_new,
  s.first_key, s.key_group, s.source_key, i.key_nib as nib, i.nama_usaha as name, i.skala as scale,
  case
    when i.skala is null then null
    -- PP 7/2021 article 35(3): business capital without land and premises.
    when i.skala = case
      when i.modal_usaha <= 1e9 then 'MIKRO' when i.modal_usaha <= 5e9 then 'KECIL' when i.modal_usaha <= 10e9 then 'MENENGAH'
      when i.modal_usaha > 10e9 then 'BESAR' end then 'BUSINESS_CAPITAL'
    else 'STATED_BY_SOURCE'
  end as scale_criterion,
  i.jenis_badan_usaha as legal_form, i.kbli, d.version as kbli_version, d.section as sector_code,
  left(i.kode_wilayah, 5) as regency_code, case when length(i.kode_wilayah) = 8 then i.kode_wilayah end as district_code,
  i.alamat as address, i.telepon as phone, i.email, i.modal_usaha as capital, i.tanggal_terbit as registered_on, i.status,
  s.person_id as owner_id, s.key_business, s.key_person
from standing s
join incoming i on i.source_key = s.source_key
left join lateral (
  select v.version, v.section from registry.kbli_division v where v.code = left(i.kbli, 2) order by v.version limit 1
) d on true;
analyze shape;

insert into touched select business_id, null from shape where is_new;

insert into touched
select b.id, field.name
from registry.business b
join shape s on s.business_id = b.id
cross join lateral (values
  ('nib', b.nib is distinct from s.nib), ('name', b.name is distinct from s.name), ('scale', b.scale is distinct from s.scale),
  ('scaleCriterion', b.scale_criterion is distinct from s.scale_criterion), ('legalForm', b.legal_form is distinct from s.legal_form),
  ('kbli', b.kbli is distinct from s.kbli), ('kbliVersion', b.kbli_version is distinct from s.kbli_version),
  ('sector', (b.sector_code, b.kbli_version) is distinct from (s.sector_code, s.kbli_version)),
  ('regency', b.regency_code is distinct from s.regency_code), ('district', b.district_code is distinct from s.district_code),
  ('address', b.address is distinct from s.address), ('registeredOn', b.registered_on is distinct from s.registered_on),
  ('status', b.status is distinct from s.status), ('capital', b.capital is distinct from s.capital),
  ('owner', b.owner_id is distinct from s.owner_id)) field (name, differs)
where field.differs;

insert into touched select b.id, 'nib' from registry.business b join shape s on s.nib = b.nib where b.id <> s.business_id;

-- A NIB moves from business to business only by way of none: the key on it is checked row by row.
update registry.business b set nib = null from shape s where b.nib = s.nib and b.id is distinct from s.business_id;
update registry.business b set nib = null from shape s where b.id = s.business_id and b.nib is distinct from s.nib and b.nib is not null;

update registry.business b set
  nib = s.nib, name = s.name, scale = s.scale, scale_criterion = s.scale_criterion, legal_form = s.legal_form, kbli = s.kbli,
  kbli_version = s.kbli_version, sector_code = s.sector_code, regency_code = s.regency_code, district_code = s.district_code,
  address = s.address, phone = s.phone, email = s.email, capital = s.capital, registered_on = s.registered_on, status = s.status,
  owner_id = s.owner_id, updated_at = t.at
from shape s cross join this_load t
where b.id = s.business_id
  and (b.nib, b.name, b.scale, b.scale_criterion, b.legal_form, b.kbli, b.kbli_version, b.sector_code, b.regency_code, b.district_code,
    b.address, b.phone, b.email, b.capital, b.registered_on, b.status, b.owner_id)
  is distinct from (s.nib, s.name, s.scale, s.scale_criterion, s.legal_form, s.kbli, s.kbli_version, s.sector_code, s.regency_code,
    s.district_code, s.address, s.phone, s.email, s.capital, s.registered_on, s.status, s.owner_id);

insert into registry.business (id, nib, name, scale, scale_criterion, legal_form, kbli, kbli_version, sector_code, regency_code,
  district_code, address, phone, email, capital, registered_on, status, owner_id, origin_feed, origin_key, created_at, updated_at)
select s.business_id, s.nib, s.name, s.scale, s.scale_criterion, s.legal_form, s.kbli, s.kbli_version, s.sector_code, s.regency_code,
  s.district_code, s.address, s.phone, s.email, s.capital, s.registered_on, s.status, s.owner_id, 'OSS', s.first_key, t.at, t.at
from shape s cross join this_load t
where s.is_new;

insert into linkage.business_key as k (business_id, name_key, owner_key, regency_code)
select s.business_id, s.key_business, s.key_person, s.regency_code from shape s
on conflict (business_id) do update set name_key = excluded.name_key, owner_key = excluded.owner_key, regency_code = excluded.regency_code
where (k.name_key, k.owner_key, k.regency_code) is distinct from (excluded.name_key, excluded.owner_key, excluded.regency_code);

insert into touched
select distinct l.business_id, 'licences'
from registry.licence l
join incoming i on i.key_nib = l.nib
join shape s using (key_group)
where l.business_id <> s.business_id;

with put as (
  insert into registry.licence as l (nib, business_id, issued_on, status, is_current)
  select i.key_nib, s.business_id, i.tanggal_terbit, i.status, i.source_key = s.source_key
  from incoming i join shape s using (key_group)
  where i.key_nib is not null
  on conflict (nib) do update set
    business_id = excluded.business_id, issued_on = excluded.issued_on, status = excluded.status, is_current = excluded.is_current
  where (l.business_id, l.issued_on, l.status, l.is_current)
    is distinct from (excluded.business_id, excluded.issued_on, excluded.status, excluded.is_current)
  returning l.business_id
)
insert into touched select distinct business_id, 'licences' from put join shape using (business_id) where not is_new;

insert into scope (feed, source_key) select 'OSS', source_key from incoming;

insert into decision (feed, source_key, business_id, person_id, rule, certainty)
select 'OSS', i.source_key, s.business_id, o.person_id,
  case when i.source_key = s.source_key then 'OWN_RECORD' else 'SAME_REGISTRATION' end,
  case when i.source_key = s.source_key then 'CERTAIN' else 'PROBABLE' end
from incoming i join shape s using (key_group) join owner_of o on o.source_key = i.source_key;

-- Businesses that no record stands for any more: merged into another, or minted from credit for a person whom OSS now knows.
insert into doomed (business_id, survivor_id)
select l.business_id, min(s.business_id)
from incoming i
join linkage.link l on l.feed = 'OSS' and l.source_key = i.source_key and l.closed_at is null
join shape s using (key_group)
where not exists (select from shape other where other.business_id = l.business_id)
group by l.business_id;

insert into doomed (business_id, survivor_id)
select b.id, case when count(o.id) = 1 then min(o.id) end
from registry.business b
join registry.business o on o.owner_id = b.owner_id and o.origin_feed = 'OSS' and o.id not in (select business_id from doomed)
where b.origin_feed = 'SIKP'
group by b.id;

update registry.business b set owner_id = null, nib = null from doomed d where b.id = d.business_id;
