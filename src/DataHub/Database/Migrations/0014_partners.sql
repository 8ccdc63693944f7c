-- Partners: who may ask, since when, and for what (docs/adr/0018-partners-are-rows.md). Read by the hub itself; no role that answers consumers needs any of it.
create schema access;

create table access.partner (
  code text primary key check (code ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$'),
  version int not null check (version > 0),
  name text not null check (name <> ''),
  kind text not null check (kind in ('BANK', 'UNIVERSITY', 'PARTNER', 'DASHBOARD', 'OWNER', 'STEWARD')),
  clients text[] not null,
  scopes text[] not null,
  purposes text[] not null,
  plan text not null,
  -- SHA-256 of documents in lower-case hex; null: any document.
  documents text[],
  -- Empty: from anywhere.
  networks cidr[] not null,
  agreement text not null check (agreement <> ''),
  valid_from timestamptz not null,
  -- The first moment without access; null: open-ended.
  valid_until timestamptz,
  -- Why there is no access for the time being; null: there is.
  suspended text,
  sender_constraint text not null check (sender_constraint in ('NONE', 'MTLS', 'DPOP', 'EITHER')),
  change text not null check (change in ('REGISTERED', 'CHANGED', 'SUSPENDED', 'RESUMED', 'ENDED')),
  changed_at timestamptz not null,
  changed_by text not null,
  check (valid_until is null or valid_until >= valid_from)
);

-- Every version a partner ever had.
create table access.partner_version (like access.partner including constraints, primary key (code, version));
alter table access.partner_version add column id bigint generated always as identity unique;

-- A client is one partner's.
create table access.partner_client (
  client text primary key check (client <> ''),
  code text not null references access.partner (code)
);
create index partner_client_code on access.partner_client (code);

-- Changes come one after the other: hosts that ask for the last version's number miss none that was given out earlier and commits later.
create function access.before_partner_change() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('access.partner', 0));
  return null;
end $$;

create function access.after_partner_change() returns trigger language plpgsql as $$
begin
  insert into access.partner_version (code, version, name, kind, clients, scopes, purposes, plan, documents, networks, agreement, valid_from, valid_until, suspended,
    sender_constraint, change, changed_at, changed_by)
  values (new.code, new.version, new.name, new.kind, new.clients, new.scopes, new.purposes, new.plan, new.documents, new.networks, new.agreement, new.valid_from,
    new.valid_until, new.suspended, new.sender_constraint, new.change, new.changed_at, new.changed_by);
  delete from access.partner_client where code = new.code and client <> all (new.clients);
  insert into access.partner_client (client, code) select distinct c, new.code from unnest(new.clients) c
    where not exists (select from access.partner_client k where k.client = c and k.code = new.code);
  -- The text is empty: a listener reads what is new.
  perform pg_notify('datahub_partners', '');
  return null;
end $$;

create trigger before_change before insert or update on access.partner for each statement execute function access.before_partner_change();
create trigger after_change after insert or update on access.partner for each row execute function access.after_partner_change();

create function access.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% keeps every row as it was written', tg_table_name using errcode = 'restrict_violation';
end $$;

create trigger partner_stays before delete or truncate on access.partner for each statement execute function access.refuse_change();
create trigger version_stays before update or delete or truncate on access.partner_version for each statement execute function access.refuse_change();

-- Persons of whom an organisation was told something on a day (WIB), and how many subjects each of its clients got. Kept for two days.
create table access.quota_person (
  day date not null,
  organisation text not null,
  person_id bigint not null,
  primary key (day, organisation, person_id)
);
create table access.quota_client (
  day date not null,
  client text not null,
  subjects bigint not null check (subjects >= 0),
  primary key (day, client)
);

-- Look-ups that look like guessing. Counts only: never what was asked.
create table access.alarm (
  id bigint generated always as identity primary key,
  kind text not null check (kind in ('MISSES', 'SEQUENTIAL_NIBS', 'IDENTITY_MISMATCHES', 'NIK_WITH_MANY_NIBS')),
  client text not null,
  organisation text,
  counted int not null,
  threshold int not null,
  -- The hour (UTC) in which it was counted.
  hour timestamptz not null,
  raised_at timestamptz not null
);
create index alarm_client on access.alarm (client, id);
