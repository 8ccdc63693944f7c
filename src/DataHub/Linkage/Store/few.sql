-- Settings of a pass near a few records, whose tables lie there, empty. Its commit need not wait for the disk: a pass that a crash takes along
-- is repeated. Few rows are looked up in what is large; how many a working table seems to have when a statement is planned tells nothing.
select set_config('search_path', current_setting('search_path') || ', linkage_work', true),
  set_config('synchronous_commit', 'off', true), set_config('jit', 'off', true), set_config('gin_pending_list_limit', '256MB', true),
  set_config('enable_hashjoin', 'off', true), set_config('enable_mergejoin', 'off', true);
