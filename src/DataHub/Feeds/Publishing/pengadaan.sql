with put as (
  insert into market.procurement_contract as x (number, buyer, title, value, signed_on, business_id)
  select i.source_key, i.instansi, i.nama_paket, i.nilai, i.tanggal_kontrak, l.business_id
  from incoming i
  left join linkage.link l on l.feed = 'PENGADAAN' and l.source_key = i.source_key and l.closed_at is null
  on conflict (number) do update set
    buyer = excluded.buyer, title = excluded.title, value = excluded.value, signed_on = excluded.signed_on,
    business_id = excluded.business_id
  where (x.buyer, x.title, x.value, x.signed_on, x.business_id)
    is distinct from (excluded.buyer, excluded.title, excluded.value, excluded.signed_on, excluded.business_id)
  returning x.business_id
)
insert into touched select distinct business_id, 'procurementContracts' from put where business_id is not null;
