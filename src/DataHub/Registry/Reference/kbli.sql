insert into done
select '+', i.code || ' ' || i.title
from incoming i cross join this_reference t left join registry.kbli k on k.version = t.source_version and k.code = i.code
where k.code is null or k.retired_at is not null;

insert into done
select '~', i.code || ' ' || i.title
from incoming i cross join this_reference t join registry.kbli k on k.version = t.source_version and k.code = i.code and k.retired_at is null
where (k.title, k.section, k.parent_code) is distinct from (i.title, i.section, i.parent_code);

insert into done
select '-', k.code || ' ' || k.title
from registry.kbli k cross join this_reference t
where k.version = t.source_version and k.source = t.source and k.retired_at is null and not exists (select from incoming i where i.code = k.code);

update registry.kbli k set retired_at = t.at
from this_reference t
where k.version = t.source_version and k.source = t.source and k.retired_at is null and not exists (select from incoming i where i.code = k.code);

insert into registry.kbli as k (version, code, level, title, parent_code, section, source, source_version, loaded_at)
select t.source_version, i.code, i.level, i.title, i.parent_code, i.section, t.source, t.source_version, t.at
from incoming i cross join this_reference t
on conflict (version, code) do update set
  level = excluded.level, title = excluded.title, parent_code = excluded.parent_code, section = excluded.section, source = excluded.source,
  source_version = excluded.source_version, loaded_at = excluded.loaded_at, retired_at = null
where k.retired_at is not null or (k.title, k.section, k.parent_code) is distinct from (excluded.title, excluded.section, excluded.parent_code);

-- What the register shows of sections stays in its own words; the authority's file adds those it did not have, and says where divisions belong.
insert into registry.kbli_section (version, code, name)
select t.source_version, i.code, i.title from incoming i cross join this_reference t where i.level = 1
on conflict (version, code) do nothing;

insert into registry.kbli_division as d (version, code, section)
select t.source_version, i.code, i.section from incoming i cross join this_reference t where i.level = 2
on conflict (version, code) do update set section = excluded.section where d.section <> excluded.section;
