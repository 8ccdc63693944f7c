-- What subscribers are told of. The last statements before the commit: from the outbox's lock on, other writers wait.
insert into touched select b.id, 'owner' from registry.business b join renamed r on r.person_id = b.owner_id;

insert into touched
select b.business_id, field.name
from left_behind b
join (values ('SIKP', 'loans'), ('PELATIHAN', 'trainings'), ('MARKETPLACE', 'shops'), ('SERTIFIKAT', 'certificates'),
  ('PRODUK', 'products'), ('PAMERAN', 'exhibitions'), ('PENGADAAN', 'procurementContracts'), ('KEMITRAAN', 'partnerships')
) field (feed, name) on field.feed = b.feed
left join linkage.link l on l.feed = b.feed and l.source_key = b.source_key and l.closed_at is null
where l.business_id is distinct from b.business_id;

insert into touched select survivor_id, 'provenance' from doomed where survivor_id is not null;
insert into touched select business_id, 'provenance' from divided;
delete from touched where business_id in (select business_id from doomed);

-- Of a split both parts are told, also one that is new.
with happened as (
  select e.kind, e.business_id, e.other_id
  from linkage.event e join this_load t on t.pass_id = e.pass_id
  where e.kind in ('MERGE', 'SPLIT') and e.other_id is not null
), part as (
  select business_id, min(kind) as kind, case when count(distinct other_id) = 1 then min(other_id) end as other_id
  from (
    select kind, business_id, other_id from happened union all select kind, other_id, business_id from happened where kind = 'SPLIT'
  ) either
  group by business_id
)
insert into changes.outbox (kind, business_id, attributes, other_id)
select case
    when p.kind = 'MERGE' then 'BUSINESS_MERGED'
    when p.kind = 'SPLIT' then 'BUSINESS_SPLIT'
    when bool_or(t.attribute is null) then 'BUSINESS_CREATED'
    else 'BUSINESS_CHANGED'
  end, t.business_id, case when not bool_or(t.attribute is null) then array_agg(distinct t.attribute order by t.attribute) end, p.other_id
from touched t left join part p on p.business_id = t.business_id
where (select changes.is_awaited())
group by t.business_id, p.kind, p.other_id;

-- Runs of whose records none waits any more have come to their end.
with changed as (
  update feeds.feed_run f set awaits_linking = false
  where f.awaits_linking and not exists (
    select from linkage.pending p
    join feeds.source_record r on r.feed = p.feed and r.source_key = p.source_key and r.is_current
    where r.run_id = f.id)
  returning f.id, f.received, f.quarantined, f.percent_read
)
insert into changes.outbox (kind, run_id, stage, received, quarantined, percent_read)
select 'RUN_PROGRESS', id, 'DONE', received, quarantined, percent_read from changed;
