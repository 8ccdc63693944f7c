insert into market.listing as x (source_key, product_key, shop_key, product_id, shop_id, price, sold, listed_on)
select i.source_key, i.id_produk, i.shop_id, p.id, s.id, i.harga, i.terjual, i.tanggal_tayang
from incoming i
left join market.product p on p.source_key = i.id_produk
left join market.shop s on s.shop_id = i.shop_id
-- [unless empty
on conflict (source_key) do update set
  product_key = excluded.product_key, shop_key = excluded.shop_key, product_id = excluded.product_id, shop_id = excluded.shop_id,
  price = excluded.price, sold = excluded.sold, listed_on = excluded.listed_on
where (x.product_key, x.shop_key, x.product_id, x.shop_id, x.price, x.sold, x.listed_on)
  is distinct from (excluded.product_key, excluded.shop_key, excluded.product_id, excluded.shop_id, excluded.price, excluded.sold,
    excluded.listed_on)
-- unless empty]
;
