-- A broken row whose record came readable after all needs no steward.
update feeds.quarantine q set state = 'RESENT', decided_at = t.at, decision_run_id = t.run_id
from this_load t
where q.feed = t.feed and q.state = 'OPEN' and q.run_id <> t.run_id and q.reason <> 'DUPLICATE_KEY'
  and not exists (select from rejected j where j.content_hash = q.content_hash)
  and exists (
    select from feeds.source_record r
    where r.feed = q.feed and r.source_key = q.source_key and r.is_current
      and (r.run_id = t.run_id or exists (select from resent s where s.record_id = r.id)));

-- New and changed rows joined to a business, and not. A programme is nobody's; a listing is joined by its product or shop; the records of
-- the feeds that are compared wait for the linking pass, which counts them.
update this_load t set linked = case
  when t.feed = 'PROGRAM' or (t.awaits_linking and t.changed = 0) then 0
  when t.feed = 'LISTING' then (
    select count(*) from incoming i
    join market.listing x on x.source_key = i.source_key
    left join market.product p on p.id = x.product_id
    left join market.shop s on s.id = x.shop_id
    where coalesce(p.business_id, s.business_id) is not null)
  else (select c.linked from linkage.count_run(t.run_id) c)
end;

update this_load set unlinked = case when feed = 'PROGRAM' then 0 else created + changed - linked end;

update feeds.feed_run r set
  status = 'DONE', finished_at = clock_timestamp(), unchanged = t.unchanged, created = t.created, changed = t.changed, linked = t.linked,
  unlinked = t.unlinked, percent_read = 100
from this_load t
where r.id = t.run_id;
