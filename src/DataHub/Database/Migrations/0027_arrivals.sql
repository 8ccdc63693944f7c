-- What a single record's arrival may cost: no more than what it touches.

-- A gender that is corrected moves its owner's businesses from group to group; all others stay where they were counted. A statement that names
-- the column and changes nothing counts nothing.
create function research.follow_owners() returns trigger language plpgsql as $$
declare figures research.roll_up[];
begin
  if not exists (select from arrived a join gone g using (id) where a.gender is distinct from g.gender) then return null; end if;
  perform research.lock_roll_ups();
  select array_agg(f::research.roll_up) into figures from (
    select 127, b.regency_code, b.district_code, b.scale, b.kbli_version, b.sector_code, o.gender, b.status,
      date_part('year', b.registered_on)::int as registration_year,
      sum(o.sign)::int as businesses, coalesce(sum(o.sign) filter (where b.annual_sales is not null), 0)::int as sales_known,
      coalesce(sum(o.sign * b.annual_sales), 0) as annual_sales,
      coalesce(sum(o.sign) filter (where b.workers is not null), 0)::int as workers_known, coalesce(sum(o.sign * b.workers), 0) as workers
    from (
      select a.id, side.gender, side.sign
      from arrived a join gone g using (id) cross join lateral (values (a.gender, 1), (g.gender, -1)) side (gender, sign)
      where a.gender is distinct from g.gender
    ) o
    join registry.business b on b.owner_id = o.id
    where b.nib is not null
    group by b.regency_code, b.district_code, b.scale, b.kbli_version, b.sector_code, o.gender, b.status, registration_year
  ) f;
  if figures is null then return null; end if;
  perform research.add_to_roll_ups(figures);
  update research.roll_up_state set as_of = clock_timestamp();
  return null;
end $$;

-- As before; what changes no figure (a business without a NIB) does not go through all groupings.
create or replace function research.follow_businesses() returns trigger language plpgsql as $$
declare
  changed boolean;
  figures research.roll_up[];
begin
  if tg_op = 'DELETE' then select exists (select from gone) into changed; else select exists (select from arrived) into changed; end if;
  if not changed then return null; end if;
  perform research.lock_roll_ups();
  execute research.counting(case when tg_op <> 'DELETE' then 'arrived' end, case when tg_op <> 'INSERT' then 'gone' end) into figures;
  if figures is null then return null; end if;
  perform research.add_to_roll_ups(figures);
  update research.roll_up_state set as_of = clock_timestamp();
  return null;
end $$;

drop trigger owner_corrected on registry.person;
create trigger owner_corrected after update on registry.person
  referencing old table as gone new table as arrived for each statement execute function research.follow_owners();

-- By key: which records would be compared with one that has it. The keys of a record that has changed stay with its former row, which is not
-- current any more; a pass over everything makes the table anew. Made from rows that lie there, as one B-tree, it costs a sixth of what it
-- cost as a list of keys with an inverted index.
drop table linkage.block;
create table linkage.block (key bigint not null, record_id bigint not null);
create index block_key on linkage.block (key);
update linkage.model set blocks_at = null;

-- How many keys there were when they were made: what has grown by a quarter since is counted anew.
alter table linkage.model add column block_keys bigint;

create index review_pair_a on linkage.review_pair (feed_a, key_a) where state = 'OPEN';
create index review_pair_b on linkage.review_pair (feed_b, key_b) where state = 'OPEN';

-- What linking made of a run's records: joined to a business, not joined, and in doubt. The number of the run stands in the statement's text:
-- it says whether there is one record or a province, and the two want other joins.
create function linkage.count_run(run bigint) returns table (linked int, unlinked int, to_review int) language plpgsql as $$
begin
  return query execute format($sql$
    select count(l.business_id)::int, (count(*) - count(l.business_id))::int,
      (count(*) filter (where exists (
          select from linkage.review_pair p where p.state = 'OPEN' and p.feed_a = r.feed and p.key_a = r.source_key)
        or exists (select from linkage.review_pair p where p.state = 'OPEN' and p.feed_b = r.feed and p.key_b = r.source_key)))::int
    from feeds.source_record r
    left join linkage.link l on l.feed = r.feed and l.source_key = r.source_key and l.closed_at is null
    where r.run_id = %s and r.is_current
    $sql$, run);
end $$;

revoke execute on function linkage.count_run(bigint), research.follow_owners() from public;
