-- Businesses that turned out to be others leave; their number answers with the survivor.
insert into registry.business_redirect (business_id, survivor_id, decided_at)
select d.business_id, d.survivor_id, t.at from doomed d cross join this_load t
on conflict (business_id) do update set survivor_id = excluded.survivor_id, decided_at = excluded.decided_at;

update registry.business_redirect r set survivor_id = d.survivor_id from doomed d where r.survivor_id = d.business_id;

-- A steward's pin goes with the business, unless the survivor has one of its own.
update linkage.pin p set business_id = d.survivor_id
from doomed d
where p.business_id = d.business_id and d.survivor_id is not null
  and not exists (select from linkage.pin q where q.business_id = d.survivor_id and q.attribute = p.attribute);
delete from linkage.pin p using doomed d where p.business_id = d.business_id;

delete from registry.business b using doomed d where b.id = d.business_id;

-- A business that was split off again answers for itself, and for those that it had taken in before.
update registry.business_redirect r set survivor_id = p.business_id
from restored p join linkage.event e on e.kind = 'MERGE' and e.business_id = p.business_id
where r.business_id = e.other_id;
delete from registry.business_redirect r using restored p where r.business_id = p.business_id;

-- Who was taken for another one is nobody's owner any more; the row stays where a consent is kept.
delete from registry.person p
using retired_person r
where p.id = r.person_id and not exists (select from access.consent c where c.person_id = p.id);
