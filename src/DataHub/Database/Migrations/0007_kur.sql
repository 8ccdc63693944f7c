-- The rules of KUR as data: regulations, rules, numbers, rates, activities, and the readings where the text is silent.

insert into credit.kur_regime (code, regulation, valid_from, valid_to, decides, source, confidence) values
  ('V2022', 'Permenko Perekonomian 1/2022', '2022-01-01', '2023-01-31', false,
   'Base regulation; the day it came into force was not read, the first day of its year is taken.', 'likely'),
  ('V2023', 'Permenko Perekonomian 1/2022 as amended by 1/2023', '2023-02-01', '2025-11-30', false,
   'First amendment; the press dates it about 1 February 2023. Covers 7/2025 too, which left the rates alone.', 'unverified'),
  ('V2025b', 'Permenko Perekonomian 1/2022 as amended by 12/2025', '2025-12-01', '2026-01-12', false,
   'Fourth amendment; press of November 2025 still names its forerunner. Rates as before.', 'unverified'),
  ('V2026', 'Permenko Perekonomian 1/2026', '2026-01-13', null, true,
   'BN 2026 No. 17; revokes 1/2022. Day of signing sure, day of coming into force from secondary sources.', 'likely');

insert into credit.kur_rule (regime, id, position, title, article, confidence) values
  ('V2026', 'K26-01', 1, 'Recipient class', '3(1)', 'sure'),
  ('V2026', 'K26-02', 2, 'Turnover of a micro or small business', '3(2)-(3)', 'sure'),
  ('V2026', 'K26-03', 3, 'Plafon of the kind', '29(1), 36(1), 43(1), 50(1), 57(1)', 'sure'),
  ('V2026', 'K26-04', 4, 'Age of the business', '26(1)a, 34(1)a, 41(1)a', 'likely'),
  ('V2026', 'K26-05', 5, 'Exception for a young super mikro business', '26(2)', 'likely'),
  ('V2026', 'K26-06', 6, 'Legality: NIB or statement letter', '26(1)b, 34(1)b, 41(1)b', 'likely'),
  ('V2026', 'K26-07', 7, 'Identity', '26(1)c, 34(1)c, 41(1)c', 'likely'),
  ('V2026', 'K26-08', 8, 'Taxpayer number (NPWP)', '34(1)d, 41(1)d', 'sure'),
  ('V2026', 'K26-09', 9, 'BPJS Ketenagakerjaan', '6(2)', 'likely'),
  ('V2026', 'K26-10', 10, 'No extra collateral (agunan tambahan)', '20(1)', 'likely'),
  ('V2026', 'K26-11', 11, 'No extra collateral where the off-taker is guarantor (avalis)', '20(2)', 'likely'),
  ('V2026', 'K26-12', 12, 'Sanction for asking extra collateral', '21(1)-(2)', 'likely'),
  ('V2026', 'K26-13', 13, 'Sector class', '1(2), 24(2), 36(3)a, 43(3)a, 50(3)a', 'likely'),
  ('V2026', 'K26-14', 14, 'Number of mikro akad', '36(3)', 'likely'),
  ('V2026', 'K26-15', 15, 'Accumulated plafon of mikro and kecil', '43(3)', 'likely'),
  ('V2026', 'K26-16', 16, 'Rate', '30, 37, 44, 51, 58', 'likely'),
  ('V2026', 'K26-17', 17, 'Graduation (naik kelas)', '37(2), 44(2)-(5)', 'likely'),
  ('V2026', 'K26-18', 18, 'Administration through SIKP', 'not read', 'sure'),
  ('V2026', 'K23-02', 19, 'Occupation: ASN, TNI, Polri', '3(1) of 1/2022 as amended', 'likely'),
  ('V2026', 'K23-07', 20, 'Prior commercial credit', '19(3)c, 23(4a), 27(3a), 36(3a) of 1/2022 as amended', 'sure'),
  ('V2026', 'K23-08', 21, 'Concurrent credit', '23, 27, 36(4) of 1/2022 as amended', 'sure'),
  ('V2026', 'K23-09', 22, 'KUR at another distributor', 'SIKP check', 'sure'),
  ('V2026', 'K23-KOL', 23, 'Collectability (kolektibilitas)', 'POJK 40/POJK.03/2019', 'sure'),
  ('V2026', 'K23-17', 24, 'Group papers', '4(1), 4(3) of 1/2022 as amended by 12/2025', 'sure'),
  ('V2026', 'K23-TENOR', 25, 'Tenor', 'bank practice of 2026', 'likely'),
  ('V2026', 'K23-PMI-TENOR', 26, 'Tenor for migrant workers', 'not read', 'unverified'),
  ('V2026', 'K23-EXTENSION', 27, 'Extension, top-up, restructuring', '24(1)-(3) of 1/2022 as amended', 'likely');

