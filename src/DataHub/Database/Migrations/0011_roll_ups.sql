-- Research: counts and sums of the businesses that hold a NIB, kept up to date with them (docs/adr/0012-statistics-from-roll-ups.md).
create schema research;

-- One row a group of a grouping, before anything is suppressed: nobody may read it but the hub itself.
create table research.roll_up (
  -- What the grouping groups by: 1 regency, 2 district, 4 scale, 8 sector, 16 gender of the owner, 32 status, 64 year of registration, added
  -- up. A district's groupings have its regency too. A column of another dimension is null; so is one whose value is not known.
  dimensions int not null,
  regency_code text,
  district_code text,
  scale text,
  kbli_version text,
  sector_code text,
  gender text,
  status text,
  registration_year int,
  businesses int not null,
  -- Businesses whose sales (workers) are known, and the sum over these.
  sales_known int not null,
  annual_sales numeric not null,
  workers_known int not null,
  workers bigint not null
)
-- Room for a row's next version beside it: no figure is in the index, so that it need not be touched.
with (fillfactor = 70);
create unique index roll_up_group on research.roll_up
  (dimensions, regency_code, district_code, scale, kbli_version, sector_code, gender, status, registration_year) nulls not distinct;

-- One row.
create table research.roll_up_state (as_of timestamptz not null);
insert into research.roll_up_state values (clock_timestamp());
create unique index roll_up_state_is_one_row on research.roll_up_state ((true));

-- Adds figures (negative: takes them away), given by all dimensions, to every grouping that is kept. The list of groupings stands in the
-- hub's RollUps too. A group that becomes empty stays: readers pass it over.
create function research.add_to_roll_ups(figures research.roll_up[]) returns void language sql as $$
  insert into research.roll_up as r (dimensions, regency_code, district_code, scale, kbli_version, sector_code, gender, status,
    registration_year, businesses, sales_known, annual_sales, workers_known, workers)
  select
    127 - grouping(registration_year, status, gender, sector_code, scale, district_code, regency_code),
    regency_code, district_code, scale, kbli_version, sector_code, gender, status, registration_year,
    sum(businesses), sum(sales_known), sum(annual_sales), sum(workers_known), sum(workers)
  from unnest(figures)
  group by grouping sets (
    (regency_code, scale),
    (regency_code, gender),
    (regency_code, status),
    (regency_code, gender, scale, status),
    (regency_code, registration_year, scale),
    (regency_code, registration_year, gender),
    (regency_code, registration_year, status),
    (regency_code, registration_year, gender, scale, status),
    (regency_code, kbli_version, sector_code, scale),
    (regency_code, kbli_version, sector_code, gender),
    (regency_code, kbli_version, sector_code, status),
    (regency_code, kbli_version, sector_code, scale, gender, status),
    (regency_code, kbli_version, sector_code, scale, registration_year),
    (regency_code, kbli_version, sector_code, scale, gender, status, registration_year),
    (kbli_version, sector_code, scale),
    (kbli_version, sector_code, gender),
    (kbli_version, sector_code, status),
    (kbli_version, sector_code, scale, gender, status),
    (kbli_version, sector_code, registration_year, scale),
    (kbli_version, sector_code, registration_year, gender),
    (kbli_version, sector_code, registration_year, status),
    (kbli_version, sector_code, registration_year, scale, gender, status),
    (registration_year, scale, gender, status),
    (regency_code, district_code),
    (regency_code, district_code, scale),
    (regency_code, district_code, gender),
    (regency_code, district_code, status),
    (regency_code, district_code, scale, gender, status),
    (regency_code, district_code, registration_year),
    (regency_code, district_code, kbli_version, sector_code),
    (regency_code, district_code, kbli_version, sector_code, scale, gender, status),
    (regency_code, district_code, kbli_version, sector_code, scale, gender, status, registration_year))
  having sum(businesses) <> 0 or sum(sales_known) <> 0 or sum(annual_sales) <> 0 or sum(workers_known) <> 0 or sum(workers) <> 0
  on conflict (dimensions, regency_code, district_code, scale, kbli_version, sector_code, gender, status, registration_year) do update set
    businesses = r.businesses + excluded.businesses, sales_known = r.sales_known + excluded.sales_known,
    annual_sales = r.annual_sales + excluded.annual_sales, workers_known = r.workers_known + excluded.workers_known,
    workers = r.workers + excluded.workers
