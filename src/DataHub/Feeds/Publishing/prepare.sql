-- Settings of a load's transaction, or of a pass's over many records, and working tables of both. A commit that is lost in a crash is loaded
-- again: it need not wait for the disk.
set local synchronous_commit = off;
set local work_mem = '128MB';
set local maintenance_work_mem = '128MB';
set local jit = off;
-- Trigrams of names are entered into their index at once, at the end.
set local gin_pending_list_limit = '256MB';
-- Enough to choose between joins over whole tables; the samples of wide rows are what makes an analysis dear.
set local default_statistics_target = 10;

-- The schema tells what they hold.
create temp table touched (like linkage_work.touched including storage) on commit drop;
create temp table renamed (like linkage_work.renamed) on commit drop;
create temp table left_behind (like linkage_work.left_behind including storage) on commit drop;
create temp table doomed (like linkage_work.doomed) on commit drop;
create temp table figures_of (like linkage_work.figures_of) on commit drop;
