-- Agencies' own lists: joined by an equal NIK or NIB only. Names are left to the linker, which weighs more than one of them.
insert into decision (feed, source_key, business_id, person_id, rule, certainty)
select feed, source_key,
  case rule when 'NIK_AND_NIB' then nib_business when 'NIK_ONE_BUSINESS' then person_only
    when 'NIB' then nib_business end,
  case when rule = 'NIB' then nib_owner else person_id end,
  rule,
  -- A NIB is the owner's: with several businesses it does not say which.
  case when rule = 'NIB' and nib_only is null then 'PROBABLE' else 'CERTAIN' end
from (
  select r.*, case
    when person_id is not null and nib_owner = person_id then 'NIK_AND_NIB'
    when person_id is not null and person_only is not null then 'NIK_ONE_BUSINESS'
    when person_id is not null then 'NIK'
    when nib_business is not null then 'NIB'
  end as rule
  from resolved r where feed = 'DAFTAR'
) judged
where rule is not null;
