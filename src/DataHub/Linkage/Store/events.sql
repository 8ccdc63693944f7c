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

insert into changes.outbox (kind, business_id, attributes)
select case
    when bool_or(attribute is null) then 'BUSINESS_CREATED'
    when business_id in (select survivor_id from doomed) then 'BUSINESS_MERGED'
    when business_id in (select business_id from divided) then 'BUSINESS_SPLIT'
    else 'BUSINESS_CHANGED'
  end, business_id, case when not bool_or(attribute is null) then array_agg(distinct attribute order by attribute) end
from touched
where (select changes.is_awaited())
group by business_id;

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
