using DataHub.Feeds;
using DataHub.Feeds.Mapping;
using DataHub.Feeds.Mapping.Proposing;
using DataHub.Testing;

namespace DataHub.Tests.Feeds.Mapping;

/// <summary>What is made of sheets as agencies send them.</summary>
public sealed class ProposalTests
{
    private static readonly object?[][] Messy =
    [
        ["DATA UMKM BINAAN DINAS KOPERASI DAN UMKM"],
        ["KABUPATEN LAMPUNG SELATAN TAHUN 2023"],
        [],
        ["No", "Identitas", null, null, "Alamat Usaha", "Kecamatan", "Jumlah\nTenaga Kerja (Orang)", "Omzet (Rp juta)", "Tgl. Berdiri",
            "Ket."],
        [null, "Nama Pemilik", "NIK", "Nama Usaha / Business Name", null, null, null, null, null, null],
        ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)", "(8)", "(9)", "(10)"],
        [1, "S I T I  A M I N A H ", 1803124611920007d, "CV. Maju Jaya", "Jl. Raya RT 01", "NATAR", 3, "1.250,5",
            new WorkbookMaker.Day(43952), null],
        [2, "Budi Santoso", "1803121105800001", "-", "Desa Hajimena", "Kec. Natarr", "2 orang", "Rp 75", new WorkbookMaker.Day(42005),
            "n/a"],
        [3, "tidak ada", "  - ", "Keripik Bu Nur", "-", "RAJABASA", 1, 12, "2019", null],
        ["Jumlah", null, null, null, null, null, 6, 1337.5, null, null],
        [],
        ["Mengetahui, Kepala Dinas"],
        [null, "Drs. Ahmad"],
    ];

    [Fact]
    public async Task Titles_a_header_of_two_lines_numbering_and_sums_are_told_from_records()
    {
        await using var world = await FeedWorld.CreateAsync();
        var path = world.Write("binaan.xlsx", new WorkbookMaker().Sheet("Data", Messy, ["B4:D4", "A4:A5", "E4:E5"]).Bytes());
        var proposal = await world.ProposeAsync(path);
        Assert.Equal(MappingKind.List, proposal.Mapping.Kind);
        Assert.Equal([4, 5], proposal.Mapping.Rows.Header);
        Assert.Equal(
            ["alamat", "kecamatan", "kode_wilayah", "nama_pemilik", "nama_usaha", "nik", "omzet", "tahun_mulai", "tenaga_kerja"],
            proposal.Columns.Select(column => column.Column.To).Order(StringComparer.Ordinal));
        Assert.Equal(1_000_000, proposal.Columns.Single(column => column.Column.To == "omzet").Column.Unit);
        Assert.All(proposal.Columns, column => Assert.True(column.Confidence is >= 0.3 and < 1 && column.Reason.Length > 0));
        Assert.Contains(proposal.Left, left => left.Column == "No" && left.Reason == "it numbers the rows");
        Assert.Equal("2023", proposal.Mapping.Constants["tahun"]);
        Assert.Equal("Kabupaten Lampung Selatan", proposal.Mapping.Constants["kabupaten"]);
    }

    [Fact]
    public async Task Its_values_arrive_in_one_spelling_and_a_rounded_NIK_stays_damaged()
    {
        await using var world = await FeedWorld.CreateAsync();
        var path = world.Write("binaan.xlsx", new WorkbookMaker().Sheet("Data", Messy, ["B4:D4", "A4:A5", "E4:E5"]).Bytes());
        var loaded = await world.LoadAsProposedAsync(path);
        Assert.Equal((3, 3, 0, 1), (loaded.Run.Received, loaded.Run.Created, loaded.Run.Quarantined, loaded.Run.Damaged));
        Assert.Equal((1, 0, 12), (loaded.LeftOut.Sums, loaded.LeftOut.Headings, loaded.LeftOut.EndedAt));
        var records = await world.RecordsAsync();
        Assert.Equal(["SITI AMINAH", "Budi Santoso", null], records.Select(record => record.GetValueOrDefault("nama_pemilik")));
        Assert.Equal(["CV. Maju Jaya", null, "Keripik Bu Nur"], records.Select(record => record.GetValueOrDefault("nama_usaha")));
        Assert.Equal(["1.80312461192001E+15", "1803121105800001", null], records.Select(record => record.GetValueOrDefault("nik")));
        Assert.Equal(["1250500000", "75000000", "12000000"], records.Select(record => record["omzet"]));
        Assert.Equal(["3", "2", "1"], records.Select(record => record["tenaga_kerja"]));
        Assert.Equal(["2020", "2015", "2019"], records.Select(record => record["tahun_mulai"]));
        Assert.Equal(["18.01.04", "18.01.04", "18.01.16"], records.Select(record => record["kode_wilayah"]));
        await using var command = world.DataSource.CreateCommand("select received_cipher from feeds.source_record where line = 7");
        var received = world.Protector.DecryptText((byte[])(await command.ExecuteScalarAsync())!);
        Assert.Contains("\"nama_pemilik\":\"S I T I  A M I N A H \"", received, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_file_again_changes_nothing_and_a_moved_header_is_found()
    {
        await using var world = await FeedWorld.CreateAsync();
        var path = world.Write("binaan.xlsx", new WorkbookMaker().Sheet("Data", Messy, ["B4:D4", "A4:A5", "E4:E5"]).Bytes());
        var mapping = (await world.ProposeAsync(path)).Mapping;
        await world.Loader.LoadMappedAsync(path, mapping);
        var again = await world.Loader.LoadMappedAsync(path, mapping);
        Assert.Equal((3, 3, 0, 0), (again.Run.Received, again.Run.Unchanged, again.Run.Created, again.Run.Changed));
        var moved = world.Write("binaan.xlsx", new WorkbookMaker().Sheet("Data", [["Lampiran 1"], [], .. Messy],
            ["B6:D6", "A6:A7", "E6:E7"]).Bytes());
        var later = await world.Loader.LoadMappedAsync(moved, mapping);
        Assert.Equal((3, 3, 0), (later.Run.Received, later.Run.Unchanged, later.Run.Created));
    }

    [Fact]
    public async Task The_same_file_gives_the_same_proposal()
    {
        await using var world = await FeedWorld.CreateAsync();
        var path = world.Write("binaan.xlsx", new WorkbookMaker().Sheet("Data", Messy, ["B4:D4", "A4:A5", "E4:E5"]).Bytes());
        Assert.Equal(ProposalWriter.Write(await world.ProposeAsync(path)), ProposalWriter.Write(await world.ProposeAsync(path)));
    }

    [Fact]
    public async Task Columns_without_names_are_known_by_their_values()
    {
        await using var world = await FeedWorld.CreateAsync();
        var path = world.Write("daftar.csv",
            "Kolom A;Kolom B;Kolom C;Kolom D",
            "Siti Aminah;1803124611920007;081234567890;2801255173141",
            "Budi Santoso;1803121105800001;0812-3456-7891;2801255173142",
            "Sri Wahyuni;1871014505800001;+62 812 3456 7892;2801255173143");
        var proposal = await world.ProposeAsync(path);
        Assert.Equal("nama_pemilik=Kolom A nik=Kolom B nib=Kolom D telepon=Kolom C", proposal.Pairs());
        Assert.All(proposal.Columns, column => Assert.True(column.Confidence < 0.7));
    }

    [Fact]
    public async Task The_sheet_with_the_list_is_found_among_others()
    {
        await using var world = await FeedWorld.CreateAsync();
        var book = new WorkbookMaker()
            .Sheet("Rekap", [["Kecamatan", "Jumlah UMKM"], ["Natar", 120], ["Kalianda", 80], ["Sidomulyo", 75]])
            .Sheet("Rahasia", [["Nama Pemilik", "Nama Usaha"], ["X", "Y"]], state: "hidden")
            .Sheet("Data UMKM", [["Nama Pemilik", "Nama Usaha", "Alamat"], ["Siti", "Warung Siti", "Jl. A"],
                ["Budi", "Bengkel Budi", "Jl. B"]]);
        var path = world.Write("buku.xlsx", book.Bytes());
        var proposal = await world.ProposeAsync(path);
        Assert.Equal("Data UMKM", proposal.Mapping.Sheet);
        Assert.Contains(proposal.Notes, note => note.Contains("“Rekap”", StringComparison.Ordinal)
            && note.Contains("figures", StringComparison.Ordinal));
        Assert.Equal(MappingKind.Aggregate, (await world.ProposeAsync(path, new ProposalWish { Sheet = "Rekap" })).Mapping.Kind);
        var refusal = await Assert.ThrowsAsync<FeedRefusedException>(() => world.ProposeAsync(path, new ProposalWish { Sheet = "Nope" }));
        Assert.Equal("the workbook has no sheet “Nope”; it has “Rekap”, “Data UMKM”", refusal.Message);
    }

    [Fact]
    public async Task Titles_between_the_rows_give_their_text_to_what_stands_below()
    {
        await using var world = await FeedWorld.CreateAsync();
        var path = world.Write("perkecamatan.xlsx", new WorkbookMaker().Sheet("S",
        [
            ["NO", "NAMA PEMILIK", "NAMA USAHA", "JENIS USAHA", "NO HP"],
            ["A", "KECAMATAN NATAR"],
            [1, "Siti Aminah", "Warung Siti", "Makanan", "081211112222"],
            [2, "Budi Santoso", "Bengkel Budi", "Jasa", "081211113333"],
            ["B", "KECAMATAN KALIANDA"],
            [1, "Sri Rahayu", "Toko Sri", "Dagang", "081211114444"],
            [2, "Agus Hadi", "Kopi Agus", "Minuman", "081211115555"],
        ]).Bytes());
        var loaded = await world.LoadAsProposedAsync(path);
        Assert.Equal((4, 4, 2), (loaded.Run.Received, loaded.Run.Created, loaded.LeftOut.Sections));
        Assert.Equal(["KECAMATAN NATAR 18.01.04", "KECAMATAN NATAR 18.01.04", "KECAMATAN KALIANDA 18.01.06", "KECAMATAN KALIANDA 18.01.06"],
            (await world.RecordsAsync()).Select(record => $"{record["kecamatan"]} {record["kode_wilayah"]}"));
    }

    [Fact]
    public async Task A_table_of_counts_is_said_to_be_one_and_is_not_loaded()
    {
        await using var world = await FeedWorld.CreateAsync();
        var path = world.Write("rekap.csv", "Jenis Industri,Jumlah Unit Usaha,Tenaga Kerja,Nilai Investasi (Rp 000)",
            "Pangan,120,340,5600", "Sandang,75,150,900", "Total,195,490,6500");
        var proposal = await world.ProposeAsync(path);
        Assert.Equal(MappingKind.Aggregate, proposal.Mapping.Kind);
        Assert.Contains("Jumlah Unit Usaha", proposal.Mapping.Message, StringComparison.Ordinal);
        var mapping = MappingFile.Parse(ProposalWriter.Write(proposal));
        var refusal = await Assert.ThrowsAsync<FeedRefusedException>(() => world.Loader.LoadMappedAsync(path, mapping));
        Assert.Contains("aggregate", refusal.Message, StringComparison.Ordinal);
        Assert.Equal("0", await world.ValueAsync("select count(*) from feeds.feed_run"));
    }

    [Fact]
    public async Task A_sheet_of_neither_names_nor_counts_is_refused_with_what_it_has()
    {
        await using var world = await FeedWorld.CreateAsync();
        var path = world.Write("aneh.csv", "warna,bentuk", "merah,bulat", "biru,kotak", "hijau,segitiga");
        var refusal = await Assert.ThrowsAsync<FeedRefusedException>(() => world.ProposeAsync(path));
        Assert.Contains("warna, bentuk", refusal.Message, StringComparison.Ordinal);
        var empty = world.Write("kosong.csv", "hanya judul");
        await Assert.ThrowsAsync<FeedRefusedException>(() => world.ProposeAsync(empty));
    }

    [SharedDataFact]
    public async Task East_Javas_list_loads_as_proposed()
    {
        await using var world = await FeedWorld.CreateAsync();
        var path = SharedData.PathOf("real", "jatim_umkm_binaan_scrubbed.csv");
        var loaded = await world.LoadAsProposedAsync(path);
        Assert.Equal(3388, loaded.Run.Received);
        Assert.Equal(3388, loaded.Run.Created + loaded.Run.Quarantined);
        Assert.InRange(loaded.Run.Quarantined, 1, 30);
        Assert.Equal("5", await world.ValueAsync("select count(*) from feeds.quarantine where column_name = 'omzet' and reason = 'VALUE_CUT_OFF'"));
        Assert.Contains("tahun_mulai|NUMBER_OUT_OF_RANGE",
            await world.RowsAsync("select distinct column_name, reason from feeds.quarantine"));
        Assert.Equal("LUMAJANG", (await world.RecordsAsync()).Select(record => record["kabupaten"]).First(name =>
            name.StartsWith("LUM", StringComparison.Ordinal)));
        Assert.Equal(0, (await world.LoadAsProposedAsync(path)).Run.Created);
    }

    [SharedDataFact]
    public async Task Samarindas_list_is_the_same_as_text_and_as_workbook()
    {
        await using var world = await FeedWorld.CreateAsync();
        var text = await world.LoadAsProposedAsync(SharedData.PathOf("real", "samarinda_ikm_scrubbed.csv"));
        var book = await world.LoadAsProposedAsync(SharedData.PathOf("real", "samarinda_ikm_scrubbed.xlsx"));
        Assert.Equal((1463, 1463, 0, 0), (text.Run.Received, book.Run.Received, book.Run.Created, book.Run.Changed));
        Assert.Contains(await world.RecordsAsync(), record => record.GetValueOrDefault("nama_pemilik") == "ASMAWATI");
    }

    [SharedDataFact]
    public async Task West_Javas_counts_and_Bandar_Lampungs_report_are_aggregates()
    {
        await using var world = await FeedWorld.CreateAsync();
        var counts = await world.ProposeAsync(SharedData.PathOf("real", "jabar_opendata_umkm_binaan_jenis_usaha.csv"));
        Assert.Equal(MappingKind.Aggregate, counts.Mapping.Kind);
        var report = await world.ProposeAsync(SharedData.PathOf("real", "bandar_lampung_perindustrian_2023.xlsx"));
        Assert.Equal(MappingKind.Aggregate, report.Mapping.Kind);
        Assert.Contains(report.Notes, note => note.StartsWith("another table on the same sheet", StringComparison.Ordinal));
    }
}
