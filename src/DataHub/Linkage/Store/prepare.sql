-- The pass's own tables, beside those of Publishing/prepare.sql. All of its rows are written by the program, in a few copies.
create temp table moved (link_id bigint not null, feed text not null, source_key text not null, source_record_id bigint not null,
  business_id bigint, person_id bigint, cluster_record_id bigint, person_cluster_record_id bigint, rule text not null,
  certainty text not null, person_certainty text not null, loan_certainty text) on commit drop;
create temp table person_shape (person_id bigint not null, is_new boolean not null, nik_hash bytea, nik_cipher bytea, name text, gender text,
  origin_feed text, origin_key text) on commit drop;
create temp table retired_person (person_id bigint not null, survivor_id bigint) on commit drop;
create temp table restored_person (person_id bigint not null) on commit drop;
-- Of each business of the pass: the OSS record that stands for it, and what stands where that record tells nothing.
create temp table outline (business_id bigint not null, is_new boolean not null, origin_feed text, origin_key text, standing_key text,
  owner_id bigint, name text, regency_code text, district_code text, address text, phone text, email text) on commit drop;
create temp table restored (business_id bigint not null) on commit drop;
create temp table divided (business_id bigint not null) on commit drop;
create temp table proposed (subject text not null, feed_a text not null, key_a text not null, feed_b text not null, key_b text not null,
  bits double precision not null, worth double precision not null, reason text not null, evidence jsonb not null) on commit drop;
-- Published rows that follow their links.
create temp table joined (feed text not null, source_key text not null, business_id bigint, person_id bigint, certainty text) on commit drop;
