-- Feeds that name a NIB and no person: certain when the NIB's owner has this business only. SIDT may name the person instead.
insert into decision (feed, source_key, business_id, person_id, rule, certainty)
select feed, source_key,
  case rule when 'NIK_ONE_BUSINESS' then person_only else nib_business end,
  case rule when 'NIK_ONE_BUSINESS' then person_id else nib_owner end,
  rule,
  case when rule = 'NIB' and nib_only is null then 'PROBABLE' else 'CERTAIN' end
from (
  select r.*, case
    when nib_business is not null and nib_owner = person_id then 'NIK_AND_NIB'
    when nib_business is not null then 'NIB'
    when person_only is not null then 'NIK_ONE_BUSINESS'
  end as rule
  from resolved r where feed in ('SIDT', 'PRODUK', 'PAMERAN', 'PENGADAAN', 'KEMITRAAN')
) judged
where rule is not null;
