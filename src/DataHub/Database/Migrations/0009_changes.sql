-- Changes: what subscribers are told of, in the order in which it became visible (docs/adr/0008-changes-through-an-outbox.md).
create schema changes;

-- Names and numbers only: no value of a business or person. What changed is read by those who may, when they are told.
create table changes.outbox (
  position bigint generated always as identity primary key,
  at timestamptz not null default clock_timestamp(),
  kind text not null check (kind in ('BUSINESS_CREATED', 'BUSINESS_CHANGED', 'RUN_PROGRESS')),
  -- No foreign keys: what an event told of may be gone before the event is.
  business_id bigint,
  -- Fields of Business in the contract; null for a created business, all of whose fields are new.
  attributes text[],
  run_id bigint,
  stage text check (stage in ('READING', 'PUBLISHING', 'DONE', 'FAILED')),
  received int,
  quarantined int,
  percent_read int,
  check ((kind = 'RUN_PROGRESS') = (run_id is not null) and (kind <> 'RUN_PROGRESS') = (business_id is not null)),
  check ((run_id is null) = (stage is null))
);
-- Replays ask for the events of a few businesses after a position.
create index outbox_business on changes.outbox (business_id, position) where business_id is not null;
create index outbox_run on changes.outbox (run_id, position) where run_id is not null;

-- One row. Events up to and including the position are no longer kept, or were never written because nobody waited for any.
create table changes.horizon (
  position bigint not null,
  -- Until then somebody may come back with a place in the stream: set by hosts that serve subscriptions, ahead of what they keep.
  awaited_until timestamptz not null
);
insert into changes.horizon (position, awaited_until) values (0, '-infinity');
create unique index horizon_is_one_row on changes.horizon ((true));

-- An identity value is taken before the commit that makes its row visible: without more, a reader at position 8 could miss 7, which
-- commits later. One writer at a time, until its transaction has ended, makes the order of positions the order of commits.
create function changes.lock_outbox() returns void language sql as 'select pg_advisory_xact_lock(7810777613472785)';

create function changes.before_write() returns trigger language plpgsql as $$
begin
  perform changes.lock_outbox();
  -- A commit that is reported before it is on disk can be lost in a crash, and its positions be given again to other events.
  if current_setting('synchronous_commit') = 'off' then perform set_config('synchronous_commit', 'on', true); end if;
  return null;
end $$;

-- The notification carries nothing, and PostgreSQL sends equal ones of a transaction once: it wakes readers, the table tells them why.
create function changes.after_write() returns trigger language plpgsql as $$
begin
  perform pg_notify('datahub_changes', '');
  return null;
end $$;

-- Statement triggers: the first runs before the first identity value is taken.
create trigger outbox_before_write before insert on changes.outbox for each statement execute function changes.before_write();
create trigger outbox_after_write after insert on changes.outbox for each statement execute function changes.after_write();

-- True when an event written now may be waited for by somebody. When nobody waits, the horizon moves instead, so that no place in the
-- stream can be taken up across what was left out. Holds the outbox's lock from here on: a host that begins to serve subscriptions is
-- seen here, or sees all that this transaction did.
create function changes.is_awaited() returns boolean language plpgsql volatile as $$
begin
  perform changes.lock_outbox();
  if (select awaited_until > clock_timestamp() from changes.horizon) then return true; end if;
  update changes.horizon set position = nextval(pg_get_serial_sequence('changes.outbox', 'position'));
  delete from changes.outbox where position < (select position from changes.horizon);
  return false;
end $$;

-- A running load: what it is doing, and how much of its file it has read.
alter table feeds.feed_run add stage text not null default 'READING' check (stage in ('READING', 'PUBLISHING'));
alter table feeds.feed_run add percent_read int not null default 0 check (percent_read between 0 and 100);
