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
