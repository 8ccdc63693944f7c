-- Whose the loan is, is for the linking pass to say; one that changes stays where it was until then.
-- [unless empty
with put as (
-- unless empty]
  insert into credit.loan as x (nomor_akad, kind, plafon, outstanding, kolektibilitas, akad_on, due_on, lender_code, regency_code, reported_on,
    quoted_nib)
  select i.source_key, i.skema_kur, i.plafon, i.outstanding, i.kolektibilitas, i.tanggal_akad, i.tanggal_jatuh_tempo, i.kode_penyalur,
    left(i.kode_wilayah, 5), t.day, coalesce(i.nib, '')
  from incoming i cross join this_load t
  -- [unless empty
  on conflict (nomor_akad) do update set
    kind = excluded.kind, plafon = excluded.plafon, outstanding = excluded.outstanding, kolektibilitas = excluded.kolektibilitas,
    akad_on = excluded.akad_on, due_on = excluded.due_on, lender_code = excluded.lender_code, regency_code = excluded.regency_code,
    reported_on = excluded.reported_on, quoted_nib = excluded.quoted_nib
  where (x.kind, x.plafon, x.outstanding, x.kolektibilitas, x.akad_on, x.due_on, x.lender_code, x.regency_code, x.quoted_nib)
    is distinct from (excluded.kind, excluded.plafon, excluded.outstanding, excluded.kolektibilitas, excluded.akad_on, excluded.due_on,
      excluded.lender_code, excluded.regency_code, excluded.quoted_nib)
  returning x.business_id
)
insert into touched select distinct business_id, 'loans' from put where business_id is not null
-- unless empty]
;
