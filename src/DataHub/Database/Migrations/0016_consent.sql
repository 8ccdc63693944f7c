-- Consent of persons (UU 27/2022 Articles 20-22, 40): to which organisation, for which purpose, for which fields, how long, and what proves it.
create schema if not exists access;

-- What was given is never changed: a withdrawal is a row of its own, another period or other fields are another consent.
create table access.consent (
  id bigint generated always as identity primary key,
  person_id bigint not null references registry.person,
  -- The recipient, as the claim "org" of its tokens names it.
  organisation text not null check (organisation <> ''),
  purpose text not null check (purpose <> ''),
  -- Schema coordinates of the contract, Business.annualSales.
  fields text[] not null check (cardinality(fields) between 1 and 100 and array_position(fields, null) is null),
  valid_from timestamptz not null,
  -- The first moment at which it holds no more.
  valid_until timestamptz not null,
  evidence_kind text not null check (evidence_kind in ('ONLINE', 'PAPER', 'RECORDING')),
  -- Where the evidence is kept; no personal data.
  evidence_reference text check (evidence_reference <> ''),
  -- Edition of the notice that the person had before them.
  notice_version text not null check (notice_version <> ''),
  given_at timestamptz not null,
  -- Client and subject of the token that entered it.
  entered_by text not null,
  check (valid_from < valid_until),
  -- What is on paper or tape lies somewhere.
  check (evidence_kind = 'ONLINE' or evidence_reference is not null)
);
create index consent_recipient on access.consent (person_id, organisation, purpose);

create table access.consent_withdrawal (
  consent_id bigint primary key references access.consent on delete cascade,
  withdrawn_at timestamptz not null,
  evidence_kind text not null check (evidence_kind in ('ONLINE', 'PAPER', 'RECORDING')),
  evidence_reference text check (evidence_reference <> ''),
  entered_by text not null,
  check (evidence_kind = 'ONLINE' or evidence_reference is not null)
);

create function access.keep_consent() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and tg_table_name = 'consent' then
    -- What holds no more may go when the time of keeping it is over.
    if old.valid_until <= now() or exists (select from access.consent_withdrawal w where w.consent_id = old.id) then return old; end if;
  elsif tg_op = 'DELETE' then
    -- With its consent, not without it.
    if not exists (select from access.consent c where c.id = old.consent_id) then return old; end if;
  end if;
  raise exception 'Consent is only added to: % on access.% is refused.', tg_op, tg_table_name using errcode = 'restrict_violation';
end $$;

create trigger consent_is_kept before update or delete on access.consent for each row execute function access.keep_consent();
create trigger consent_is_not_emptied before truncate on access.consent for each statement execute function access.keep_consent();
create trigger withdrawal_is_kept before update or delete on access.consent_withdrawal for each row execute function access.keep_consent();
create trigger withdrawal_is_not_emptied before truncate on access.consent_withdrawal for each statement execute function access.keep_consent();
