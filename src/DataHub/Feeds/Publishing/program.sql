insert into training.programme as x (code, name, topic, organiser, target_per_year)
select i.kode_program, i.nama_program, i.topik, i.penyelenggara, i.sasaran_per_tahun
from incoming i
on conflict (code) do update set
  name = excluded.name, topic = excluded.topic, organiser = excluded.organiser, target_per_year = excluded.target_per_year
where (x.name, x.topic, x.organiser, x.target_per_year)
  is distinct from (excluded.name, excluded.topic, excluded.organiser, excluded.target_per_year);
