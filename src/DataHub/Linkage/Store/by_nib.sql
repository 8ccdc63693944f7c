-- The feeds that name a NIB or NIK are joined anew where the licences or owners that they name are not what they were.
analyze stirred, licence_put, doomed;

insert into scope (feed, source_key)
select k.feed, k.source_key
from linkage.record_key k
where k.nib in (
    select nib from licence_put
    union
    select l.nib from registry.licence l join registry.business b on b.id = l.business_id where b.owner_id in (select person_id from stirred))
union
select k.feed, k.source_key
from linkage.record_key k
join registry.person p on p.nik_hash = k.nik_hash
where p.id in (select person_id from stirred)
union
select l.feed, l.source_key
from linkage.link l
where l.closed_at is null and l.business_id in (select business_id from doomed)
  and exists (select from linkage.record_key k where k.feed = l.feed and k.source_key = l.source_key)
union
select l.feed, l.source_key
from linkage.link l
where l.closed_at is null and l.person_id in (select person_id from retired_person)
  and exists (select from linkage.record_key k where k.feed = l.feed and k.source_key = l.source_key);

analyze scope;
