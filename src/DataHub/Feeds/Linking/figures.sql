-- A business shows the figures of the newest year that SIDT reports of it. Asked of the businesses of figures_of.
analyze figures_of;

with newest as (
  select distinct on (business_id) business_id, year, annual_sales, workers
  from registry.annual_figure where business_id in (select business_id from figures_of)
  order by business_id, year desc, source_key desc
), figured as materialized (
  select b.id as business_id, n.year, n.annual_sales, n.workers,
    b.annual_sales is distinct from n.annual_sales as sells, b.annual_sales_year is distinct from n.year as dates,
    b.workers is distinct from n.workers as employs
  from (select distinct business_id from figures_of) o
  join registry.business b on b.id = o.business_id
  left join newest n on n.business_id = b.id
  where (b.annual_sales, b.annual_sales_year, b.workers) is distinct from (n.annual_sales, n.year, n.workers)
), put as (
  update registry.business b set
    annual_sales = f.annual_sales, annual_sales_year = f.year, workers = f.workers, updated_at = t.at
  from figured f cross join this_load t
  where b.id = f.business_id
)
insert into touched
select f.business_id, field.name
from figured f
cross join lateral (values ('annualSales', f.sells), ('annualSalesYear', f.dates), ('workers', f.employs)) field (name, differs)
where field.differs;
