insert into done
select '+', i.from_version || ' ' || i.from_code || ' to ' || i.to_version || ' ' || i.to_code
from incoming i left join registry.kbli_concordance c using (from_version, from_code, to_version, to_code)
where c.source is null or c.retired_at is not null;

insert into done
select '~', i.from_version || ' ' || i.from_code || ' to ' || i.to_version || ' ' || i.to_code
from incoming i join registry.kbli_concordance c using (from_version, from_code, to_version, to_code)
where c.retired_at is null and c.note is distinct from i.note;

create temp table gone on commit drop as
select c.from_version, c.from_code, c.to_version, c.to_code
from registry.kbli_concordance c cross join this_reference t
where c.source = t.source and c.retired_at is null
  and not exists (select from incoming i where (i.from_version, i.from_code, i.to_version, i.to_code)
    = (c.from_version, c.from_code, c.to_version, c.to_code));

insert into done select '-', from_version || ' ' || from_code || ' to ' || to_version || ' ' || to_code from gone;

update registry.kbli_concordance c set retired_at = t.at
from gone g cross join this_reference t
where (c.from_version, c.from_code, c.to_version, c.to_code) = (g.from_version, g.from_code, g.to_version, g.to_code);

insert into registry.kbli_concordance as c (from_version, from_code, to_version, to_code, note, source, source_version, loaded_at)
select i.from_version, i.from_code, i.to_version, i.to_code, i.note, t.source, t.source_version, t.at
from incoming i cross join this_reference t
on conflict (from_version, from_code, to_version, to_code) do update set
  note = excluded.note, source = excluded.source, source_version = excluded.source_version, loaded_at = excluded.loaded_at, retired_at = null
where c.retired_at is not null or c.note is distinct from excluded.note;
