-- Businesses are looked up by the NIB they hold; only what is no business's own is looked for among former licences, of 192,779 licences 545.
create index licence_superseded on registry.licence (nib) where not is_current;
