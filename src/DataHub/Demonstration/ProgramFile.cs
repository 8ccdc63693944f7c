namespace DataHub.Demonstration;

internal sealed record TrainingProgram(string Code, string Title, string Topic, string Organiser, int TargetPerYear, int Hours);

/// <summary>The training programmes with their yearly targets.</summary>
internal static class ProgramFile
{
    public const string Name = "program.csv";
    private const string Header = "kode_program,nama_program,topik,penyelenggara,sasaran_per_tahun";
    private const string Province = "Dinas Koperasi dan UKM Prov. Lampung";
    private const string Industry = "Dinas Perindustrian dan Perdagangan Prov. Lampung";

    public static readonly TrainingProgram[] All =
    [
        new("P01", "Pelatihan Kewirausahaan Dasar", "Kewirausahaan", "PLUT KUMKM Lampung", 400, 24),
        new("P02", "Pemasaran Digital UMKM", "Pemasaran", Province, 500, 16),
        new("P03", "Manajemen Keuangan KUR", "Keuangan", Province, 300, 16),
        new("P04", "Keamanan Pangan P-IRT", "Sertifikasi", Province, 350, 8),
        new("P05", "Pendampingan Sertifikasi Halal", "Sertifikasi", "PLUT KUMKM Lampung", 600, 8),
        new("P06", "Desain Kemasan", "Produksi", Industry, 250, 16),
        new("P07", "Perkoperasian", "Kelembagaan", Province, 200, 24),
        new("P08", "Ekspor Pemula", "Ekspor", Industry, 120, 32),
        new("P09", "Pencatatan Keuangan Sederhana", "Keuangan", "PLUT KUMKM Lampung", 300, 16),
        new("P10", "Olahan Singkong dan Mocaf", "Produksi", Industry, 150, 24),
    ];

    public static void Write(DemoRun run)
    {
        using var writer = run.Open(Name, Header);
        if (run.Population.Count > 0)
        {
            foreach (var program in All)
            {
                writer.Text(program.Code).Text(program.Title).Text(program.Topic).Text(program.Organiser)
                    .Number(program.TargetPerYear).End();
            }
        }
        writer.Finish();
    }
}