$$;

-- SQL that counts the businesses of one table by all dimensions, less those of another; either may be null. Text, because PostgreSQL shows the
-- rows that a statement changed to nothing but the trigger's own statements.
create function research.counting(arrived text, gone text) returns text language sql immutable as $$
  select format($sql$
    select array_agg(f::research.roll_up) from (
      select 127, b.regency_code, b.district_code, b.scale, b.kbli_version, b.sector_code, o.gender, b.status,
        date_part('year', b.registered_on)::int as registration_year,
        sum(b.sign)::int as businesses, coalesce(sum(b.sign) filter (where b.annual_sales is not null), 0)::int as sales_known,
        coalesce(sum(b.annual_sales), 0) as annual_sales,
        coalesce(sum(b.sign) filter (where b.workers is not null), 0)::int as workers_known, coalesce(sum(b.workers), 0) as workers
      from (%s) b left join registry.person o on o.id = b.owner_id
      group by b.regency_code, b.district_code, b.scale, b.kbli_version, b.sector_code, o.gender, b.status, registration_year
    ) f
    where f.businesses <> 0 or f.sales_known <> 0 or f.annual_sales <> 0 or f.workers_known <> 0 or f.workers <> 0
    $sql$, concat_ws(' union all ',
      format('select %s, 1 as sign, annual_sales, workers from ', read) || arrived || ' where nib is not null',
      format('select %s, -1 as sign, -annual_sales as annual_sales, -workers as workers from ', read) || gone || ' where nib is not null'))
  from (values ('regency_code, district_code, scale, kbli_version, sector_code, status, registered_on, owner_id')) v (read)
$$;

-- One writer of roll-ups at a time, to the end of its transaction; readers do not wait. Who comes next counts what this one committed.
create function research.lock_roll_ups() returns void language sql as 'lock table research.roll_up in share row exclusive mode';

-- Counts everything anew. Until this is committed readers see the former groups.
create function research.build_roll_ups() returns void language plpgsql as $$
declare figures research.roll_up[];
begin
  perform research.lock_roll_ups();
  execute research.counting('registry.business', null) into figures;
  delete from research.roll_up;
  perform research.add_to_roll_ups(figures);
  update research.roll_up_state set as_of = clock_timestamp();
end $$;

create function research.count_anew() returns trigger language plpgsql as $$
begin
  perform research.build_roll_ups();
  return null;
end $$;

-- Whatever changes a business changes the roll-ups in the same statement, so that no writer can forget them.
create function research.follow_businesses() returns trigger language plpgsql as $$
declare
  changed boolean;
  figures research.roll_up[];
begin
  if tg_op = 'DELETE' then select exists (select from gone) into changed; else select exists (select from arrived) into changed; end if;
  if not changed then return null; end if;
  perform research.lock_roll_ups();
  execute research.counting(case when tg_op <> 'DELETE' then 'arrived' end, case when tg_op <> 'INSERT' then 'gone' end) into figures;
  perform research.add_to_roll_ups(figures);
  update research.roll_up_state set as_of = clock_timestamp();
  return null;
end $$;

create trigger business_arrived after insert on registry.business
  referencing new table as arrived for each statement execute function research.follow_businesses();
create trigger business_changed after update on registry.business
  referencing old table as gone new table as arrived for each statement execute function research.follow_businesses();
create trigger business_gone after delete on registry.business
  referencing old table as gone for each statement execute function research.follow_businesses();
create trigger businesses_emptied after truncate on registry.business for each statement execute function research.count_anew();
-- No feed corrects a gender today. That of an inserted person is nobody's yet.
create trigger owner_corrected after update of gender on registry.person for each statement execute function research.count_anew();

select research.build_roll_ups();
