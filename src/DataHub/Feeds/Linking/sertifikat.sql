-- Certificates carry no identifier: trade name, owner's name and regency must agree, and with one business only.
insert into decision (feed, source_key, business_id, person_id, rule, certainty)
select r.feed, r.source_key, min(n.business_id), min(n.owner_id), 'NAME_OWNER_REGENCY', 'PROBABLE'
from resolved r
join named_at n on n.name_key = r.business_key and n.owner_key = r.person_key and n.regency_code = any (r.regencies)
where r.feed = 'SERTIFIKAT'
group by r.feed, r.source_key
having count(*) = 1;
