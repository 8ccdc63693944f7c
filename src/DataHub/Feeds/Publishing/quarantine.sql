-- The same broken row sent again is the same entry.
insert into feeds.quarantine (run_id, feed, line, column_name, reason, message, value_cipher, payload, content_hash, received_at)
select distinct on (r.content_hash, r.column_name)
  t.run_id, t.feed, r.line, r.column_name, r.reason, r.message, r.value_cipher, r.payload, r.content_hash, t.at
from rejected r cross join this_load t
order by r.content_hash, r.column_name, r.line
on conflict (feed, content_hash, column_name) do nothing;
