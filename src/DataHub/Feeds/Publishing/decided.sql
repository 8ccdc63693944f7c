-- Broken rows that a steward has decided on are not put before one again. A row that was corrected or accepted counts as there, under the
-- key that it got.
create temp table settled on commit drop as
select distinct on (r.line) r.line, r.content_hash, q.decision_key
from rejected r cross join this_load t
join feeds.quarantine q on q.feed = t.feed and q.content_hash = r.content_hash and q.state in ('CORRECTED', 'ACCEPTED', 'DISMISSED')
order by r.line, q.decision_key nulls last;

delete from rejected r using settled s where r.line = s.line and r.content_hash = s.content_hash;

-- What a full file brings broken has not vanished.
insert into present (source_key)
select decision_key from settled where decision_key is not null
union select source_key from rejected where source_key is not null;

update this_load set decided = (select count(*) from settled);
