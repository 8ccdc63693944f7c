using System.IO.Compression;
using System.Text;
using DataHub.Feeds;
using DataHub.Feeds.Loading;
using DataHub.Feeds.Mapping;
using DataHub.Feeds.Mapping.Sheets;
using DataHub.Feeds.Quarantine;
using DataHub.Feeds.Reading;

namespace DataHub.Tests.Feeds.Mapping;

/// <summary>What loads of mapped sheets leave, and what they refuse.</summary>
public sealed class MappedLoadTests
{
    private const string Oss = "2801255173141,1803124611920007,Binatu Rezeki,APRIANI,Perorangan,96200,Mikro,81300000,Jl. A,18.03,0811,,2025-01-28,AKTIF";

    private static FeedMapping Mapping(string columns, string more = "") => MappingFile.Parse(
        $$"""{ "mapping": 1, "feed": "DAFTAR", "list": "uji-coba", "columns": [ {{columns}} ] {{more}} }""");

    [Fact]
    public async Task A_row_joins_its_business_by_NIB_or_NIK_and_changes_nothing_of_it()
    {
        await using var world = await FeedWorld.CreateAsync();
        await world.LoadAsync("oss.csv", FeedWorld.Oss, Oss);
        var before = await world.RowsAsync("select b::text from registry.business b");
        var mapping = Mapping("""{ "from": "Nama", "to": "nama_usaha" }, { "from": "NIB", "to": "nib" }, { "from": "NIK", "to": "nik" }, { "from": "Omzet", "to": "omzet" }""");
        var path = world.Write("daftar.csv", "Nama;NIB;NIK;Omzet", "Laundry Rezeki Baru;2801255173141;;Rp 5 juta",
            "Lain;;1803124611920007;", "Asing;;;7");
        var loaded = await world.Loader.LoadMappedAsync(path, mapping);
        Assert.Equal((3, 2, 1), (loaded.Run.Created, loaded.Run.Linked, loaded.Run.Unlinked));
        Assert.Equal(before, await world.RowsAsync("select b::text from registry.business b"));
        Assert.Equal(["NIB|CERTAIN|Laundry Rezeki Baru|5000000.00", "NIK_ONE_BUSINESS|CERTAIN|Lain|"], await world.RowsAsync(
            "select l.rule, x.certainty, x.name, x.sales from registry.listing x join linkage.link l on l.feed = 'DAFTAR' and l.business_id = x.business_id "
            + "and l.source_key = (select source_key from registry.listed_business y where y.id = x.id) order by l.rule"));
    }

