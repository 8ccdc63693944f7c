-- Rows of one file with the same key. The newest stands, by the source's own date, else by line.
analyze incoming;

create temp table repeated on commit drop as
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
