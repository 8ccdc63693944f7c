-- What the registry shows of a business is made of these by the linking pass.
insert into registry.oss_record as x (source_key, nib, name, owner_name, legal_form, kbli, scale, capital, address, region_code, phone, email,
  issued_on, status)
select i.source_key, i.nib, i.nama_usaha, i.nama_pemilik, i.jenis_badan_usaha, i.kbli, i.skala, i.modal_usaha, i.alamat,
  i.kode_wilayah, i.telepon, i.email, i.tanggal_terbit, i.status
from incoming i
-- [unless empty
order by i.source_key
on conflict (source_key) do update set
  nib = excluded.nib, name = excluded.name, owner_name = excluded.owner_name, legal_form = excluded.legal_form, kbli = excluded.kbli,
  scale = excluded.scale, capital = excluded.capital, address = excluded.address, region_code = excluded.region_code,
  phone = excluded.phone, email = excluded.email, issued_on = excluded.issued_on, status = excluded.status
-- unless empty]
;
