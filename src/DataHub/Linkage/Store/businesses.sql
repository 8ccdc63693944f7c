-- Golden values: what OSS says in the record that stands for the business (docs/businesses.md tells the rule of each value), what the other
-- feeds say where it says nothing, and before all of them what a steward pinned.
analyze outline;

insert into shape (business_id, is_new, origin_feed, origin_key, standing_key, nib, name, scale, legal_form, kbli, regency_code, district_code,
  address, phone, email, capital, registered_on, status, owner_id, scale_criterion, kbli_version, sector_code)
with stated as (
  select x.business_id, x.is_new, x.origin_feed, x.origin_key, x.standing_key, o.nib, coalesce(x.name, o.name) as name, o.scale, o.legal_form,
    o.kbli, coalesce(left(o.region_code, 5), x.regency_code) as regency_code,
    case when o.region_code is null then x.district_code when length(o.region_code) = 8 then o.region_code end as district_code,
    coalesce(o.address, x.address) as address, coalesce(o.phone, x.phone) as phone, coalesce(o.email, x.email) as email, o.capital,
    o.issued_on as registered_on, o.status, x.owner_id
  from outline x
  left join registry.oss_record o on o.source_key = x.standing_key
), pinned as (
  select n.business_id, jsonb_object_agg(n.attribute, n.value) as given
  from linkage.pin n cross join this_load t
  where (n.ends_on is null or n.ends_on >= t.day) and n.business_id in (select business_id from outline)
  group by n.business_id
), draft as (
  select d.business_id, d.is_new, d.origin_feed, d.origin_key, d.standing_key, d.nib,
    case when p.given ? 'name' then p.given ->> 'name' else d.name end as name,
    case when p.given ? 'scale' then p.given ->> 'scale' else d.scale end as scale,
    case when p.given ? 'legalForm' then p.given ->> 'legalForm' else d.legal_form end as legal_form,
    case when p.given ? 'kbli' then p.given ->> 'kbli' else d.kbli end as kbli,
    case when p.given ? 'regency' then p.given ->> 'regency' else d.regency_code end as regency_code,
    case when p.given ? 'district' then p.given ->> 'district' else d.district_code end as district_code,
    case when p.given ? 'address' then p.given ->> 'address' else d.address end as address,
    case when p.given ? 'phone' then p.given ->> 'phone' else d.phone end as phone,
    case when p.given ? 'email' then p.given ->> 'email' else d.email end as email,
    case when p.given ? 'capital' then (p.given ->> 'capital')::numeric(18, 2) else d.capital end as capital,
    case when p.given ? 'registeredOn' then (p.given ->> 'registeredOn')::date else d.registered_on end as registered_on,
    case when p.given ? 'status' then p.given ->> 'status' else d.status end as status,
    d.owner_id
  from stated d left join pinned p on p.business_id = d.business_id
)
select d.*,
  case
    when d.scale is null then null
    -- PP 7/2021 article 35(3): business capital without land and premises.
    when d.scale = case
      when d.capital <= 1e9 then 'MIKRO' when d.capital <= 5e9 then 'KECIL' when d.capital <= 10e9 then 'MENENGAH'
      when d.capital > 10e9 then 'BESAR' end then 'BUSINESS_CAPITAL'
    else 'STATED_BY_SOURCE'
  end as scale_criterion,
  k.version as kbli_version, k.section as sector_code
from draft d
left join (
  select distinct on (v.code) v.code, v.version, v.section from registry.kbli_division v order by v.code, v.version
) k on k.code = left(d.kbli, 2);
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

-- Owners of businesses that come, go or change hands: what names a NIB or NIK of theirs is joined anew.
insert into stirred (person_id)
select s.owner_id as person_id from shape s left join registry.business b on b.id = s.business_id
where s.owner_id is not null and (s.is_new or b.owner_id is distinct from s.owner_id)
union
select b.owner_id from registry.business b join shape s on s.business_id = b.id
where b.owner_id is not null and b.owner_id is distinct from s.owner_id
union
select b.owner_id from registry.business b join doomed d on d.business_id = b.id where b.owner_id is not null
union
select person_id from person_shape;

-- A NIB moves from business to business only by way of none: the key on it is checked row by row.
update registry.business b set nib = null from shape s where b.nib = s.nib and b.id is distinct from s.business_id;
update registry.business b set nib = null from shape s where b.id = s.business_id and b.nib is distinct from s.nib and b.nib is not null;
update registry.business b set owner_id = null, nib = null from doomed d where b.id = d.business_id;

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

-- The record that a retired business was minted from may be that of one that comes back.
update registry.business b set origin_key = b.origin_key || '~' || b.id
from doomed d where b.id = d.business_id;

insert into registry.business (id, nib, name, scale, scale_criterion, legal_form, kbli, kbli_version, sector_code, regency_code,
  district_code, address, phone, email, capital, registered_on, status, owner_id, origin_feed, origin_key, created_at, updated_at)
select s.business_id, s.nib, s.name, s.scale, s.scale_criterion, s.legal_form, s.kbli, s.kbli_version, s.sector_code, s.regency_code,
  s.district_code, s.address, s.phone, s.email, s.capital, s.registered_on, s.status, s.owner_id, s.origin_feed, s.origin_key, t.at, t.at
from shape s cross join this_load t
where s.is_new
order by s.business_id;

insert into licensed (nib, business_id, issued_on, status, is_current)
select o.nib, s.business_id, o.issued_on, o.status, o.source_key = s.standing_key as is_current
from shape s
join linkage.link l on l.business_id = s.business_id and l.feed = 'OSS' and l.closed_at is null
join registry.oss_record o on o.source_key = l.source_key
where o.nib is not null;

insert into touched
select distinct l.business_id, 'licences'
from registry.licence l
join licensed n on n.nib = l.nib
where l.business_id <> n.business_id;

with put as (
  insert into registry.licence as l (nib, business_id, issued_on, status, is_current)
  select nib, business_id, issued_on, status, is_current from licensed order by nib
  on conflict (nib) do update set
    business_id = excluded.business_id, issued_on = excluded.issued_on, status = excluded.status, is_current = excluded.is_current
  where (l.business_id, l.issued_on, l.status, l.is_current)
    is distinct from (excluded.business_id, excluded.issued_on, excluded.status, excluded.is_current)
  returning l.nib, l.business_id
)
insert into licence_put select nib, business_id from put;

insert into touched select distinct p.business_id, 'licences' from licence_put p join shape s using (business_id) where not s.is_new;
