-- The NIB that a contract or a shop quotes, for OSS to be asked for it. Of feeds that are joined by their NIB linkage.record_key has it; these
-- two are compared, and their rows kept it encrypted alone. Null: not looked up yet (rows from before this migration); empty: none that could
-- be one. No role of consumers reads it: the wall gives columns by name.
alter table credit.loan add column quoted_nib text check (quoted_nib ~ '^([0-9]{13})?$');
alter table market.shop add column quoted_nib text check (quoted_nib ~ '^([0-9]{13})?$');
