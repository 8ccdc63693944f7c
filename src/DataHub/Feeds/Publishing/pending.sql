-- The linking pass finds here what it has not seen yet; a death between the load and the pass loses nothing.
insert into linkage.pending (feed, source_key)
select t.feed, i.source_key from incoming i cross join this_load t
-- [unless empty
order by i.source_key
on conflict do nothing
-- unless empty]
;
