analyze person_shape, retired_person, restored_person;

-- A NIK moves from person to person only by way of nobody: the key on it is checked row by row.
update registry.person p set nik_hash = null, nik_cipher = null
from person_shape s
where p.id = s.person_id and p.nik_hash is not null and p.nik_hash is distinct from s.nik_hash;

update registry.person p set nik_hash = null, nik_cipher = null, name = null, gender = null, origin_feed = null, origin_key = null
from retired_person r
where p.id = r.person_id;

-- The row of somebody who was taken for another one may still be there, see registry.person_redirect.
insert into registry.person as p (id, nik_hash, nik_cipher, name, gender, origin_feed, origin_key, created_at)
select s.person_id, s.nik_hash, s.nik_cipher, s.name, s.gender, s.origin_feed, s.origin_key, t.at
from person_shape s cross join this_load t
where s.is_new
order by s.person_id
on conflict (id) do update set
  nik_hash = excluded.nik_hash, nik_cipher = excluded.nik_cipher, name = excluded.name, gender = excluded.gender,
  origin_feed = excluded.origin_feed, origin_key = excluded.origin_key;

with named as (
  update registry.person p set nik_hash = s.nik_hash, nik_cipher = s.nik_cipher, name = s.name
  from person_shape s
  where p.id = s.person_id and not s.is_new
    and (p.nik_hash, p.name) is distinct from (s.nik_hash, s.name)
  returning p.id
)
insert into renamed select id from named;

update registry.person p set gender = s.gender
from person_shape s
where p.id = s.person_id and not s.is_new and p.gender is distinct from s.gender;

insert into registry.person_redirect as r (person_id, survivor_id, decided_at)
select p.person_id, p.survivor_id, t.at from retired_person p cross join this_load t
on conflict (person_id) do update set survivor_id = excluded.survivor_id, decided_at = excluded.decided_at;
update registry.person_redirect r set survivor_id = p.survivor_id from retired_person p where r.survivor_id = p.person_id;
delete from registry.person_redirect r using restored_person p where r.person_id = p.person_id;

-- What a person was promised holds for whom they turned out to be. The request keeps whose it was, so that it can be given back.
update rights.restriction x set person_id = p.survivor_id
from retired_person p
where x.person_id = p.person_id and p.survivor_id is not null;
update rights.restriction x set person_id = q.person_id
from rights.request q join restored_person p on p.person_id = q.person_id
where x.request_id = q.id;