-- plafon.above is exclusive, plafon.max inclusive. npwp.above: needed beyond it, 0 means always, no row means never.
insert into credit.kur_parameter (regime, name, value, article, confidence) values
  ('V2026', 'turnover.max', 4800000000, '3(2)', 'sure'),
  ('V2026', 'plafon.above.SUPER_MIKRO', 0, '29(1)', 'sure'),
  ('V2026', 'plafon.max.SUPER_MIKRO', 10000000, '29(1)', 'sure'),
  ('V2026', 'plafon.above.MIKRO', 10000000, '36(1)', 'sure'),
  ('V2026', 'plafon.max.MIKRO', 100000000, '36(1)', 'sure'),
  ('V2026', 'plafon.above.KECIL', 100000000, '43(1)', 'sure'),
  ('V2026', 'plafon.max.KECIL', 500000000, '43(1)', 'sure'),
  ('V2026', 'plafon.above.KHUSUS', 0, '50(1)', 'likely'),
  ('V2026', 'plafon.max.KHUSUS', 500000000, '50(1)', 'likely'),
  ('V2026', 'plafon.above.PMI', 0, '57(1)', 'likely'),
  ('V2026', 'plafon.max.PMI', 100000000, '57(1)', 'likely'),
  ('V2026', 'business.min_months', 6, '26(1)a, 34(1)a, 41(1)a', 'likely'),
  ('V2026', 'npwp.above.MIKRO', 50000000, '34(1)d', 'sure'),
  ('V2026', 'npwp.above.KECIL', 0, '41(1)d', 'sure'),
  ('V2026', 'npwp.above.KHUSUS', 50000000, 'not read', 'sure'),
  ('V2026', 'npwp.above.PMI', 50000000, 'not read', 'sure'),
  ('V2026', 'bpjs.above', 100000000, '6(2)', 'likely'),
  ('V2026', 'collateral.free_up_to', 100000000, '20(1)', 'likely'),
  ('V2026', 'mikro.local_trade.max_akad', 2, '36(3)b', 'likely'),
  ('V2026', 'kecil.local_trade.max_total', 500000000, '43(3)b', 'likely'),
  ('V2026', 'rate.step', 1, '44(3)b', 'likely'),
  ('V2026', 'rate.cap', 9, '44(4)', 'likely'),
  ('V2026', 'tenor.kmk_years.SUPER_MIKRO', 3, 'bank practice', 'likely'),
  ('V2026', 'tenor.ki_years.SUPER_MIKRO', 5, 'bank practice', 'likely'),
  ('V2026', 'tenor.kmk_years.MIKRO', 3, 'bank practice', 'likely'),
  ('V2026', 'tenor.ki_years.MIKRO', 5, 'bank practice', 'likely'),
  ('V2026', 'tenor.kmk_years.KECIL', 4, 'bank practice', 'likely'),
  ('V2026', 'tenor.ki_years.KECIL', 5, 'bank practice', 'likely'),
  ('V2026', 'tenor.kmk_years.KHUSUS', 4, 'bank practice', 'likely'),
  ('V2026', 'tenor.ki_years.KHUSUS', 5, 'bank practice', 'likely'),
  ('V2026', 'tenor.years.PMI', 3, 'carried from the regulation before', 'unverified');

