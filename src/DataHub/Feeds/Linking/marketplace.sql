-- Shops: a NIB proves the owner; the business too when the owner has no other and a name agrees.
insert into decision (feed, source_key, business_id, person_id, rule, certainty)
select feed, source_key, coalesce(nib_only, nib_named, nib_business), nib_owner,
  case when names_agree then 'NIB_AND_NAME' else 'NIB' end,
  case when nib_only is not null and names_agree then 'CERTAIN' else 'PROBABLE' end
from (
  select r.*, (business_key <> '' and business_key = nib_name_key) or (person_key <> '' and person_key = nib_owner_key)
    or nib_named is not null as names_agree
  from resolved r where feed = 'MARKETPLACE' and nib_business is not null
) judged;

insert into decision (feed, source_key, business_id, person_id, rule, certainty)
select r.feed, r.source_key, l.business_id, b.owner_id, 'DAMAGED_NIB_AND_NAME', 'PROBABLE'
from resolved r
join registry.licence l on l.nib = r.weak_nib
join registry.business b on b.id = l.business_id
join linkage.business_key k on k.business_id = l.business_id
where r.feed = 'MARKETPLACE' and r.nib_business is null
  and ((r.business_key <> '' and r.business_key = k.name_key) or (r.person_key <> '' and r.person_key = k.owner_key));

insert into decision (feed, source_key, business_id, person_id, rule, certainty)
select r.feed, r.source_key, n.business_id, n.owner_id, 'NAME_OWNER_REGENCY', 'PROBABLE'
from resolved r
join named_at n on n.name_key = r.business_key and n.owner_key = r.person_key and n.regency_code = r.regencies[1]
where r.feed = 'MARKETPLACE' and cardinality(r.regencies) = 1
  and not exists (select from decision d where d.feed = r.feed and d.source_key = r.source_key);
