select feeds.put_back();

-- Trigrams of names that came later are entered into their index at once.
select gin_clean_pending_list('registry.business_name_trgm') from this_load where feed in ('OSS', 'SIKP');
