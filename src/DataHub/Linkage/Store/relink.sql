-- Rows published earlier follow their links.
insert into joined (feed, source_key, business_id, person_id, certainty)
select s.feed, s.source_key, l.business_id, l.person_id, l.certainty
from scope s
left join linkage.link l on l.feed = s.feed and l.source_key = s.source_key and l.closed_at is null;
analyze joined;

with put as (
  update credit.loan x set business_id = m.business_id, person_id = m.person_id, certainty = m.certainty
  from joined m where m.feed = 'SIKP' and x.nomor_akad = m.source_key
    and (x.business_id, x.person_id, x.certainty) is distinct from (m.business_id, m.person_id, m.certainty)
  returning x.business_id
)
insert into touched select distinct business_id, 'loans' from put where business_id is not null;

with put as (
  update training.participation x set business_id = m.business_id, person_id = m.person_id
  from joined m where m.feed = 'PELATIHAN' and x.source_key = m.source_key
    and (x.business_id, x.person_id) is distinct from (m.business_id, m.person_id)
  returning x.business_id
)
insert into touched select distinct business_id, 'trainings' from put where business_id is not null;

with put as (
  update market.shop x set business_id = m.business_id, certainty = m.certainty
  from joined m where m.feed = 'MARKETPLACE' and x.shop_id = m.source_key
    and (x.business_id, x.certainty) is distinct from (m.business_id, m.certainty)
  returning x.business_id
)
insert into touched select distinct business_id, 'shops' from put where business_id is not null;

with put as (
  update market.certificate x set business_id = m.business_id
  from joined m where m.feed = 'SERTIFIKAT' and x.number = m.source_key and x.business_id is distinct from m.business_id
  returning x.business_id
)
insert into touched select distinct business_id, 'certificates' from put where business_id is not null;

with put as (
  update market.product x set business_id = m.business_id
  from joined m where m.feed = 'PRODUK' and x.source_key = m.source_key and x.business_id is distinct from m.business_id
  returning x.business_id
)
insert into touched select distinct business_id, 'products' from put where business_id is not null;

with put as (
  update market.exhibition_participation x set business_id = m.business_id
  from joined m where m.feed = 'PAMERAN' and x.source_key = m.source_key and x.business_id is distinct from m.business_id
  returning x.business_id
)
insert into touched select distinct business_id, 'exhibitions' from put where business_id is not null;

with put as (
  update market.procurement_contract x set business_id = m.business_id
  from joined m where m.feed = 'PENGADAAN' and x.number = m.source_key and x.business_id is distinct from m.business_id
  returning x.business_id
)
insert into touched select distinct business_id, 'procurementContracts' from put where business_id is not null;

with put as (
  update market.partnership x set business_id = m.business_id
  from joined m where m.feed = 'KEMITRAAN' and x.number = m.source_key and x.business_id is distinct from m.business_id
  returning x.business_id
)
insert into touched select distinct business_id, 'partnerships' from put where business_id is not null;

update registry.annual_figure x set business_id = m.business_id
from joined m where m.feed = 'SIDT' and x.source_key = m.source_key and x.business_id is distinct from m.business_id;

insert into figures_of
select business_id from joined where feed = 'SIDT'
union all select business_id from left_behind where feed = 'SIDT'
union all select business_id from outline;