insert into credit.kur_rate (regime, kind, sector_class, akad_number, rate, article, confidence) values
  ('V2022', 'SUPER_MIKRO', '*', 0, 6, '18(2)', 'sure'),
  ('V2022', 'MIKRO', '*', 0, 6, '22(2)', 'likely'),
  ('V2022', 'KECIL', '*', 0, 6, '26(2)', 'likely'),
  ('V2022', 'KHUSUS', '*', 0, 6, '35(3)', 'sure'),
  ('V2022', 'PMI', '*', 0, 6, 'not read', 'sure'),
  ('V2026', 'SUPER_MIKRO', '*', 0, 3, '30', 'likely'),
  ('V2026', 'MIKRO', 'PRODUCTION', 0, 6, '37(1)a', 'likely'),
  ('V2026', 'MIKRO', 'TRADE_EXPORT', 0, 6, '37(1)a', 'likely'),
  ('V2026', 'MIKRO', 'TRADE_LOCAL', 1, 6, '37(1)b', 'likely'),
  ('V2026', 'MIKRO', 'TRADE_LOCAL', 2, 7, '37(1)b', 'likely'),
  ('V2026', 'KECIL', 'PRODUCTION', 0, 6, '44(1)a', 'likely'),
  ('V2026', 'KECIL', 'TRADE_EXPORT', 0, 6, '44(1)a', 'likely'),
  ('V2026', 'KECIL', 'TRADE_LOCAL', 1, 6, '44(1)b', 'likely'),
  ('V2026', 'KECIL', 'TRADE_LOCAL', 2, 7, '44(1)b', 'likely'),
  ('V2026', 'KECIL', 'TRADE_LOCAL', 3, 8, '44(1)b', 'likely'),
  ('V2026', 'KECIL', 'TRADE_LOCAL', 4, 9, '44(1)b', 'likely'),
  ('V2026', 'KHUSUS', '*', 0, 6, '51(1)', 'likely'),
  ('V2026', 'PMI', '*', 0, 6, '58(1)', 'likely');

insert into credit.kur_rate (regime, kind, sector_class, akad_number, rate, article, confidence)
select regime, kind, '*', akad_number, rate, article, 'sure'
from unnest(array['V2023', 'V2025b']) as regime
cross join (values
  ('SUPER_MIKRO', 0, 3, '18(2)'),
  ('MIKRO', 1, 6, '22(2)'), ('MIKRO', 2, 7, '22(2)'), ('MIKRO', 3, 8, '22(2)'), ('MIKRO', 4, 9, '22(2)'),
  ('KECIL', 1, 6, '26(2)'), ('KECIL', 2, 7, '26(2)'), ('KECIL', 3, 8, '26(2)'), ('KECIL', 4, 9, '26(2)'),
  ('KHUSUS', 0, 6, '35(3)'),
  ('PMI', 0, 6, 'not read')) as tier (kind, akad_number, rate, article);

-- Relief after the disaster in Aceh, Sumatera Utara and Sumatera Barat: 0% in 2026, 3% in 2027, 6% from 2028.
insert into credit.kur_rate_override (regime, region_code, akad_from, akad_to, year, rate, article, confidence)
select 'V2026', region, '2026-01-01', '2026-12-31', relief.year, relief.rate, 'disaster relief of January 2026 (press)', 'likely'
from unnest(array['11', '12', '13']) as region
cross join (values (2026, 0), (2027, 3), (2028, 6)) as relief (year, rate);

-- Divisions of KBLI that exist; all but trade yield goods or services (Art 1 no. 2). A code below none of these is no activity.
insert into credit.kur_activity (kbli_version, prefix, activity, reason)
select '2020', division, 'PRODUCTION', 'Outside section G: yields goods or services.'
from unnest(array[
  '01','02','03','05','06','07','08','09','10','11','12','13','14','15','16','17','18','19','20','21','22','23','24','25','26','27','28',
  '29','30','31','32','33','35','36','37','38','39','41','42','43','49','50','51','52','53','55','56','58','59','60','61','62','63','64',
  '65','66','68','69','70','71','72','73','74','75','77','78','79','80','81','82','84','85','86','87','88','90','91','92','93','94','95',
  '96','97','98','99']) as division;
insert into credit.kur_activity (kbli_version, prefix, activity, reason) values
  ('2020', '45', 'TRADE', 'Section G: trade in vehicles and motorcycles.'),
  ('2020', '46', 'TRADE', 'Section G: wholesale trade.'),
  ('2020', '47', 'TRADE', 'Section G: retail trade.'),
  ('2020', '4520', 'PRODUCTION', 'In section G, but repair, washing and care of cars is a service.'),
  ('2020', '45407', 'PRODUCTION', 'In section G, but repair and care of motorcycles is a service.');