    [Fact]
    public async Task Rows_that_cannot_be_read_are_quarantined_with_their_line_and_column()
    {
        await using var world = await FeedWorld.CreateAsync();
        var mapping = Mapping(
            """
            { "from": "Nama", "to": "nama_usaha" }, { "from": "Omzet", "to": "omzet" }, { "from": "Mulai", "to": "tahun_mulai" },
            { "from": "Jenis", "to": "jenis_usaha", "values": { "A": "Makanan" }, "otherwise": "reject" }
            """);
        var path = world.Write("daftar.csv", "Nama,Omzet,Mulai,Jenis", "Satu,2147483647,2019,A", "Dua,banyak,2019,A", "Tiga,5,2104,a",
            "Empat,5,2019,B", "-,5,2019,A", "Lima,5,2019,A", "Enam,#REF!,2019,A");
        var loaded = await world.Loader.LoadMappedAsync(path, mapping);
        Assert.Equal((7, 1, 6), (loaded.Run.Received, loaded.Run.Created, loaded.Run.Quarantined));
        Assert.Equal(
            [
                "2|omzet|VALUE_CUT_OFF", "3|omzet|AMOUNT_UNREADABLE", "4|tahun_mulai|NUMBER_OUT_OF_RANGE", "5|jenis_usaha|NOT_IN_TABLE",
                "6||NAMES_NOBODY", "8|omzet|CELL_ERROR",
            ],
            await world.RowsAsync("select line, column_name, reason from feeds.quarantine order by line"));
        using var stream = new MemoryStream();
        Assert.Equal(6, await new QuarantineReport(world.DataSource, world.Protector, world.Clock)
            .WriteAsync(FeedCatalogue.Get("DAFTAR"), stream, CancellationToken.None));
        Assert.EndsWith(";6;;NAMES_NOBODY;the row names neither a business nor an owner;Nama: - | Omzet: 5 | Mulai: 2019 | Jenis: A",
            Encoding.UTF8.GetString(stream.ToArray()).Split('\n', StringSplitOptions.TrimEntries)[5], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_of_a_sheets_rows_is_in_the_feeds_own_forms_and_comes_back_without_the_mapping()
    {
        await using var world = await FeedWorld.CreateAsync();
        var mapping = Mapping(
            """
            { "from": "Nama", "to": "nama_usaha" }, { "from": "Omzet (juta)", "to": "omzet", "unit": 1000000 },
            { "from": "Modal", "to": "modal", "unit": 1000 }, { "from": "Data", "to": "tanggal_data", "dates": "monthFirst" },
            { "from": "Mulai", "to": "tahun_mulai" }, { "from": "Jenis", "to": "jenis_usaha", "values": { "A": "Makanan" }, "otherwise": "reject" }
            """);
        var path = world.Write("daftar.csv", "Nama;Omzet (juta);Modal;Data;Mulai;Jenis", "S A T U;250;7;05/04/2024;2104;A", "Dua;3;2147483647;05/04/2024;2019;B");
        await world.Loader.LoadMappedAsync(path, mapping);
        using var stream = new MemoryStream();
        await new QuarantineReport(world.DataSource, world.Protector, world.Clock).WriteAsync(FeedCatalogue.Get("DAFTAR"), stream, default);
        var lines = Encoding.UTF8.GetString(stream.ToArray())[1..].TrimEnd().Split('\n', StringSplitOptions.TrimEntries);
        Assert.Contains(";250000000;7000;", lines[1], StringComparison.Ordinal);
        Assert.Contains(";2024-05-04;", lines[1], StringComparison.Ordinal);
        Assert.EndsWith(";jenis_usaha: B | modal: 2147483647", lines[2], StringComparison.Ordinal);
        lines[1] = lines[1].Replace(";2104;", ";2014;", StringComparison.Ordinal);
        var keys = await world.RowsAsync("select source_key from feeds.quarantine where source_key is not null order by 1");
        var back = await world.LoadAsync("balik.csv", lines);
        Assert.Equal((2, 2, 0), (back.Received, back.Created, back.Quarantined));
        Assert.Equal(keys.Distinct(), await world.RowsAsync("select source_key from feeds.source_record order by 1"));
        Assert.Equal(["RESENT"], await world.RowsAsync("select distinct state from feeds.quarantine"));
        Assert.Equal(["Dua|3000000.00||2019|", "SATU|250000000.00|7000.00|2014|Makanan"], await world.RowsAsync(
            "select name, sales, capital, started_year, activity from registry.listed_business order by 1"));
    }

    [Fact]
    public async Task A_key_of_columns_tells_a_changed_row_and_never_holds_a_NIK()
    {
        await using var world = await FeedWorld.CreateAsync();
        var mapping = Mapping("""{ "from": "Nama", "to": "nama_usaha" }, { "from": "Nomor KTP", "to": "nik" }""", """, "key": ["Nomor KTP"]""");
        await world.Loader.LoadMappedAsync(world.Write("a.csv", "Nama,Nomor KTP", "Satu,1803124611920007"), mapping);
        var second = await world.Loader.LoadMappedAsync(world.Write("a.csv", "Nama,Nomor KTP", "Satu Baru,1803124611920007"), mapping);
        Assert.Equal((0, 1), (second.Run.Created, second.Run.Changed));
        Assert.Matches("^uji-coba/~[0-9a-f]{32}$", await world.ValueAsync("select source_key from feeds.source_record where is_current"));
        foreach (var table in await world.RowsAsync("select schemaname || '.' || tablename from pg_tables where schemaname in ('registry', 'feeds', 'linkage')"))
            Assert.Equal("0", await world.ValueAsync($"select count(*) from {table} t where t::text like '%1803124611920007%'"));
    }

    [Fact]
    public async Task A_mapping_that_does_not_fit_names_the_columns_and_enters_no_run()
    {
        await using var world = await FeedWorld.CreateAsync();
        var mapping = Mapping("""{ "from": "Nama Usaha", "to": "nama_usaha" }, { "from": "Omset", "to": "omzet" }""", """, "key": ["ID"]""");
        var refusal = await Assert.ThrowsAsync<FeedRefusedException>(
            () => world.Loader.LoadMappedAsync(world.Write("a.csv", "NAMA_USAHA,Modal", "Satu,1"), mapping));
        Assert.Contains("columns[1].from[0] names “Omset”, which is no column; key[0] names “ID”, which is no column; its header has NAMA_USAHA, Modal",
            refusal.Message, StringComparison.Ordinal);
        Assert.Equal("0", await world.ValueAsync("select count(*) from feeds.feed_run"));
    }

    [Fact]
    public async Task Another_feed_can_be_the_target()
    {
        await using var world = await FeedWorld.CreateAsync();
        var mapping = MappingFile.Parse(
            """
            { "mapping": 1, "feed": "SERTIFIKAT", "list": "pirt-2024", "constants": { "jenis": "PIRT" },
              "columns": [ { "from": "No. P-IRT", "to": "nomor" }, { "from": "Nama", "to": "nama_usaha" }, { "from": "Tgl Terbit", "to": "tanggal_terbit" } ] }
            """);
        var book = new WorkbookMaker().Sheet("S", [["No. P-IRT", "Nama", "Tgl Terbit"],
            ["2061871010001-24", "Keripik Nur", new WorkbookMaker.Day(45435)]]);
        var loaded = await world.Loader.LoadMappedAsync(world.Write("pirt.xlsx", book.Bytes()), mapping);
        Assert.Equal(1, loaded.Run.Created);
        Assert.Equal("2061871010001-24|PIRT|2024-05-23",
            await world.ValueAsync("select number, kind, issued_on::text from market.certificate"));
    }

    [Fact]
    public async Task Leading_zeros_that_a_cells_format_shows_are_kept_and_others_stay_lost()
    {
        await using var world = await FeedWorld.CreateAsync();
        var mapping = Mapping("""{ "from": "Nama", "to": "nama_usaha" }, { "from": "NIB", "to": "nib" }""");
        var book = new WorkbookMaker().Sheet("S", [["Nama", "NIB"], ["Satu", new WorkbookMaker.Padded(108220742478)],
            ["Dua", 108220742478d]]);
        var loaded = await world.Loader.LoadMappedAsync(world.Write("a.xlsx", book.Bytes()), mapping);
        Assert.Equal((2, 1), (loaded.Run.Created, loaded.Run.Damaged));
        Assert.Equal(["0108220742478", "108220742478"], (await world.RecordsAsync()).Select(record => record["nib"]));
    }

    [Fact]
    public async Task Hidden_rows_are_read_unless_the_mapping_leaves_them_out()
    {
        await using var world = await FeedWorld.CreateAsync();
        var path = world.Write("a.xlsx", new WorkbookMaker().Sheet("S", [["Nama", "Alamat"], ["Satu", "A"], ["Dua", "B"], ["Tiga", "C"]],
            hiddenRows: [3]).Bytes());
        var all = await world.Loader.LoadMappedAsync(path, Mapping("""{ "from": "Nama", "to": "nama_usaha" }"""));
        Assert.Equal(3, all.Run.Received);
        var shown = await world.Loader.LoadMappedAsync(path, Mapping("""{ "from": "Nama", "to": "nama_usaha" }""", """, "rows": { "hidden": false }"""));
        Assert.Equal((2, 1), (shown.Run.Received, shown.LeftOut.Hidden));
    }

    [Fact]
    public async Task A_sheet_with_too_many_broken_rows_waits_with_its_rows_and_goes_on_from_there()
    {
        await using var world = await FeedWorld.CreateAsync();
        var lines = Enumerable.Range(1, 200).Select(i => i % 2 == 0 ? $"Usaha {i},banyak" : $"Usaha {i},{i}");
        var path = world.Write("a.csv", ["Nama,Omzet", .. lines]);
        var loaded = await world.Loader.LoadMappedAsync(path, Mapping("""{ "from": "Nama", "to": "nama_usaha" }, { "from": "Omzet", "to": "omzet" }"""));
        Assert.Equal(("HELD", 100), (loaded.Run.Status, loaded.Run.Quarantined));
        Assert.Equal("0", await world.ValueAsync("select count(*) from feeds.source_record"));
        using var file = await FeedFile.OpenAsync((await HeldFile.FindAsync(world.DataSource, world.Protector, loaded.Run.RunId,
            default))!, default);
        Assert.Equal("DAFTAR", file.Header.Feed.Name);
        var rows = file.Rows().ToList();
        Assert.Equal((200, 2, 201), (rows.Count, rows[0].Line, rows[^1].Line));
        Assert.Equal("Usaha 1", rows[0].Fields![file.Header.Feed.IndexOf("nama_usaha")]);
    }

    [Fact]
    public async Task A_workbook_that_unpacks_to_much_is_refused_before_it_is_unpacked()
    {
        await using var world = await FeedWorld.CreateAsync();
        var path = world.Write("bom.xlsx", Bomb(700));
        var refusal = await Assert.ThrowsAsync<FeedRefusedException>(() => SheetFile.OpenAsync(path, null, default));
        Assert.Contains("unpacks to more", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("entity")]
    [InlineData("cut")]
    [InlineData("torn")]
    [InlineData("none")]
    public async Task A_workbook_that_is_not_what_it_says_is_refused_whole(string kind)
    {
        await using var world = await FeedWorld.CreateAsync();
        const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        var secret = world.Write("secret.txt", "rahasia");
        var bytes = kind switch
        {
            "entity" => new WorkbookMaker { Prolog = $"<!DOCTYPE w [<!ENTITY x SYSTEM \"file://{secret}\">]>" }.Sheet("S",
                [["Nama"], ["x"]]).Bytes(),
            "cut" => new WorkbookMaker().Raw("S",
                $"<worksheet xmlns=\"{Main}\"><sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"2\"><c").Bytes(),
            "torn" => new WorkbookMaker().Sheet("S", [["Nama"], ["x"]]).Bytes()[..^200],
            _ => Encoding.UTF8.GetBytes("PK\u0003\u0004 no archive"),
        };
        await Assert.ThrowsAsync<FeedRefusedException>(() => ReadAsync(world.Write("x.xlsx", bytes)));
    }

    [Fact]
    public async Task A_sheet_that_declares_a_million_rows_and_columns_is_read_as_far_as_it_has_values()
    {
        await using var world = await FeedWorld.CreateAsync();
        const string Wide =
            "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><dimension ref=\"A1:XFD1048576\"/><sheetData>"
            + "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Nama</t></is></c><c r=\"XFD1\" t=\"inlineStr\"><is><t>jauh</t></is></c></row>"
            + "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>Satu</t></is></c></row><row r=\"1048576\"><c r=\"A1048576\"/></row></sheetData></worksheet>";
        var rows = await ReadAsync(world.Write("wide.xlsx", new WorkbookMaker().Raw("S", Wide).Bytes()));
        Assert.Equal(["Nama", "Satu"], rows.Where(row => !row.IsBlank).Select(row => row[0].Text));
        Assert.InRange(rows.Count, 2, 6000);
        Assert.All(rows, row => Assert.True(row.Cells.Length <= 512));
    }

    [Fact]
    public async Task A_stray_quotation_mark_swallows_no_rows_and_any_encoding_is_read()
    {
        await using var world = await FeedWorld.CreateAsync();
        var mapping = Mapping("""{ "from": "Nama", "to": "nama_usaha" }, { "from": "Alamat", "to": "alamat" }""");
        var text = "DAFTAR UMKM;;\r\nNama;Alamat;Ket\r\nCafé \"Satu;Jl. A;x\r\nDua;Jl. B;y\r\nTiga;Jl. C;z\r\n";
        var bytes = Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(text)).ToArray();
        var loaded = await world.Loader.LoadMappedAsync(world.Write("a.csv", bytes), mapping);
        Assert.Equal((3, 3), (loaded.Run.Received, loaded.Run.Created));
        Assert.Equal(["Dua", "Tiga"], (await world.RecordsAsync()).Skip(1).Select(record => record["nama_usaha"]));
    }

    private static async Task<List<SheetRow>> ReadAsync(string path)
    {
        using var sheet = await SheetFile.OpenAsync(path, null, default);
        return [.. sheet.Rows()];
    }

    private static byte[] Bomb(int megabytes)
    {
        using var buffer = new MemoryStream();
        using (var archive = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var stream = archive.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.Fastest).Open();
            var zeros = new byte[1 << 20];
            for (var i = 0; i < megabytes; i++) stream.Write(zeros);
        }
        return buffer.ToArray();
    }
}
