-- The second wall (docs/wall.md, docs/adr/0016-second-wall-in-postgresql.md). Each kind of consumer has a role that reads for it; the hub makes
-- the roles before its migrations, and gives them their columns from the contract after these. What is read for consumers that none of them
-- may see as it lies is here: views and functions that belong to two roles of their own.
create schema wall;

-- One row: what the roles were given last, as a hash of the statements that gave it.
create table wall.granted (script_hash text not null, granted_at timestamptz not null);
create unique index granted_is_one_row on wall.granted ((true));

-- hub_figures: counts and sums. Who owns a view needs the rights to what it reads.
grant usage on schema registry, research, training, linkage, feeds to hub_figures;
grant select (nib, regency_code, district_code, scale, kbli_version, sector_code, status, registered_on, annual_sales, workers, owner_id)
  on registry.business to hub_figures;
grant select (id, gender) on registry.person to hub_figures;
grant select on research.roll_up, research.roll_up_state to hub_figures;
grant select (id) on training.programme to hub_figures;
grant select (programme_id, passed) on training.participation to hub_figures;

-- A business without what would tell which one it is. PostgreSQL leaves out the join where nobody asks for the gender.
create view research.business_figure as
select b.regency_code, b.district_code, b.scale, b.kbli_version, b.sector_code, b.status, b.registered_on, b.annual_sales, b.workers, o.gender
from registry.business b left join registry.person o on o.id = b.owner_id
where b.nib is not null;

create view research.roll_up_figure as
select dimensions, regency_code, district_code, scale, kbli_version, sector_code, gender, status, registration_year,
  businesses, sales_known, annual_sales, workers_known, workers
from research.roll_up;

create view research.roll_up_time as select as_of from research.roll_up_state;

-- One to four participations would point at persons: the contract says null for them.
create view training.programme_figure as
select p.id as programme_id,
  (select case when count(*) between 1 and 4 then null else count(*)::int end
    from training.participation x where x.programme_id = p.id) as participants,
  (select case when count(*) between 1 and 4 then null else count(*)::int end
    from training.participation x where x.programme_id = p.id and x.passed) as passed
from training.programme p;

-- hub_rules: what decisions and rules rest on.
grant usage on schema registry, credit, training, linkage, feeds to hub_rules;
grant select (nib, business_id, issued_on) on registry.licence to hub_rules;
grant select (id, owner_id, nib, status, registered_on, kbli, kbli_version, scale, annual_sales, annual_sales_year, regency_code)
  on registry.business to hub_rules;
grant select (id, nik_hash) on registry.person to hub_rules;
grant select (business_id, source_key, year) on registry.annual_figure to hub_rules;
grant select (id, business_id, feed, source_key, source_record_id, rule, certainty, closed_at) on linkage.link to hub_rules;
grant select (id, source_date, received_at) on feeds.source_record to hub_rules;
grant select (id, kind, plafon, outstanding, kolektibilitas, akad_on, lender_code, reported_on, business_id, person_id, certainty)
  on credit.loan to hub_rules;
grant select (id, person_id, started_on, passed, source_key) on training.participation to hub_rules;

-- Where values of a business come from: records that are kept, and how they were joined to it. The tables' row-level security looks at the
-- owner of a view, so the view itself says that owners see what is of their businesses.
create view registry.provenance as
select l.id, l.business_id, l.feed, l.rule, l.certainty, r.source_date, r.received_at
from linkage.link l join feeds.source_record r on r.id = l.source_record_id
where l.closed_at is null and (current_user <> 'hub_owner' or exists (
  select from registry.business b where b.id = l.business_id and b.owner_id = nullif(current_setting('hub.person', true), '')::bigint));

-- An owner's participations that are certainly theirs.
create view training.certain_participation as
select l.source_key from linkage.link l join training.participation t on t.source_key = l.source_key
where l.feed = 'PELATIHAN' and l.closed_at is null and l.certainty = 'CERTAIN'
  and t.person_id = nullif(current_setting('hub.person', true), '')::bigint;

-- What the rules of KUR read. Who calls brings the NIBs or the keyed hashes of NIKs; nothing can be searched for. PL/pgSQL keeps the plans of
-- its statements, a function in SQL would make them anew with each call.
create function credit.kur_businesses_by_nib(nibs text[])
returns table (asked_nib text, owner_id bigint, id bigint, nib text, status text, registered_on date, first_issued_on date, kbli text,
  kbli_version text, scale text, annual_sales numeric, annual_sales_year int, regency_code text, is_certain boolean, owner_nik_hash bytea)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp rows 1 as $$
