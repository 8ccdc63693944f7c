-- What is new to the hub is kept as it came.
insert into feeds.source_record (feed, source_key, content_hash, payload, run_id, line, source_date, received_at, damaged, received_cipher)
select t.feed, i.source_key, i.content_hash, i.payload, t.run_id, i.line, i.source_date, t.at, i.damaged, i.received_cipher
from incoming i cross join this_load t
-- [unless empty
-- In the order of the key's index: each entry goes beside the one before.
order by i.source_key
-- unless empty]
;

-- A broken row whose record came readable after all needs no steward.
update feeds.quarantine q set state = 'RESENT', decided_at = t.at, decision_run_id = t.run_id
from this_load t
where q.feed = t.feed and q.state = 'OPEN' and q.run_id <> t.run_id and q.reason <> 'DUPLICATE_KEY'
  and not exists (select from rejected j where j.content_hash = q.content_hash)
  and exists (
    select from feeds.source_record r
    where r.feed = q.feed and r.source_key = q.source_key and r.is_current
      and (r.run_id = t.run_id or exists (select from resent s where s.record_id = r.id)));
