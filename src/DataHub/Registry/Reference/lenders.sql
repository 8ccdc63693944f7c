-- A list of banks by code knows nothing of KUR: it adds banks and completes what is not known, and takes nobody's name or role.
create temp table wanted on commit drop as
select i.code,
  case when i.role = 'BANK' then coalesce(l.name, i.name) else i.name end as name,
  case when i.role = 'BANK' then coalesce(l.role, 'BANK') else i.role end as role,
  coalesce(i.short_name, l.short_name) as short_name, coalesce(i.kind, l.kind) as kind, coalesce(i.bic, l.bic) as bic,
  case when i.role = 'BANK' then l.active else i.active end as active,
  case when i.role = 'BANK' then l.confidence else i.confidence end as confidence,
  case when i.role = 'BANK' then l.basis else i.basis end as basis,
  coalesce(i.valid_from, l.valid_from) as valid_from, coalesce(i.valid_to, l.valid_to) as valid_to,
  l.code is null or l.retired_at is not null as is_new
from incoming i left join credit.lender l on l.code = i.code;

create temp table differing on commit drop as
select w.code, w.is_new
from wanted w left join credit.lender l on l.code = w.code
where w.is_new or (l.name, l.role, l.short_name, l.kind, l.bic, l.active, l.confidence, l.basis, l.valid_from, l.valid_to)
  is distinct from (w.name, w.role, w.short_name, w.kind, w.bic, w.active, w.confidence, w.basis, w.valid_from, w.valid_to);

insert into done
select case when d.is_new then '+' else '~' end, w.code || ' ' || w.name from differing d join wanted w using (code);

insert into done
select '-', l.code || ' ' || l.name
from credit.lender l cross join this_reference t
where l.source = t.source and l.retired_at is null and not exists (select from incoming i where i.code = l.code);

update credit.lender l set retired_at = t.at
from this_reference t
where l.source = t.source and l.retired_at is null and not exists (select from incoming i where i.code = l.code);

insert into credit.lender as l (code, name, role, short_name, kind, bic, active, confidence, basis, valid_from, valid_to, source, source_version,
  loaded_at)
select w.code, w.name, w.role, w.short_name, w.kind, w.bic, w.active, w.confidence, w.basis, w.valid_from, w.valid_to, t.source, t.source_version, t.at
from wanted w join differing d using (code) cross join this_reference t
on conflict (code) do update set
  name = excluded.name, role = excluded.role, short_name = excluded.short_name, kind = excluded.kind, bic = excluded.bic, active = excluded.active,
  confidence = excluded.confidence, basis = excluded.basis, valid_from = excluded.valid_from, valid_to = excluded.valid_to,
  source = excluded.source, source_version = excluded.source_version, loaded_at = excluded.loaded_at, retired_at = null;
