insert into market.exhibition as x (code, name, place, started_on, finished_on)
select distinct on (kode_pameran) kode_pameran, nama_pameran, tempat, tanggal_mulai, tanggal_selesai
from incoming
order by kode_pameran, nama_pameran is null, source_key
on conflict (code) do update set
  name = coalesce(excluded.name, x.name), place = coalesce(excluded.place, x.place),
  started_on = coalesce(excluded.started_on, x.started_on), finished_on = coalesce(excluded.finished_on, x.finished_on)
where (x.name, x.place, x.started_on, x.finished_on) is distinct from (coalesce(excluded.name, x.name), coalesce(excluded.place, x.place),
  coalesce(excluded.started_on, x.started_on), coalesce(excluded.finished_on, x.finished_on));

with put as (
  insert into market.exhibition_participation as x (source_key, exhibition_id, started_on, sales, business_id)
  select i.source_key, e.id, i.tanggal_mulai, i.penjualan, l.business_id
  from incoming i
  join market.exhibition e on e.code = i.kode_pameran
  left join linkage.link l on l.feed = 'PAMERAN' and l.source_key = i.source_key and l.closed_at is null
  on conflict (source_key) do update set
    exhibition_id = excluded.exhibition_id, started_on = excluded.started_on, sales = excluded.sales, business_id = excluded.business_id
  where (x.exhibition_id, x.started_on, x.sales, x.business_id)
    is distinct from (excluded.exhibition_id, excluded.started_on, excluded.sales, excluded.business_id)
  returning x.business_id
)
insert into touched select distinct business_id, 'exhibitions' from put where business_id is not null;
