-- Rows of one file with the same key. The newest stands, by the source's own date, else by line.
analyze incoming;
analyze resent;

-- A row that the hub holds in the same form was not copied with its fields: where another row of the file has its key, they are needed.
with same_key as (
  delete from resent r using feeds.source_record s
  where s.id = r.record_id and s.is_current and s.feed = (select feed from this_load)
    and s.source_key in (select source_key from incoming)
  returning r.line, s.source_key, s.content_hash, s.payload, s.source_date, s.damaged, s.received_cipher
)
insert into incoming (line, source_key, content_hash, payload, source_date, damaged, received_cipher)
select line, source_key, content_hash, payload, source_date, damaged, received_cipher from same_key;

insert into repeated (line, differs)
select r.line, r.differs
from (
  select i.line,
    i.content_hash <> first_value(i.content_hash) over newest as differs,
    row_number() over newest as place
  from incoming i
  where i.source_key in (select source_key from incoming group by source_key having count(*) > 1)
  window newest as (partition by i.source_key order by i.source_date desc nulls last, i.line desc)
) r
where r.place > 1;
