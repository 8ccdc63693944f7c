-- What subscribers are told of this load. The last statements before the commit: from the outbox's lock on, other writers wait.
insert into touched select b.id, 'owner' from registry.business b join renamed r on r.person_id = b.owner_id;

insert into touched
select b.business_id, field.name
from left_behind b
join (values ('SIKP', 'loans'), ('PELATIHAN', 'trainings'), ('MARKETPLACE', 'shops'), ('SERTIFIKAT', 'certificates'),
  ('PRODUK', 'products'), ('PAMERAN', 'exhibitions'), ('PENGADAAN', 'procurementContracts'), ('KEMITRAAN', 'partnerships')
) field (feed, name) on field.feed = b.feed
left join linkage.link l on l.feed = b.feed and l.source_key = b.source_key and l.closed_at is null
where l.business_id is distinct from b.business_id;

delete from touched where business_id in (select business_id from doomed);

insert into changes.outbox (kind, business_id, attributes)
select case when bool_or(attribute is null) then 'BUSINESS_CREATED' else 'BUSINESS_CHANGED' end, business_id,
  case when not bool_or(attribute is null) then array_agg(distinct attribute order by attribute) end
from touched
where (select changes.is_awaited())
group by business_id;

insert into changes.outbox (kind, run_id, stage, received, quarantined, percent_read)
select 'RUN_PROGRESS', r.id, case when t.awaits_linking then 'LINKING' else 'DONE' end, r.received, r.quarantined, r.percent_read
from feeds.feed_run r join this_load t on t.run_id = r.id;
