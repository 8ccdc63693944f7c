-- What is new to the hub is kept as it came.
insert into feeds.source_record (feed, source_key, content_hash, payload, run_id, line, source_date, received_at, damaged, received_cipher)
select t.feed, i.source_key, i.content_hash, i.payload, t.run_id, i.line, i.source_date, t.at, i.damaged, i.received_cipher
from incoming i cross join this_load t
-- [unless empty
-- In the order of the key's index: each entry goes beside the one before.
order by i.source_key
-- unless empty]
;
