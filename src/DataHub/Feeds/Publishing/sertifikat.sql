-- Forms of numbers: P-IRT by PerBPOM 22/2018, halal ID and 17 digits, MD 12 digits. SNI and TKDN prescribe none.
-- [unless empty
with put as (
-- unless empty]
  insert into market.certificate as x (number, kind, number_well_formed, issued_on, expires_on)
  select i.source_key, i.jenis,
    case i.jenis
      when 'PIRT' then i.source_key ~ '^[1-8]\d{12}-?\d{2}$'
        and exists (select from registry.region r where r.code = substr(i.source_key, 4, 2) || '.' || substr(i.source_key, 6, 2))
      when 'HALAL' then i.source_key ~ '^ID\d{17}$'
      when 'MD' then i.source_key ~ '^M[DL]\s?\d{12}$'
    end,
    i.tanggal_terbit, i.tanggal_kedaluwarsa
  from incoming i
  -- [unless empty
  on conflict (number) do update set
    kind = excluded.kind, number_well_formed = excluded.number_well_formed, issued_on = excluded.issued_on,
    expires_on = excluded.expires_on
  where (x.kind, x.number_well_formed, x.issued_on, x.expires_on)
    is distinct from (excluded.kind, excluded.number_well_formed, excluded.issued_on, excluded.expires_on)
  returning x.business_id
)
insert into touched select distinct business_id, 'certificates' from put where business_id is not null
-- unless empty]
;
