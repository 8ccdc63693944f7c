-- Settings of the load's transaction and its working tables. A commit that is lost in a crash is loaded again: it need not wait for the disk.
set local synchronous_commit = off;
set local work_mem = '128MB';
set local maintenance_work_mem = '128MB';
set local jit = off;
-- Trigrams of names are entered into their index at once, at the end.
set local gin_pending_list_limit = '256MB';
-- Enough to choose between joins over whole tables; the samples of wide rows are what makes an analysis dear.
set local default_statistics_target = 10;

create temp table scope (feed text not null, source_key text not null) on commit drop;
create temp table decision (feed text not null, source_key text not null, business_id bigint, person_id bigint, rule text not null,
  certainty text not null) on commit drop;
-- What subscribers are told of in the end: businesses and the fields of theirs that changed, null for a business that is new; persons with
-- another name; links that were closed, since a row that leaves a business changes it too.
create temp table touched (business_id bigint not null, attribute text) on commit drop;
create temp table renamed (person_id bigint not null) on commit drop;
create temp table left_behind (feed text not null, source_key text not null, business_id bigint not null) on commit drop;
create temp table doomed (business_id bigint not null, survivor_id bigint) on commit drop;
-- Businesses whose yearly figures may be others now, more than once.
create temp table figures_of (business_id bigint) on commit drop;
