with put as (
  insert into market.partnership as x (number, pattern, partner_nib, partner_name, started_on, ends_on, value, offtaker, business_id)
  select i.source_key, i.pola, i.nib_mitra, i.nama_mitra, i.tanggal_mulai, i.tanggal_selesai, i.nilai, i.offtaker, l.business_id
  from incoming i
  left join linkage.link l on l.feed = 'KEMITRAAN' and l.source_key = i.source_key and l.closed_at is null
  on conflict (number) do update set
    pattern = excluded.pattern, partner_nib = excluded.partner_nib, partner_name = excluded.partner_name,
    started_on = excluded.started_on, ends_on = excluded.ends_on, value = excluded.value, offtaker = excluded.offtaker,
    business_id = excluded.business_id
  where (x.pattern, x.partner_nib, x.partner_name, x.started_on, x.ends_on, x.value, x.offtaker, x.business_id)
    is distinct from (excluded.pattern, excluded.partner_nib, excluded.partner_name, excluded.started_on, excluded.ends_on, excluded.value,
      excluded.offtaker, excluded.business_id)
  returning x.business_id
)
insert into touched select distinct business_id, 'partnerships' from put where business_id is not null;
