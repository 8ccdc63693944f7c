-- Persons by NIK. The name is that of OSS before SIKP before training, of the newest record, whatever came first.
insert into registry.person (nik_hash, nik_cipher, name, gender, created_at)
select distinct on (i.key_nik) i.key_nik, i.key_nik_cipher, i.key_person_name, i.key_gender, t.at
from incoming i cross join this_load t
where i.key_nik is not null
order by i.key_nik, i.key_person_name is null, i.source_date desc nulls last, i.source_key
on conflict (nik_hash) do nothing;

with best as (
  select distinct on (k.nik_hash) k.nik_hash, k.person_name
  from linkage.record_key k
  where k.nik_hash in (select key_nik from incoming) and k.person_name is not null
  order by k.nik_hash, array_position(array['OSS', 'SIKP', 'PELATIHAN'], k.feed), k.source_date desc nulls last, k.source_key
), named as (
  update registry.person p set name = best.person_name
  from best
  where p.nik_hash = best.nik_hash and p.name is distinct from best.person_name
  returning p.id
)
insert into renamed select id from named;
