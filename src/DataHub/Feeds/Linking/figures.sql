-- A business shows the figures of the newest year that SIDT reports of it.
with newest as (
  select distinct on (business_id) business_id, year, annual_sales, workers
  from registry.annual_figure where business_id is not null
  order by business_id, year desc, source_key desc
)
update registry.business b set
  annual_sales = n.annual_sales, annual_sales_year = n.year, workers = n.workers, updated_at = t.at
from newest n cross join this_load t
where b.id = n.business_id
  and (b.annual_sales, b.annual_sales_year, b.workers) is distinct from (n.annual_sales, n.year, n.workers);

update registry.business b set annual_sales = null, annual_sales_year = null, workers = null, updated_at = t.at
from this_load t
where b.annual_sales_year is not null and not exists (select from registry.annual_figure f where f.business_id = b.id);
