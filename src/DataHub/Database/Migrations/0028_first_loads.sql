-- The first load of a table: what is made of keys that lie there already costs a fraction of what it costs row by row.

-- True: the table was empty, is this transaction's alone until it ends, and has neither indexes nor the keys that stand on them, until
-- feeds.put_back() makes them all again and so checks them. Keys that another table points to, and those that a view needs, stay. A table
-- that is emptied by the transaction that fills it does not go through the log where wal_level is minimal (PostgreSQL, 14.4.7): it is
-- written to disk before the commit.
create function feeds.begin_filling(target regclass) returns boolean language plpgsql as $$
declare
  has_rows boolean;
  thing record;
begin
  execute format('select exists (select from %s)', target) into has_rows;
  if has_rows then return false; end if;
  execute format('lock table %s in access exclusive mode', target);
  -- Somebody may have been quicker.
  execute format('select exists (select from %s)', target) into has_rows;
  if has_rows then return false; end if;
  create temp table if not exists things_aside (definition text not null) on commit drop;
  for thing in
    select format('alter table %s drop constraint %I', target, c.conname) as removal,
      format('alter table %s add constraint %I %s', target, c.conname, pg_get_constraintdef(c.oid)) as definition
    from pg_constraint c
    where c.conrelid = target and c.contype in ('p', 'u')
      and not exists (select from pg_constraint f where f.contype = 'f' and f.conindid = c.conindid)
      and not exists (select from pg_depend d where d.refclassid = 'pg_constraint'::regclass and d.refobjid = c.oid and d.deptype = 'n')
    union all
    select format('drop index %s', i.indexrelid::regclass), pg_get_indexdef(i.indexrelid)
    from pg_index i
    where i.indrelid = target and not exists (select from pg_constraint c where c.conindid = i.indexrelid)
  loop
    insert into things_aside (definition) values (thing.definition);
    execute thing.removal;
  end loop;
  if not exists (select from pg_constraint f where f.contype = 'f' and f.confrelid = target)
    and not exists (select from pg_trigger t where t.tgrelid = target and t.tgtype & 32 <> 0) then
    execute format('truncate %s', target);
  end if;
  return true;
end $$;

revoke execute on function feeds.begin_filling(regclass) from public;