-- KBLI 2025 follows ISIC Rev. 5: division 45 is gone, trade in vehicles went to 46 and 47, their repair to 95 in section T.
insert into credit.kur_activity (kbli_version, prefix, activity, reason)
select '2025', prefix, 'PRODUCTION', 'Outside section G: yields goods or services.'
from credit.kur_activity where kbli_version = '2020' and length(prefix) = 2 and activity = 'PRODUCTION';
insert into credit.kur_activity (kbli_version, prefix, activity, reason) values
  ('2025', '46', 'TRADE', 'Section G: wholesale trade, vehicles among it.'),
  ('2025', '47', 'TRADE', 'Section G: retail trade, vehicles among it.');

-- Each line: name, question, form, allowed answers, the hub's answer, why.
create temporary table reading (name text, question text, form text, allowed text[], value text, reason text);

insert into reading
select 'level.' || id, 'What does breaking rule ' || id || ' mean?', 'CHOICE', allowed::text[], level, reason
from (values
  ('K26-01', '{FAIL,NEED,INFO,WARN}', 'FAIL', 'Who is no recipient cannot become one by a document.'),
  ('K26-02', '{FAIL,NEED,INFO,WARN}', 'FAIL', 'A turnover above the ceiling shuts out (Art 3(2)).'),
  ('K26-03', '{FAIL,NEED,INFO,WARN}', 'FAIL', 'The plafon makes the kind; another amount is another kind.'),
  ('K26-04', '{FAIL,NEED,INFO,WARN}', 'FAIL', 'A young business cannot be made older by a document.'),
  ('K26-05', '{FAIL,NEED,INFO,WARN}', 'FAIL', 'Without a ground of exception the age stands.'),
  ('K26-06', '{FAIL,NEED,INFO,WARN}', 'NEED', 'A licence or letter can be brought.'),
  ('K26-07', '{FAIL,NEED,INFO,WARN}', 'NEED', 'An e-KTP or the letter that one is made can be brought.'),
  ('K26-08', '{FAIL,NEED,INFO,WARN}', 'NEED', 'A taxpayer number can be brought.'),
  ('K26-09', '{FAIL,NEED,INFO,WARN}', 'NEED', 'Participation can be taken up and shown.'),
  ('K26-10', '{INFO,WARN}', 'INFO', 'Binds the lender, not the applicant.'),
  ('K26-11', '{INFO,WARN}', 'INFO', 'Binds the lender, not the applicant.'),
  ('K26-12', '{INFO,WARN}', 'INFO', 'Strikes the lender, not the applicant.'),
  ('K26-14', '{FAIL,NEED,INFO,WARN}', 'FAIL', 'The number of akad is a limit of the text.'),
  ('K26-15', '{FAIL,NEED,INFO,WARN}', 'FAIL', 'The accumulated plafon is a limit of the text.'),
  ('K26-17', '{INFO,WARN}', 'INFO', 'Sets the rate, refuses nobody.'),
  ('K26-18', '{INFO,WARN}', 'INFO', 'The lender enters the akad in SIKP.'),
  ('K23-02', '{NEED,INFO,WARN}', 'WARN', 'Not found in 1/2026: carried from the rule before, shown, not decisive.'),
  ('K23-07', '{NEED,INFO,WARN}', 'WARN', 'Not found in 1/2026: carried from the rule before, shown, not decisive.'),
  ('K23-08', '{FAIL,NEED,INFO,WARN}', 'WARN', 'Not found in 1/2026: active loans are shown with the day of the feed, not decisive.'),
  ('K23-09', '{FAIL,NEED,INFO,WARN}', 'WARN', 'Not found in 1/2026: carried from the rule before, shown, not decisive.'),
  ('K23-KOL', '{FAIL,NEED,INFO,WARN}', 'WARN', 'Not found in 1/2026: kolektibilitas is shown with the day of the feed, not decisive.'),
  ('K23-17', '{INFO,WARN}', 'INFO', 'Group papers are collected by the lender and the off-taker.'),
  ('K23-TENOR', '{NEED,INFO,WARN}', 'WARN', 'Not found in 1/2026: carried from bank practice, shown, not decisive.'),
  ('K23-PMI-TENOR', '{NEED,INFO,WARN}', 'WARN', 'Not found in 1/2026: carried from the rule before, shown, not decisive.'),
  ('K23-EXTENSION', '{NEED,INFO,WARN}', 'WARN', 'Not found in 1/2026: carried from the rule before, shown, not decisive.')
) as level (id, allowed, level, reason);

