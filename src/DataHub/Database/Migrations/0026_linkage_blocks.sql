-- What a pass near a few records goes by.

-- By record of the linked feeds: whom it would be compared with, as keyed hashes (docs/linkage.md). The key lies outside the database: two
-- records with one number share a hash, and nobody learns the number from it. Blocks of more records than are ever compared are left out.
create table linkage.block (
  feed text not null,
  source_key text not null,
  keys bigint[] not null,
  primary key (feed, source_key)
);
create index block_keys on linkage.block using gin (keys);

-- Set when every record that was there at that time has its blocks in the table, by the statistics of the same row. Null: no pass near a
-- few records is possible, all are compared.
alter table linkage.model add column blocks_at timestamptz;
