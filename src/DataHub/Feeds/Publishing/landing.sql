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

update this_load set created = (select count(*) from incoming) - changed;

update this_load set awaits_linking = awaits_linking and created + changed > 0;

-- For a file of many rows every join is one over whole tables; the planner, without statistics of what this load has just written,
-- would now and then loop over them instead.
select set_config('enable_nestloop', 'off', true) from this_load where created + changed > 5000;
