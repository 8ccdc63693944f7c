-- The same broken row sent again is the same entry; one that had been replaced by a readable row meanwhile is open again.
insert into feeds.quarantine as q (run_id, feed, line, column_name, reason, message, value_cipher, payload, content_hash, received_at,
  source_key, received_cipher)
select distinct on (r.content_hash, r.column_name)
  t.run_id, t.feed, r.line, r.column_name, r.reason, r.message, r.value_cipher, r.payload, r.content_hash, t.at,
  coalesce(r.source_key, i.source_key), coalesce(r.received_cipher, i.received_cipher)
from rejected r cross join this_load t
-- A row whose key another row of the file has too could be read: how it was spelled stands among the arrivals.
left join (incoming i join repeated d using (line)) on i.line = r.line and r.reason = 'DUPLICATE_KEY'
order by r.content_hash, r.column_name, r.line
on conflict (feed, content_hash, column_name) do update set
  state = 'OPEN', run_id = excluded.run_id, line = excluded.line, received_at = excluded.received_at, decided_at = null,
  decision_run_id = null
where q.state = 'RESENT';
