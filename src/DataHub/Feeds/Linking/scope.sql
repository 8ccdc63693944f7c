-- What names a NIB or NIK itself is joined as it arrives.
create temp table scope (like linkage_work.scope including storage) on commit drop;
create temp table owned (like linkage_work.owned including indexes) on commit drop;
create temp table resolved (like linkage_work.resolved including storage) on commit drop;
create temp table decision (like linkage_work.decision including storage) on commit drop;

insert into scope (feed, source_key)
select t.feed, i.source_key
from incoming i cross join this_load t;

analyze scope;

-- As in landing.sql: many records to judge are joined over whole tables, however few rows the file has.
select set_config('enable_nestloop', 'off', true) where (select count(*) from scope) > 5000;
