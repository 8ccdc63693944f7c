-- What an agency's list says of a business stands beside what the registry says, never in its place.
insert into registry.listed_business as x (source_key, list, agency, name, activity, kbli, legal_form, class, workers, sales, capital, year,
  started_year, certificates, status, regency_code, district_code, as_of)
select i.source_key, i.daftar, i.instansi, i.nama_usaha, i.jenis_usaha, i.kbli, i.jenis_badan_usaha, i.skala, i.tenaga_kerja, i.omzet, i.modal,
  i.tahun, i.tahun_mulai, i.sertifikat, i.status, left(i.kode_wilayah, 5), case when length(i.kode_wilayah) = 8 then i.kode_wilayah end,
  i.tanggal_data
from incoming i
on conflict (source_key) do update set
  list = excluded.list, agency = excluded.agency, name = excluded.name, activity = excluded.activity, kbli = excluded.kbli,
  legal_form = excluded.legal_form, class = excluded.class, workers = excluded.workers, sales = excluded.sales, capital = excluded.capital,
  year = excluded.year, started_year = excluded.started_year, certificates = excluded.certificates, status = excluded.status,
  regency_code = excluded.regency_code, district_code = excluded.district_code, as_of = excluded.as_of;

insert into touched
select distinct l.business_id, 'listings'
from incoming i join linkage.link l on l.feed = 'DAFTAR' and l.source_key = i.source_key and l.closed_at is null
where l.business_id is not null;
