-- What an entry costs when it is written.

-- How entries travel: all of a commit in one array. PostgreSQL looks up the types of its columns once for all of them.
create type audit.new_entry as (
  seq bigint, at timestamptz, kind text, organisation text, client text, actor text, actor_person bigint, purpose text, case_number text,
  operation text, document bytea, fields text[], persons bigint[], businesses bigint[], rows int, outcome text, code text, continues bigint,
  previous bytea, hash bytea
);

-- What entries are found by: whom they are about. A list about hundreds has in place of their numbers, which the index would take one by one,
-- those of the blocks of 64 numbers that they lie in, below zero. Who looks for somebody looks for both, and compares what is found.
create function audit.blocks(ids bigint[]) returns bigint[] language sql immutable parallel safe as $$
  select array_agg(-(id >> 6) - 1) from unnest(ids) id
$$;
create function audit.marks(ids bigint[]) returns bigint[] language sql immutable parallel safe as $$
  select case when cardinality(ids) <= 32 then ids else audit.blocks(ids) end
$$;
create function audit.sought(ids bigint[]) returns bigint[] language sql immutable parallel safe as $$
  select ids || audit.blocks(ids)
$$;

revoke execute on function audit.blocks(bigint[]), audit.marks(bigint[]), audit.sought(bigint[]) from public;
-- Whoever adds an entry makes its marks.
grant execute on function audit.blocks(bigint[]), audit.marks(bigint[]) to hub_ledger;

-- A partition's rows stay whole up to a page: packing a list of some hundred numbers and putting it elsewhere takes longer than all else.
-- What waits to be sorted into the index is kept short, since the entry that makes it too long waits for that.
create function audit.equip(partition name) returns void language plpgsql as $$
begin
  execute format('alter table audit.%I set (toast_tuple_target = 8160)', partition);
  execute format('create index %I on audit.%I using gin (audit.marks(persons), audit.marks(businesses)) with (gin_pending_list_limit = 1024)',
    partition || '_subjects', partition);
end
$$;
revoke execute on function audit.equip(name) from public;

create or replace function audit.make_partitions(of timestamptz) returns void language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
declare
  month date := date_trunc('month', of at time zone 'UTC')::date;
  name text;
begin
  perform pg_advisory_xact_lock(x'4c6564676572'::bigint);
  for i in 1..3 loop
    name := 'entry_' || to_char(month, 'YYYY_MM');
    if to_regclass('audit.' || name) is null then
      execute format('create table audit.%I partition of audit.entry for values from (%L) to (%L)',
        name, month::timestamp at time zone 'UTC', (month + interval '1 month')::timestamp at time zone 'UTC');
      execute format('create unique index %I on audit.%I (id)', name || '_id', name);
      execute format('create index %I on audit.%I using brin (at)', name || '_at', name);
      execute format('create trigger entry_is_kept_whole before truncate on audit.%I for each statement execute function audit.refuse_change()', name);
      perform audit.equip(name);
    end if;
    month := (month + interval '1 month')::date;
  end loop;
end
$$;

do $$
declare
  partition name;
begin
  for partition in select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid where i.inhparent = 'audit.entry'::regclass loop
    execute format('drop index if exists audit.%I', partition || '_subjects');
    perform audit.equip(partition);
  end loop;
end
$$;
