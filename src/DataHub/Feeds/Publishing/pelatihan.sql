-- A participation may arrive before the list of programmes: the programme then has the name the participation gives it.
insert into training.programme (code, name)
select distinct on (kode_program) kode_program, nama_program
from incoming
order by kode_program, nama_program is null, source_date desc nulls last, source_key
on conflict (code) do nothing;

-- [unless empty
with put as (
-- unless empty]
  insert into training.participation as x (source_key, programme_id, organiser, started_on, finished_on, hours, passed)
  select i.source_key, p.id, i.penyelenggara, i.tanggal_mulai, i.tanggal_selesai, i.jam, i.lulus
  from incoming i
  join training.programme p on p.code = i.kode_program
  -- [unless empty
  on conflict (source_key) do update set
    programme_id = excluded.programme_id, organiser = excluded.organiser, started_on = excluded.started_on,
    finished_on = excluded.finished_on, hours = excluded.hours, passed = excluded.passed
  where (x.programme_id, x.organiser, x.started_on, x.finished_on, x.hours, x.passed)
    is distinct from (excluded.programme_id, excluded.organiser, excluded.started_on, excluded.finished_on, excluded.hours, excluded.passed)
  returning x.business_id
)
insert into touched select distinct business_id, 'trainings' from put where business_id is not null
-- unless empty]
;
