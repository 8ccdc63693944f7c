-- What the run's row tells besides; the file of a run that a steward released is done with.
update feeds.feed_run r set
  vanished = t.vanished, returned = t.returned, decided = t.decided, newest_source_date = t.newest, awaits_linking = t.awaits_linking
from this_load t
where r.id = t.run_id;

delete from feeds.held_file h using this_load t where h.run_id = t.run_id;
