-- Rights of persons by UU 27/2022, how long data is kept, and what may not be touched.
create schema rights;

-- What a person may ask for, by what article, and in what time the hub must have done it. Operators change it when the law is read otherwise.
create table rights.request_kind (
  kind text primary key check (kind in ('CORRECTION', 'RESTRICTION', 'ERASURE', 'OBJECTION')),
  article text not null,
  hours int not null check (hours > 0),
  confidence text not null check (confidence in ('sure', 'likely', 'unverified'))
);
insert into rights.request_kind (kind, article, hours, confidence) values
  ('CORRECTION', 'UU 27/2022 Art. 6, 30', 72, 'likely'),
  ('RESTRICTION', 'UU 27/2022 Art. 11, 41', 72, 'likely'),
  ('ERASURE', 'UU 27/2022 Art. 8, 43', 72, 'unverified'),
  ('OBJECTION', 'UU 27/2022 Art. 10', 72, 'unverified');

-- The articles by which a request may be refused; a refusal names one.
create table rights.refusal_ground (
  article text primary key,
  meaning text not null,
  confidence text not null check (confidence in ('sure', 'likely', 'unverified'))
);
insert into rights.refusal_ground (article, meaning, confidence) values
  ('UU 27/2022 Art. 15', 'Interests of defence, law enforcement, state administration, supervision of finance, or statistics and research', 'unverified'),
  ('UU 27/2022 Art. 33', 'The request would endanger somebody, disclose another person''s data, or go against national defence', 'unverified'),
  ('UU 27/2022 Art. 20', 'The data is processed by a legal duty or a public task, which the request cannot end', 'likely');

-- Words of people can hold anything, a NIK too: they are encrypted. No foreign keys: what the request was about may be erased.
create table rights.request (
  id bigint generated always as identity primary key,
  person_id bigint not null,
  business_id bigint,
  kind text not null references rights.request_kind (kind),
  status text not null default 'OPEN' check (status in ('OPEN', 'TAKEN', 'DONE', 'REFUSED', 'WITHDRAWN')),
  received_at timestamptz not null,
  due_at timestamptz not null,
  -- Correction: the field of the contract, and the feed whose record has it.
  attribute text,
  source_feed text,
  wish_cipher bytea not null,
  evidence_cipher bytea,
  handler text,
  taken_at timestamptz,
  closed_at timestamptz,
  outcome_cipher bytea,
  refusal_article text references rights.refusal_ground (article),
  check ((status in ('DONE', 'REFUSED', 'WITHDRAWN')) = (closed_at is not null)),
  check ((status = 'REFUSED') = (refusal_article is not null))
);
create index request_person on rights.request (person_id, id);
create index request_open on rights.request (due_at) where closed_at is null;

-- Persons whose data is given to no bank, partner or dashboard, except where the law requires it.
create table rights.restriction (
  request_id bigint primary key references rights.request (id),
  person_id bigint not null,
  since timestamptz not null,
  lifted_at timestamptz
);
create index restriction_in_force on rights.restriction (person_id) where lifted_at is null;

-- Records that were erased on request: the same record sent again is not taken.
create table rights.erased_record (
  feed text not null,
  source_key text not null,
  request_id bigint not null references rights.request (id),
  primary key (feed, source_key)
);

-- How long each kind of data is kept and by what duty. months null: as long as what it belongs to. on_erasure: what becomes of it when
-- the person asks for erasure.
create table rights.retention (
  name text primary key,
  tables text[] not null,
  months int check (months > 0),
  on_erasure text not null check (on_erasure in ('ERASE', 'ANONYMISE', 'KEEP')),
  ground text not null,
  confidence text not null check (confidence in ('sure', 'likely', 'unverified')),
  changed_by text,
  changed_at timestamptz
);
insert into rights.retention (name, tables, months, on_erasure, ground, confidence) values
  ('loans', '{credit.loan}', 120, 'KEEP',
   'Accountability for subsidised credit (KUR); ten years after the loan ended, as company documents by UU 8/1997 Art. 11', 'unverified'),
  ('licence', '{registry.business,registry.licence,registry.person}', null, 'ANONYMISE',
   'Register of business licences (OSS): kept while a licence of the person is in force or a loan is kept', 'likely'),
  ('trainings', '{training.participation}', 60, 'ANONYMISE', 'Report on programmes; no duty to keep the participant''s identity was found', 'unverified'),
  ('exhibitions', '{market.exhibition_participation}', 60, 'ANONYMISE', 'Report on programmes', 'unverified'),
  ('shops', '{market.shop,market.listing,market.product}', null, 'ERASE', 'No duty to keep them was found', 'unverified'),
  ('certificates', '{market.certificate}', null, 'KEEP', 'Public registers of certificates (halal, P-IRT, MD, SNI, TKDN)', 'likely'),
  ('procurement', '{market.procurement_contract,market.partnership}', null, 'KEEP', 'Accountability of public procurement', 'unverified'),
  ('source_records', '{feeds.source_record,linkage.link}', 24, 'ERASE', 'Former forms of records; the newest goes with what it tells of', 'unverified'),
  ('quarantine', '{feeds.quarantine}', 12, 'KEEP',
   'Rows that could not be read: whose they are is not known; deleted when their time is over', 'unverified'),
  ('requests', '{rights.request}', 60, 'KEEP', 'Proof that requests were handled, UU 27/2022 Art. 31', 'likely'),
  ('ledger', '{audit.entry}', 60, 'KEEP', 'Record of all processing, UU 27/2022 Art. 31', 'likely');

-- A hold wins over erasure and retention. All three null is no hold.
create table rights.legal_hold (
  id bigint generated always as identity primary key,
  person_id bigint,
  business_id bigint,
  retention text references rights.retention (name),
  reason text not null check (reason <> ''),
  placed_by text not null,
  placed_at timestamptz not null,
  lifted_by text,
  lifted_at timestamptz,
  check (num_nonnulls(person_id, business_id, retention) = 1)
);

create function rights.is_held(kind text, person bigint, business bigint) returns boolean language sql stable as $$
  select exists (
    select from rights.legal_hold h
    where h.lifted_at is null and (h.retention = kind or h.person_id = person or h.business_id = business
      or h.person_id = (select b.owner_id from registry.business b where b.id = business)))
$$;

create table rights.retention_run (
  id bigint generated always as identity primary key,
  name text not null,
  at timestamptz not null,
  removed bigint not null
);
