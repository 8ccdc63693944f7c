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
  returning i.line, r.id
)
insert into resent (line, record_id) select line, id from known;

update this_load set unchanged = unchanged + (select count(*) from resent);

-- More lines than were there when the duplicates were looked for: those that were compared here.
analyze resent;

with back as (
  update feeds.source_record r set vanished_at = null, vanished_run_id = null
  from resent s
  where r.id = s.record_id and r.vanished_at is not null
  returning 1
)
update this_load set returned = (select count(*) from back);

with former as (
  update feeds.source_record r set is_current = false
  from incoming i
  where r.feed = (select feed from this_load) and r.source_key = i.source_key and r.is_current
  returning r.vanished_at
), counted as (
  select count(*) as changed, count(vanished_at) as returned from former
)
update this_load t set changed = c.changed, returned = t.returned + c.returned from counted c;

select feeds.set_aside((array['feeds.source_record'] || case t.feed
  when 'SIKP' then array['credit.loan'] when 'PELATIHAN' then array['training.participation'] when 'MARKETPLACE' then array['market.shop']
  when 'SERTIFIKAT' then array['market.certificate'] when 'LISTING' then array['market.listing']
  when 'SIDT' then array['registry.annual_figure'] when 'PRODUK' then array['market.product'] else '{}' end)::regclass[])
from this_load t
where (select count(*) from incoming) > 5000;

insert into feeds.source_record (feed, source_key, content_hash, payload, run_id, line, source_date, received_at, damaged, received_cipher)
select t.feed, i.source_key, i.content_hash, i.payload, t.run_id, i.line, i.source_date, t.at, i.damaged, i.received_cipher
from incoming i cross join this_load t
-- In the order of the key's index: each entry goes beside the one before.
order by i.source_key;

-- A full file that leaves a record out says that the source no longer has it: it is marked, and stays.
with gone as (
  update feeds.source_record r set vanished_at = t.at, vanished_run_id = t.run_id
  from this_load t
  where t.is_full and r.feed = t.feed and r.is_current and r.vanished_at is null and r.run_id <> t.run_id
    and not exists (select from resent s where s.record_id = r.id)
    and not exists (select from present p where p.source_key = r.source_key)
  returning 1
)
update this_load set vanished = (select count(*) from gone);

-- A broken row whose record came readable after all needs no steward.
update feeds.quarantine q set state = 'RESENT', decided_at = t.at, decision_run_id = t.run_id
from this_load t
where q.feed = t.feed and q.state = 'OPEN' and q.run_id <> t.run_id and q.reason <> 'DUPLICATE_KEY'
  and not exists (select from rejected j where j.content_hash = q.content_hash)
  and exists (
    select from feeds.source_record r
    where r.feed = q.feed and r.source_key = q.source_key and r.is_current
      and (r.run_id = t.run_id or exists (select from resent s where s.record_id = r.id)));

update this_load set created = (select count(*) from incoming) - changed;

update this_load set awaits_linking = awaits_linking and created + changed > 0;

analyze incoming;

-- For a file of many rows every join is one over whole tables; the planner, without statistics of what this load has just written,
-- would now and then loop over them instead.
select set_config('enable_nestloop', 'off', true) from this_load where created + changed > 5000;