#variable_conflict use_column
begin
  return query
  select l.nib, b.owner_id, b.id, b.nib, b.status, b.registered_on, first.issued_on, b.kbli, b.kbli_version, b.scale,
    b.annual_sales, b.annual_sales_year, b.regency_code, coalesce(figure.is_certain, true), owner.nik_hash
  from registry.licence l
  join registry.business b on b.id = l.business_id
  left join registry.person owner on owner.id = b.owner_id
  left join lateral (select min(x.issued_on) as issued_on from registry.licence x where x.business_id = b.id) first on true
  left join lateral (
    select k.certainty = 'CERTAIN' as is_certain
    from registry.annual_figure f
    join linkage.link k on k.feed = 'SIDT' and k.source_key = f.source_key and k.closed_at is null
    where f.business_id = b.id
    order by f.year desc, f.source_key desc limit 1) figure on true
  where l.nib = any(nibs);
end $$;

create function credit.kur_businesses_by_nik(nik_hashes bytea[])
returns table (nik_hash bytea, person_id bigint, id bigint, nib text, status text, registered_on date, first_issued_on date, kbli text,
  kbli_version text, scale text, annual_sales numeric, annual_sales_year int, regency_code text, is_certain boolean)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp rows 1 as $$
#variable_conflict use_column
begin
  return query
  select p.nik_hash, p.id, b.id, b.nib, b.status, b.registered_on, first.issued_on, b.kbli, b.kbli_version, b.scale,
    b.annual_sales, b.annual_sales_year, b.regency_code, coalesce(figure.is_certain, true)
  from registry.person p
  left join registry.business b on b.owner_id = p.id
  left join lateral (select min(x.issued_on) as issued_on from registry.licence x where x.business_id = b.id) first on true
  left join lateral (
    select k.certainty = 'CERTAIN' as is_certain
    from registry.annual_figure f
    join linkage.link k on k.feed = 'SIDT' and k.source_key = f.source_key and k.closed_at is null
    where f.business_id = b.id
    order by f.year desc, f.source_key desc limit 1) figure on true
  where p.nik_hash = any(nik_hashes)
  order by b.id;
end $$;

create function credit.kur_loans(people bigint[], businesses bigint[])
returns table (kind text, plafon numeric, outstanding numeric, kolektibilitas int, akad_on date, lender_code text, reported_on date,
  business_id bigint, person_id bigint, is_certain boolean)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp rows 1 as $$
#variable_conflict use_column
begin
  return query
  select l.kind, l.plafon, l.outstanding, l.kolektibilitas, l.akad_on, l.lender_code, l.reported_on, l.business_id, l.person_id,
    coalesce(l.certainty = 'CERTAIN', false)
  from credit.loan l
  where l.person_id = any(people) or l.business_id = any(businesses)
  order by l.akad_on nulls first, l.id;
end $$;

create function credit.kur_trainings(people bigint[])
returns table (person_id bigint, started_on date, passed boolean, is_certain boolean)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp rows 1 as $$
#variable_conflict use_column
begin
  return query
  select t.person_id, t.started_on, t.passed, l.certainty is distinct from 'PROBABLE'
  from training.participation t
  left join linkage.link l on l.feed = 'PELATIHAN' and l.source_key = t.source_key and l.closed_at is null
  where t.person_id = any(people)
  order by t.id;
end $$;

-- A new function is everybody's until it is taken away. Triggers run without a right to their functions.
revoke execute on all functions in schema registry, credit, training, market, feeds, linkage, changes, research, wall, access, audit, rights from public;

-- A new owner needs the right to create in the schema, for this moment.
grant create on schema research, training to hub_figures;
alter view research.business_figure owner to hub_figures;
alter view research.roll_up_figure owner to hub_figures;
alter view research.roll_up_time owner to hub_figures;
alter view training.programme_figure owner to hub_figures;
revoke create on schema research, training from hub_figures;

grant create on schema registry, training, credit to hub_rules;
alter view registry.provenance owner to hub_rules;
alter view training.certain_participation owner to hub_rules;
alter function credit.kur_businesses_by_nib(text[]) owner to hub_rules;
alter function credit.kur_businesses_by_nik(bytea[]) owner to hub_rules;
alter function credit.kur_loans(bigint[], bigint[]) owner to hub_rules;
alter function credit.kur_trainings(bigint[]) owner to hub_rules;
revoke create on schema registry, training, credit from hub_rules;
