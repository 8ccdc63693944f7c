-- The ledger of every look: who saw what about whom, and why. Entries are added and never changed.
create schema audit;

-- Which ledger this is: what is kept outside the database says which one it belongs to.
create table audit.ledger (
  only_row boolean primary key default true check (only_row),
  id uuid not null default gen_random_uuid(),
  made_at timestamptz not null default now()
);
insert into audit.ledger default values;

-- One chain a host.
create table audit.chain (
  id int primary key generated always as identity,
  name text not null unique check (name <> ''),
  made_at timestamptz not null default now()
);

-- One partition a month, made ahead. There is no default partition: rows that no month takes are refused, not hidden.
create table audit.entry (
  -- Chain and sequence in one number.
  id bigint not null generated always as ((chain::bigint << 40) + seq) stored,
  chain int not null,
  seq bigint not null check (seq > 0),
  at timestamptz not null,
  kind text not null,
  organisation text,
  client text not null,
  actor text not null,
  actor_person bigint,
  purpose text,
  case_number text,
  operation text,
  document bytea,
  fields text[] not null,
  persons bigint[] not null,
  businesses bigint[] not null,
  rows int not null,
  outcome text not null,
  code text,
  continues bigint,
  previous bytea not null,
  hash bytea not null
) partition by range (at);

-- What is known of a chain at a sequence, signed by the host. An anchor is what stays of entries that were removed when their time was over.
create table audit.checkpoint (
  chain int not null references audit.chain (id),
  seq bigint not null,
  is_anchor boolean not null default false,
  hash bytea not null,
  at timestamptz not null,
  signer text not null,
  signature bytea not null,
  primary key (chain, seq, is_anchor)
);

-- Looks of which the law does not let their subjects know before a time: of an investigation, say. Set by stewards.
create table audit.secrecy (
  id bigint primary key generated always as identity,
  organisation text not null,
  purpose text,
  case_number text,
  notify_after interval not null check (notify_after > interval '0'),
  basis text not null check (basis <> ''),
  set_by text not null,
  set_at timestamptz not null default now()
);
create index secrecy_organisation on audit.secrecy (organisation);

create function audit.refuse_change() returns trigger language plpgsql as $$
begin
  if coalesce(current_setting('audit.maintenance', true), '') = 'on' then
    return case when tg_level = 'STATEMENT' then null when tg_op = 'DELETE' then old else new end;
  end if;
  raise exception 'The ledger is only added to.' using errcode = 'insufficient_privilege';
end
$$;

create trigger entry_is_kept before update or delete on audit.entry for each row execute function audit.refuse_change();
create trigger entry_is_kept_whole before truncate on audit.entry for each statement execute function audit.refuse_change();
create trigger checkpoint_is_kept before update or delete on audit.checkpoint for each row execute function audit.refuse_change();
create trigger checkpoint_is_kept_whole before truncate on audit.checkpoint for each statement execute function audit.refuse_change();
create trigger chain_is_kept before update or delete on audit.chain for each row execute function audit.refuse_change();
create trigger chain_is_kept_whole before truncate on audit.chain for each statement execute function audit.refuse_change();

-- Makes the partition of the month of a time, and those of the two months after it. A trigger on TRUNCATE is not handed down to partitions.
create function audit.make_partitions(of timestamptz) returns void language plpgsql security definer
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
      execute format('create index %I on audit.%I using gin (persons, businesses)', name || '_subjects', name);
      execute format('create index %I on audit.%I using brin (at)', name || '_at', name);
      execute format('create trigger entry_is_kept_whole before truncate on audit.%I for each statement execute function audit.refuse_change()', name);
    end if;
    month := (month + interval '1 month')::date;
  end loop;
end
$$;
revoke execute on function audit.make_partitions(timestamptz) from public;

-- Roles belong to the server, which may have other databases of the hub.
do $$
begin
  create role hub_ledger nologin;
exception when duplicate_object or unique_violation then
  null;
end
$$;
do $$
begin
  if not pg_has_role(current_user, 'hub_ledger', 'member') then
    execute format('grant hub_ledger to %I', current_user);
  end if;
end
$$;
grant usage on schema audit to hub_ledger;
grant select on audit.ledger to hub_ledger;
grant select, insert on audit.chain, audit.checkpoint, audit.entry to hub_ledger;
grant execute on function audit.make_partitions(timestamptz) to hub_ledger;
