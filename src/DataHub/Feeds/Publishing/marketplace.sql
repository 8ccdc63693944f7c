-- [unless empty
with put as (
-- unless empty]
  insert into market.shop as x (shop_id, platform, name, product_count, rating, turnover_12_months, opened_on, quoted_nib)
  select i.source_key, i.platform, i.nama_toko, i.jumlah_produk, i.rating, i.omzet_12_bulan, i.terdaftar,
    coalesce(i.nib, '')
  from incoming i
  -- [unless empty
  on conflict (shop_id) do update set
    platform = excluded.platform, name = excluded.name, product_count = excluded.product_count, rating = excluded.rating,
    turnover_12_months = excluded.turnover_12_months, opened_on = excluded.opened_on,
    quoted_nib = excluded.quoted_nib
  where (x.platform, x.name, x.product_count, x.rating, x.turnover_12_months, x.opened_on, x.quoted_nib)
    is distinct from (excluded.platform, excluded.name, excluded.product_count, excluded.rating, excluded.turnover_12_months,
      excluded.opened_on, excluded.quoted_nib)
  returning x.business_id
)
insert into touched select distinct business_id, 'shops' from put where business_id is not null
-- unless empty]
;

update market.listing x set shop_id = s.id
from market.shop s
where x.shop_id is null and x.shop_key = s.shop_id;
