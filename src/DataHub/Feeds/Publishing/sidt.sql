insert into registry.annual_figure as x (source_key, business_id, year, annual_sales, workers)
select i.source_key, l.business_id, i.tahun, i.omzet_tahunan, i.tenaga_kerja
from incoming i
left join linkage.link l on l.feed = 'SIDT' and l.source_key = i.source_key and l.closed_at is null
-- [unless empty
on conflict (source_key) do update set
  business_id = excluded.business_id, year = excluded.year, annual_sales = excluded.annual_sales, workers = excluded.workers
where (x.business_id, x.year, x.annual_sales, x.workers)
  is distinct from (excluded.business_id, excluded.year, excluded.annual_sales, excluded.workers)
-- unless empty]
;

insert into figures_of select id from registry.business;
