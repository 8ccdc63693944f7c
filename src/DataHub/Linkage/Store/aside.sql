-- The first pass of a hub fills these tables, and moves all that is published.
select feeds.set_aside(array['linkage.link', 'linkage.evidence', 'registry.person', 'registry.business', 'registry.licence']::regclass[]);
select feeds.set_all_aside(array['credit.loan', 'training.participation', 'market.shop', 'market.certificate']::regclass[]);
