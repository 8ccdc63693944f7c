-- Sources over HTTP: how far each is read, how each fares.

-- Up to where everything of a source is published, in the source's own order: a number of change, or microseconds since 1970.
create table feeds.source_cursor (
  source text primary key,
  feed text not null,
  position bigint not null,
  moved_at timestamptz not null,
  run_id bigint not null references feeds.feed_run (id)
);

create function feeds.keep_forward() returns trigger language plpgsql as $$
begin
  if new.position < old.position then raise exception 'a cursor does not move back'; end if;
  return new;
end $$;
create trigger keep_forward before update on feeds.source_cursor for each row execute function feeds.keep_forward();

-- What the host that had to do with a source last knows of it.
create table feeds.source_state (
  source text primary key,
  feed text not null,
  is_scheduled boolean not null default false,
  next_run_at timestamptz,
  last_success_at timestamptz,
  last_failure_at timestamptz,
  -- In words, without address or secret.
  last_failure text,
  circuit text not null default 'CLOSED' check (circuit in ('CLOSED', 'OPEN', 'HALF_OPEN'))
);

-- When OSS was last asked for a NIB, and what it said. A row that comes back unchanged leaves no other trace.
create table feeds.oss_inquiry (
  nib text primary key check (nib ~ '^[0-9]{13}$'),
  asked_at timestamptz not null,
  answer text not null check (answer in ('FOUND', 'UNKNOWN', 'REFUSED', 'UNANSWERED'))
);

-- Consumers' roles call nothing here.
revoke execute on function feeds.keep_forward() from public;
