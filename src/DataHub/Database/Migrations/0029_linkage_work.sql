-- What a pass works in. Making some thirty tables and dropping them again costs more than linking one record, and statements over tables that
-- stay are planned once a connection; so passes near a few records use these, one pass at a time. Their rows are of the pass's transaction
-- alone, which takes them away before it commits (Linkage/Store/clear.sql): nobody ever sees one. A pass over many records, and a load, makes
-- temporary tables like them instead, with statistics of their own. Unlogged, since what a crash takes along is repeated.
create schema linkage_work;

create unlogged table linkage_work.this_load (at timestamptz not null, day date not null, kind text not null, pass_id bigint not null);

-- The records that are compared; of a pass over all of them none.
create unlogged table linkage_work.chosen (feed text not null, source_key text not null, primary key (feed, source_key));

-- Of records in scope, which name a NIB or NIK themselves: what these lead to, and what follows.
create unlogged table linkage_work.scope (feed text not null, source_key text not null);
create unlogged table linkage_work.owned (owner_id bigint not null primary key, businesses bigint not null, only_id bigint not null);
create unlogged table linkage_work.resolved (feed text not null, source_key text not null, person_id bigint, person_only bigint,
  nib_business bigint, nib_owner bigint, nib_only bigint);
create unlogged table linkage_work.decision (feed text not null, source_key text not null, business_id bigint, person_id bigint,
  rule text not null, certainty text not null);

-- What subscribers are told of in the end: businesses and the fields of theirs that changed, null for a business that is new; persons with
-- another name; links that were closed, since a row that leaves a business changes it too.
create unlogged table linkage_work.touched (business_id bigint not null, attribute text);
create unlogged table linkage_work.renamed (person_id bigint not null);
create unlogged table linkage_work.left_behind (feed text not null, source_key text not null, business_id bigint not null);
create unlogged table linkage_work.doomed (business_id bigint not null, survivor_id bigint);
-- Businesses whose yearly figures may be others now, more than once.
create unlogged table linkage_work.figures_of (business_id bigint);

create unlogged table linkage_work.moved (link_id bigint not null, feed text not null, source_key text not null,
  source_record_id bigint not null, business_id bigint, person_id bigint, cluster_record_id bigint, person_cluster_record_id bigint,
  rule text not null, certainty text not null, person_certainty text not null, loan_certainty text);
create unlogged table linkage_work.person_shape (person_id bigint not null, is_new boolean not null, nik_hash bytea, nik_cipher bytea,
  name text, gender text, origin_feed text, origin_key text);
create unlogged table linkage_work.retired_person (person_id bigint not null, survivor_id bigint);
create unlogged table linkage_work.restored_person (person_id bigint not null);
-- Of each business that may be another one now: the OSS record that stands for it, and what stands where that record tells nothing.
create unlogged table linkage_work.outline (business_id bigint not null, is_new boolean not null, origin_feed text, origin_key text,
  standing_key text, owner_id bigint, name text, regency_code text, district_code text, address text, phone text, email text);
create unlogged table linkage_work.restored (business_id bigint not null);
create unlogged table linkage_work.divided (business_id bigint not null);
create unlogged table linkage_work.proposed (subject text not null, feed_a text not null, key_a text not null, feed_b text not null,
  key_b text not null, bits double precision not null, worth double precision not null, reason text not null, evidence jsonb not null);
-- Published rows that follow their links.
create unlogged table linkage_work.joined (feed text not null, source_key text not null, business_id bigint, person_id bigint,
  certainty text);

-- The outlines with the values of OSS and of the pins: what the registry shall say.
create unlogged table linkage_work.shape (business_id bigint not null, is_new boolean not null, origin_feed text, origin_key text,
  standing_key text, nib text, name text, scale text, legal_form text, kbli text, regency_code text, district_code text, address text,
  phone text, email text, capital numeric(18, 2), registered_on date, status text, owner_id bigint, scale_criterion text,
  kbli_version text, sector_code text);
create unlogged table linkage_work.stirred (person_id bigint not null);
create unlogged table linkage_work.licensed (nib text not null, business_id bigint not null, issued_on date, status text,
  is_current boolean);
create unlogged table linkage_work.licence_put (nib text not null, business_id bigint not null);
create unlogged table linkage_work.pair (like linkage_work.proposed);
create unlogged table linkage_work.reviewed (id bigint not null);

-- Names of feeds, fields and records are short: without a place for long ones beside it a temporary table like these is one file, not three.
alter table linkage_work.scope alter feed set storage plain, alter source_key set storage plain;
alter table linkage_work.resolved alter feed set storage plain, alter source_key set storage plain;
alter table linkage_work.decision alter feed set storage plain, alter source_key set storage plain, alter rule set storage plain,
  alter certainty set storage plain;
alter table linkage_work.touched alter attribute set storage plain;
alter table linkage_work.left_behind alter feed set storage plain, alter source_key set storage plain;

-- A table that was analysed while it was empty is taken for one of a row, not for one of ten pages: what joins it looks things up.
analyze linkage_work.this_load, linkage_work.chosen, linkage_work.scope, linkage_work.owned, linkage_work.resolved, linkage_work.decision,
  linkage_work.touched, linkage_work.renamed, linkage_work.left_behind, linkage_work.doomed, linkage_work.figures_of, linkage_work.moved,
  linkage_work.person_shape, linkage_work.retired_person, linkage_work.restored_person, linkage_work.outline, linkage_work.restored,
  linkage_work.divided, linkage_work.proposed, linkage_work.joined, linkage_work.shape, linkage_work.stirred, linkage_work.licensed,
  linkage_work.licence_put, linkage_work.pair, linkage_work.reviewed;

-- Each record that comes alone leaves a row of its run and one of its pass: what is still open is found without reading all that ended.
create index pass_running on linkage.pass (id) where status = 'RUNNING';
create index feed_run_awaiting on feeds.feed_run (id) where awaits_linking;
create index feed_run_running on feeds.feed_run (feed) where status = 'RUNNING';