insert into reading (name, question, form, allowed, value, reason) values
  ('recipient.scales', 'Which scales of the register can be a micro or small business actor for KUR?', 'SET',
   '{MIKRO,KECIL,MENENGAH,BESAR}', 'MIKRO,KECIL,MENENGAH',
   'KUR has a ceiling of its own, the turnover (Art 3(2)); a scale of Menengah may rest on capital and does not decide. Besar is beyond any reading.'),
  ('recipient.pmi_kind', 'Must an applicant for KUR PMI be a prospective migrant worker?', 'CHOICE',
   '{MIGRANT_ONLY,ANY_RECIPIENT}', 'MIGRANT_ONLY', 'The kind is made for prospective migrant workers and overseas apprentices.'),
  ('turnover.missing', 'What if no turnover is known?', 'CHOICE', '{NEED,FAIL,INFO}', 'NEED', 'A turnover can be shown.'),
  ('turnover.without_evidence', 'What if a turnover is declared without evidence?', 'CHOICE', '{PASS,NEED}', 'PASS',
   'The lender assesses objectively anyway (Art 3(3)); the entry says that evidence is to be brought.'),
  ('turnover.precedence', 'Which turnover counts when a source and the applicant both give one?', 'CHOICE',
   '{SOURCE,NEWER_WITH_EVIDENCE}', 'SOURCE', 'Declarations fill what no source proves.'),
  ('turnover.other_year', 'What if the turnover is neither of last year nor of this year, or of no known year?', 'CHOICE',
   '{PASS,NEED}', 'PASS', 'Sources lag; the entry says the year so that the lender can ask for a newer one.'),
  ('npwp.known_nik', 'Does a known NIK prove an NPWP?', 'CHOICE', '{PROVES_NONE,PROVES}', 'PROVES_NONE',
   'A resident''s NPWP has the digits of the NIK, but only once it is activated.'),
  ('identity.nik', 'Is a valid NIK, from a source or brought by the lender, identity enough?', 'CHOICE',
   '{SUFFICES,NEEDS_E_KTP}', 'SUFFICES', 'The lender takes the NIK from the e-KTP it sees; no source carries the card''s state.'),
  ('owner.mismatch', 'What if NIB and NIK are given and the register names another owner?', 'CHOICE', '{NEED,FAIL,WARN}', 'NEED',
   'Owners change and registers lag: ownership is to be cleared, nothing is refused.'),
  ('nib.not_active', 'What is a revoked or inactive NIB worth?', 'CHOICE', '{AS_NONE,AS_ACTIVE}', 'AS_NONE',
   'A licence out of force licenses nothing.'),
  ('nib.unknown', 'What is a NIB worth that no source carries?', 'CHOICE', '{AS_NONE,DECLARED}', 'AS_NONE',
   'The register of licences is a feed of the hub; what it lacks is to be shown.'),
  ('akad.lenders', 'Loans of which lenders count?', 'CHOICE', '{ALL,ASKING}', 'ALL', 'Limits are the person''s, not the lender''s.'),
  ('akad.before_regime', 'Do akad signed before the regulation in force count?', 'CHOICE', '{COUNT,IGNORE}', 'COUNT',
   'No transition clause was read; the limits would mean little if they began anew.'),
  ('akad.replay_class', 'In which sector class is the rate of an earlier akad replayed?', 'CHOICE',
   '{TRADE_LOCAL,PRODUCTION}', 'TRADE_LOCAL', 'SIKP does not tell the class of an old akad; the dearer one is assumed.'),
  ('akad.undated', 'Does a loan without a day of akad count?', 'CHOICE', '{DOUBTFUL,COUNT,IGNORE}', 'DOUBTFUL',
   'It was signed before it was reported, but perhaps after the day asked: it can ask for papers, not refuse.'),
  ('accumulation.kinds', 'Loans of which kinds count in the accumulated plafon?', 'SET',
   '{SUPER_MIKRO,MIKRO,KECIL,KHUSUS,PMI}', 'MIKRO,KECIL', 'Art 43(3)b counts KUR mikro too and names no other kind.'),
  ('accumulation.amount', 'What counts in the accumulation?', 'CHOICE', '{PLAFON,OUTSTANDING}', 'PLAFON',
   'The text speaks of plafon; what was paid back stays counted.'),
  ('accumulation.settled', 'Do settled loans count in the accumulation?', 'CHOICE', '{COUNT,IGNORE}', 'COUNT',
   'An accumulation over akad does not shrink by repayment.'),
  ('start.declared_with_letter', 'What is a declared start of business worth with a statement letter?', 'CHOICE',
   '{COUNTS,NEED}', 'COUNTS', 'The letter is of equal value to the NIB (Art 26, 34, 41 (1)b).'),
  ('start.declared_without_letter', 'What if only a start declared without a letter is old enough?', 'CHOICE',
   '{NEED,FAIL}', 'NEED', 'A young NIB does not make a young business: proof is asked for.'),
  ('start.unknown', 'What if nothing is known of the start of business?', 'CHOICE', '{NEED,FAIL}', 'NEED', 'A start can be shown.'),
  ('start.not_active_licence', 'Does the day of a NIB that is no longer in force prove the start of business?', 'CHOICE',
   '{COUNTS,IGNORED}', 'COUNTS', 'The business was there when the NIB was issued.'),
  ('months.missing_day', 'When do six months end in a month that lacks the day?', 'CHOICE', '{LAST_DAY,NEXT_MONTH}', 'LAST_DAY',
   'Calendar months, as civil law counts them.'),
  ('exception.grounds', 'Which grounds excuse a super mikro business under six months?', 'SET',
   '{MENTORING,TRAINING,GROUP,FAMILY}', 'MENTORING,TRAINING,GROUP,FAMILY', 'The four of Art 26(2).'),
  ('exception.training', 'Must the training have been passed?', 'CHOICE', '{ATTENDED,PASSED}', 'ATTENDED',
   'The text says attended; begun before the day asked is enough.'),
  ('exception.probable_training', 'What is a training worth that was joined to the applicant by likeness only?', 'CHOICE',
   '{NEED,COUNTS,IGNORED}', 'NEED', 'A probable link asks for papers; it decides neither against nor for the applicant.'),
  ('carried.without_fact', 'Are carried rules shown of which the hub knows no fact?', 'CHOICE', '{SHOW,HIDE}', 'SHOW',
   'The lender sees what it has to look up itself.'),
  ('khusus.business_age', 'What does a young business mean for KUR khusus?', 'CHOICE', '{WARN,FAIL,INFO,NEED}', 'WARN',
   'The age for khusus was not read in 1/2026; that of mikro is shown.'),
  ('pmi.not_applied', 'Which rules do not apply to KUR PMI?', 'SET', '{K26-02,K26-04,K26-06}', 'K26-02,K26-04,K26-06',
   'A prospective migrant worker need not have a business.'),
  ('business.by_nik', 'Which business is decided on when asked by NIK alone and there are several?', 'CHOICE',
   '{OLDEST_ACTIVE,NEWEST_ACTIVE}', 'OLDEST_ACTIVE', 'The one most likely meant; the entry says which, the NIB names another.'),
  ('export.undocumented', 'What is trade without a document of the export process?', 'CHOICE', '{INFO,NEED}', 'INFO',
   'Export is never inferred; local trade lacks no document, a line says what would change it.'),
  ('activity.unknown', 'What if the activity is unknown?', 'CHOICE', '{BY_EFFECT,NEED,TRADE_LOCAL,PRODUCTION}', 'BY_EFFECT',
   'The activity is asked for only where the answer depends on it.'),
  ('activity.edition', 'Which edition of KBLI is a declared code of, or one whose edition is unknown?', 'CHOICE', '{2020,2025}', '2020',
   'Licences still carry the 2020 edition while they are aligned.'),
  ('collateral.sugar_cane', 'KBLI of people''s sugar-cane farming (Art 20(2))', 'DIGITS', '{}', '0114',
   'KBLI 2020 and 2025: growing of sugar cane.'),
  ('collateral.agriculture', 'KBLI of agriculture for KUR khusus (Art 20(2))', 'DIGITS', '{}', '01', 'KBLI division 01.');

insert into credit.kur_setting_definition (name, question, form, allowed) select name, question, form, allowed from reading;
insert into credit.kur_setting (name, value, reason, set_by, since)
select name, value, reason, 'hub', timestamptz '2026-11-21 00:00:00+07' from reading;
drop table reading;
