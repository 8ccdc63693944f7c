-- Lists are ordered "date desc, id": the newest first, of which PostgreSQL puts those without a date before all. An index in another order of
-- nulls or ids is of no use to it, and all children of a row would be read and sorted for a page of three.

drop index credit.loan_business;
create index loan_business on credit.loan (business_id, akad_on desc, id);
drop index training.participation_business;
create index participation_business on training.participation (business_id, started_on desc, id);
drop index market.certificate_business;
create index certificate_business on market.certificate (business_id, issued_on desc, id);
drop index market.listing_product;
create index listing_product on market.listing (product_id, listed_on desc, id);
drop index market.exhibition_participation_business;
create index exhibition_participation_business on market.exhibition_participation (business_id, started_on desc, id);
drop index market.procurement_contract_business;
create index procurement_contract_business on market.procurement_contract (business_id, signed_on desc, id);
drop index market.partnership_business;
create index partnership_business on market.partnership (business_id, started_on desc, id);

-- For names that start with a text: a range of bytes, which an index in the order of a locale does not serve.
create index business_name_prefix on registry.business (name text_pattern_ops);
