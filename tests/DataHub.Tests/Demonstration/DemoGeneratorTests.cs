using System.Globalization;
using System.Security.Cryptography;
using DataHub.Demonstration;

namespace DataHub.Tests.Demonstration;

public sealed class DemoGeneratorTests : IDisposable
{
    private static readonly Dictionary<string, string> Headers = new()
    {
        ["oss.csv"] = "nib,nik_penanggung_jawab,nama_usaha,nama_pemilik,jenis_badan_usaha,kbli,skala,modal_usaha,alamat,kode_wilayah,"
            + "telepon,email,tanggal_terbit,status",
        ["sikp.csv"] = "nomor_akad,nik,nama_debitur,nib,nama_usaha,kode_penyalur,skema_kur,plafon,outstanding,kolektibilitas,"
            + "tanggal_akad,tanggal_jatuh_tempo,kode_wilayah",
        ["pelatihan.csv"] = "id_peserta,nama,nik,telepon,nama_usaha,kode_program,nama_program,penyelenggara,tanggal_mulai,"
            + "tanggal_selesai,jam,lulus",
        ["marketplace.csv"] = "shop_id,platform,nama_toko,nama_pemilik,telepon,nib,kota,jumlah_produk,rating,omzet_12_bulan,terdaftar",
        ["sertifikat.csv"] = "nomor,jenis,nama_usaha,nama_pemilik,alamat,tanggal_terbit,tanggal_kedaluwarsa",
        ["sidt.csv"] = "id_sidt,nib,nik,tenaga_kerja,omzet_tahunan,tahun",
        ["program.csv"] = "kode_program,nama_program,topik,penyelenggara,sasaran_per_tahun",
        ["produk.csv"] = "id_produk,nib,nama_produk,kategori,kbli,harga",
        ["listing.csv"] = "id_listing,id_produk,shop_id,harga,terjual,tanggal_tayang",
        ["pameran.csv"] = "id_peserta_pameran,kode_pameran,nama_pameran,tempat,tanggal_mulai,tanggal_selesai,nib,penjualan",
        ["pengadaan.csv"] = "nomor_kontrak,nib,instansi,nama_paket,nilai,tanggal_kontrak",
        ["kemitraan.csv"] = "nomor_perjanjian,nib,nib_mitra,nama_mitra,pola,tanggal_mulai,tanggal_selesai,nilai,offtaker",
    };

    private readonly string folder = Directory.CreateTempSubdirectory("demo-generator-").FullName;

    [Fact]
    public void No_businesses_give_files_with_headers_only()
    {
        DemoGenerator.Generate(new DemoOptions { OutputDirectory = folder, Businesses = 0 });
        Assert.Equal(Headers.Keys.Order(), DemoGenerator.Files.Order());
        foreach (var (file, header) in Headers) Assert.Equal(header + "\n", File.ReadAllText(Path.Combine(folder, file)));
    }

    [Fact]
    public void The_same_seed_gives_the_same_bytes_whatever_the_culture()
    {
        var once = Hashes(new DemoOptions { OutputDirectory = Path.Combine(folder, "a"), Businesses = 700 });
        var again = new Dictionary<string, string>();
        var thread = new Thread(() => again = Hashes(new DemoOptions { OutputDirectory = Path.Combine(folder, "b"), Businesses = 700 }));
        var odd = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        odd.NumberFormat.NegativeSign = "minus";
        odd.NumberFormat.NumberDecimalSeparator = ";";
        odd.DateTimeFormat.DateSeparator = "!";
        thread.CurrentCulture = odd;
        thread.Start();
        thread.Join();
        Assert.Equal(once, again);
    }

    [Fact]
    public void Another_seed_gives_other_people()
    {
        var once = Hashes(new DemoOptions { OutputDirectory = folder, Businesses = 100 });
        var other = Hashes(new DemoOptions { OutputDirectory = folder, Businesses = 100, Seed = 19 });
        Assert.NotEqual(once["oss.csv"], other["oss.csv"]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(300)]
    public void Small_counts_work(int businesses)
    {
        DemoGenerator.Generate(new DemoOptions { OutputDirectory = folder, Businesses = businesses });
        var told = File.ReadLines(Path.Combine(folder, "truth.csv")).Skip(1).Select(line => line.Split(','))
            .Where(columns => columns[0] == "oss").Select(columns => columns[2]).Distinct();
        Assert.Equal(businesses, told.Count());
    }

    [Fact]
    public void Nothing_is_later_than_the_reference_date()
    {
        var date = new DateOnly(2022, 3, 15);
        DemoGenerator.Generate(new DemoOptions { OutputDirectory = folder, Businesses = 400, ReferenceDate = date });
        var issued = File.ReadLines(Path.Combine(folder, "oss.csv")).Skip(1).Where(line => line[0] != ',')
            .Select(line => line.Split(',')[^2]).ToList();
        Assert.All(issued, day => Assert.True(string.CompareOrdinal(day, "2022-03-15") <= 0, day));
    }

    [Fact]
    public void Too_many_businesses_or_a_time_before_the_feeds_are_refused()
    {
        var many = new DemoOptions { OutputDirectory = folder, Businesses = DemoOptions.MostBusinesses + 1 };
        Assert.Throws<ArgumentOutOfRangeException>(() => DemoGenerator.Generate(many));
        var early = new DemoOptions { OutputDirectory = folder, Businesses = 1, ReferenceDate = new DateOnly(2018, 12, 31) };
        Assert.Throws<ArgumentOutOfRangeException>(() => DemoGenerator.Generate(early));
    }

    [Fact]
    public void A_cancelled_generation_leaves_no_half_file_under_its_name()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        var options = new DemoOptions { OutputDirectory = folder, Businesses = 50 };
        Assert.ThrowsAny<OperationCanceledException>(() => DemoGenerator.Generate(options, null, cancelled.Token));
        Assert.Empty(Directory.GetFiles(folder, "*.csv"));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static Dictionary<string, string> Hashes(DemoOptions options)
    {
        DemoGenerator.Generate(options);
        return Directory.GetFiles(options.OutputDirectory)
            .ToDictionary(path => Path.GetFileName(path), path => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(path))));
    }
}
