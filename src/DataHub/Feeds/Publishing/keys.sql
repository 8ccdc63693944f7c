-- What each new or changed record tells about whose it is.
insert into linkage.record_key as k (feed, source_key, nik_hash, nib, weak_nib, person_name, business_name, person_key, business_key,
  phone_key, regencies, group_key, source_date)
select t.feed, i.source_key, i.key_nik, i.key_nib, i.key_weak_nib, i.key_person_name, i.key_business_name, i.key_person, i.key_business,
  i.key_phone, i.key_regencies, i.key_group, i.source_date
from incoming i cross join this_load t
-- In the order of the key's index: each entry goes beside the one before.
order by i.source_key
on conflict (feed, source_key) do update set
  nik_hash = excluded.nik_hash, nib = excluded.nib, weak_nib = excluded.weak_nib, person_name = excluded.person_name,
  business_name = excluded.business_name, person_key = excluded.person_key, business_key = excluded.business_key,
  phone_key = excluded.phone_key, regencies = excluded.regencies, group_key = excluded.group_key, source_date = excluded.source_date;
