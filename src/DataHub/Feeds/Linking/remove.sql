-- Businesses that turned out to be others leave; their number answers with the survivor.
insert into registry.business_redirect (business_id, survivor_id, decided_at)
select d.business_id, d.survivor_id, t.at from doomed d cross join this_load t;

update registry.business_redirect r set survivor_id = d.survivor_id from doomed d where r.survivor_id = d.business_id;

-- A steward's pin goes with the business, unless the survivor has one of its own.
update linkage.pin p set business_id = d.survivor_id
from doomed d
where p.business_id = d.business_id and d.survivor_id is not null
  and not exists (select from linkage.pin q where q.business_id = d.survivor_id and q.attribute = p.attribute);
delete from linkage.pin p using doomed d where p.business_id = d.business_id;

delete from linkage.business_key k using doomed d where k.business_id = d.business_id;
delete from registry.business b using doomed d where b.id = d.business_id;
