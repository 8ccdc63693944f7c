-- What of the file is new to the hub; the rest leaves the table of arrivals and touches nothing.
update this_load set unchanged = (select count(*) from repeated where not differs);

delete from incoming where line in (select line from repeated);

-- What was erased at a person's request is not taken again.
with erased as (
  delete from incoming i using rights.erased_record e
  where e.feed = (select feed from this_load) and e.source_key = i.source_key
  returning 1
)
update this_load set unchanged = unchanged + (select count(*) from erased);

with known as (
  delete from incoming i
  using feeds.source_record r
  where r.feed = (select feed from this_load) and r.source_key = i.source_key and r.is_current and r.content_hash = i.content_hash
  returning 1
)
update this_load set unchanged = unchanged + (select count(*) from known);

with former as (
  update feeds.source_record r set is_current = false
  from incoming i
  where r.feed = (select feed from this_load) and r.source_key = i.source_key and r.is_current
  returning 1
)
update this_load set changed = (select count(*) from former);

select feeds.set_aside((array['feeds.source_record'] || case t.feed
  when 'SIKP' then array['credit.loan'] when 'PELATIHAN' then array['training.participation'] when 'MARKETPLACE' then array['market.shop']
  when 'SERTIFIKAT' then array['market.certificate'] when 'LISTING' then array['market.listing']
  when 'SIDT' then array['registry.annual_figure', 'linkage.record_key', 'linkage.link']
  when 'PRODUK' then array['market.product', 'linkage.record_key', 'linkage.link'] else '{}' end)::regclass[])
from this_load t
where (select count(*) from incoming) > 5000;

insert into feeds.source_record (feed, source_key, content_hash, payload, run_id, line, source_date, received_at, damaged)
select t.feed, i.source_key, i.content_hash, i.payload, t.run_id, i.line, i.source_date, t.at, i.damaged
from incoming i cross join this_load t;

update this_load set created = (select count(*) from incoming) - changed;

analyze incoming;

-- For a file of many rows every join is one over whole tables; the planner, without statistics of what this load has just written,
-- would now and then loop over them instead.
select set_config('enable_nestloop', 'off', true) from this_load where created + changed > 5000;
