-- A code's own source takes it back when it has it no more; others that said nothing of it change nothing.
insert into done
select '+', i.code || ' ' || i.name
from incoming i left join registry.region r on r.code = i.code
where r.code is null or r.retired_at is not null;

insert into done
select '~', i.code || ' ' || i.name
from incoming i join registry.region r on r.code = i.code and r.retired_at is null
where (r.name, r.bps_code, r.kind) is distinct from (i.name, coalesce(i.bps_code, r.bps_code), coalesce(i.kind, r.kind));

insert into done
select '-', r.code || ' ' || r.name
from registry.region r cross join this_reference t
where r.source = t.source and r.retired_at is null and not exists (select from incoming i where i.code = r.code);

update registry.region r set retired_at = t.at
from this_reference t
where r.source = t.source and r.retired_at is null and not exists (select from incoming i where i.code = r.code);

-- Codes of the statistics office may change places: none stands in another's way.
update registry.region r set bps_code = null
from incoming i
where i.bps_code is not null and r.bps_code is distinct from i.bps_code and (r.code = i.code or r.bps_code = i.bps_code) and r.retired_at is null
  and exists (select from incoming j where j.code = r.code);

-- What is outside comes before what lies in it.
insert into registry.region as r (code, name, level, parent_code, bps_code, kind, source, source_version, loaded_at)
select i.code, i.name, i.level, i.parent_code, i.bps_code, i.kind, t.source, t.source_version, t.at
from incoming i cross join this_reference t
order by length(i.code), i.code
on conflict (code) do update set
  name = excluded.name, bps_code = coalesce(excluded.bps_code, r.bps_code), kind = coalesce(excluded.kind, r.kind), source = excluded.source,
  source_version = excluded.source_version, loaded_at = excluded.loaded_at, retired_at = null
where r.retired_at is not null
  or (r.name, r.bps_code, r.kind) is distinct from (excluded.name, coalesce(excluded.bps_code, r.bps_code), coalesce(excluded.kind, r.kind));
