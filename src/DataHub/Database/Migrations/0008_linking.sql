-- Linking: what each record tells about whose it is, in forms made for comparing. Rebuilt from the records whenever the forms change.
create table linkage.record_key (
  feed text not null,
  source_key text not null,
  nik_hash bytea,
  nib text,
  -- What a damaged NIB may have been: counts only together with an equal name.
  weak_nib text,
  person_name text,
  business_name text,
  person_key text not null,
  business_key text not null,
  phone_key text,
  -- Regencies the record can lie in; null when it names none.
  regencies text[],
  -- OSS only: equal for records that register one business twice.
  group_key bytea,
  source_date date,
  primary key (feed, source_key)
);
create index record_key_nik on linkage.record_key (nik_hash) where nik_hash is not null;
create index record_key_group on linkage.record_key (group_key) where group_key is not null;

create table linkage.business_key (
  business_id bigint primary key,
  name_key text not null,
  owner_key text not null,
  regency_code text
);
create index business_key_names on linkage.business_key (name_key, owner_key) where name_key <> '' and owner_key <> '';

-- Where a business went that turned out to be another one. The id is never given out again.
create table registry.business_redirect (
  business_id bigint primary key,
  survivor_id bigint references registry.business (id) on delete set null,
  decided_at timestamptz not null
);

-- SIDT: figures of a year as reported; registry.business shows those of the newest year.
create table registry.annual_figure (
  source_key text primary key,
  business_id bigint references registry.business (id),
  year int not null,
  annual_sales numeric(18, 2),
  workers int
);
create index annual_figure_business on registry.annual_figure (business_id);

create index source_record_run on feeds.source_record (run_id);

-- Figures and licences change in place: room in each page keeps such an update out of the table's many indexes (heap-only tuples).
alter table registry.business set (fillfactor = 50);
