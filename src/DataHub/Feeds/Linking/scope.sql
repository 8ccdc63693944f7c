-- Which records of other feeds are judged again: after OSS all of them, after SIKP those of the persons in the file.
insert into scope (feed, source_key)
select k.feed, k.source_key
from linkage.record_key k cross join this_load t
where t.feed = 'OSS' and k.feed <> 'OSS';

insert into scope (feed, source_key)
select k.feed, k.source_key
from linkage.record_key k cross join this_load t
where t.feed = 'SIKP' and k.feed in ('SIKP', 'PELATIHAN', 'SIDT')
  and k.nik_hash in (select key_nik from incoming);

insert into scope (feed, source_key)
select t.feed, i.source_key
from incoming i cross join this_load t
where t.feed <> 'OSS' and not (t.feed = 'SIKP' and i.key_nik is not null);

analyze scope;

-- As in landing.sql: many records to judge are joined over whole tables, however few rows the file has.
select set_config('enable_nestloop', 'off', true) where (select count(*) from scope) > 5000;
