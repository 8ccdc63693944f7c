with put as (
  insert into market.product as x (source_key, name, category, kbli, price, business_id)
  select i.source_key, i.nama_produk, i.kategori, i.kbli, i.harga, l.business_id
  from incoming i
  left join linkage.link l on l.feed = 'PRODUK' and l.source_key = i.source_key and l.closed_at is null
  -- [unless empty
  on conflict (source_key) do update set
    name = excluded.name, category = excluded.category, kbli = excluded.kbli, price = excluded.price, business_id = excluded.business_id
  where (x.name, x.category, x.kbli, x.price, x.business_id)
    is distinct from (excluded.name, excluded.category, excluded.kbli, excluded.price, excluded.business_id)
  -- unless empty]
  returning x.business_id
)
insert into touched select distinct business_id, 'products' from put where business_id is not null;

update market.listing x set product_id = p.id
from market.product p
where x.product_id is null and x.product_key = p.source_key;
