using DataHub.Registry.Reference;
using DataHub.Testing;
using DataHub.Tests.Feeds;

namespace DataHub.Tests.Registry.Reference;

/// <summary>What files of authorities do to the reference tables.</summary>
public sealed class ReferenceLoadTests
{
    private const string Paper = "Kepmendagri 1/2027";

    [Fact]
    public async Task A_file_of_regions_adds_changes_and_retires_and_twice_is_once()
    {
        await using var world = await FeedWorld.CreateAsync();
        var first = await LoadAsync(world, ReferenceKind.Regions, "2027",
            "kode,nama,kode_bps", "18.01.04.2001,Hajimena,1803060001", "18.01.04.1002,Merak Batin,", "18.01.04,NATAR,1803060",
                "18.08.01,Blambangan Umpu Baru,");
        Assert.Equal((4, 2, 1, 0), (first.Rows, first.Added, first.Changed, first.Retired));
        Assert.Equal(["+ 18.01.04.1002 Merak Batin", "+ 18.01.04.2001 Hajimena", "~ 18.08.01 Blambangan Umpu Baru"],
            first.Examples.Order(StringComparer.Ordinal));
        Assert.Equal(["18.01.04|Natar|DISTRICT|||2025", "18.01.04.1002|Merak Batin|VILLAGE|KELURAHAN||2027",
            "18.01.04.2001|Hajimena|VILLAGE|DESA|1803060001|2027"],
            await world.RowsAsync("select code, name, level, kind, case when level = 'VILLAGE' then bps_code end, source_version from registry.region where code like '18.01.04%' order by code"));
        var second = await LoadAsync(world, ReferenceKind.Regions, "2028", "kode,nama", "18.01.04.2001,HAJI MENA");
        Assert.Equal((1, 0, 0, 2), (second.Rows, second.Added, second.Changed, second.Retired));
        Assert.Equal(["18.01.04.1002", "18.08.01"],
            await world.RowsAsync("select code from registry.region where retired_at is not null order by code"));
        var third = await LoadAsync(world, ReferenceKind.Regions, "2028", "kode,nama", "18.01.04.2001,HAJI MENA");
        Assert.Equal((0, 0, 0), (third.Added, third.Changed, third.Retired));
        Assert.Equal("3", await world.ValueAsync("select count(*) from registry.reference_load"));
    }

    [Fact]
    public async Task A_code_without_dots_is_refused_since_it_may_be_the_other_authoritys()
    {
        await using var world = await FeedWorld.CreateAsync();
        // 1805 is Tulang Bawang to the home ministry and Lampung Tengah to the statistics office.
        var refusal = await RefusedAsync(world, ReferenceKind.Regions, "1", "kode,nama", "18.05,Tulang Bawang", "1805,Lampung Tengah");
        Assert.Contains("line 3: the code has no dots", refusal, StringComparison.Ordinal);
        Assert.Equal("1808", await world.ValueAsync("select bps_code from registry.region where code = '18.05'"));
    }

    [Fact]
    public async Task Every_fault_of_a_file_is_told_and_nothing_of_it_is_loaded()
    {
        await using var world = await FeedWorld.CreateAsync();
        var refusal = await RefusedAsync(world, ReferenceKind.Regions, "1",
            "code,name,bps_code", "18.01.04.2001,Hajimena,12", "18.99.01,Nowhere,", "18.01.04.2002,,", "18.01.04.2003,A,",
                "18.01.04.2003,A,", "18-01,B,");
        foreach (var fault in new[] { "line 2: the statistics office's code must have 10 digits", "line 3: 18.99.01 lies in 18.99",
            "line 4: name is empty",
            "line 6: 18.01.04.2003 stands in line 5 already", "line 7: the code is not of the form" })
            Assert.Contains(fault, refusal, StringComparison.Ordinal);
        Assert.Equal("0", await world.ValueAsync("select count(*) from registry.region where level = 'VILLAGE'"));
    }

    [Fact]
    public async Task A_file_without_the_needed_columns_is_refused_with_what_it_has()
    {
        await using var world = await FeedWorld.CreateAsync();
        var refusal = await RefusedAsync(world, ReferenceKind.Regions, "1", "warna,bentuk", "merah,bulat");
        Assert.Contains("the first line has warna, bentuk", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_edition_of_KBLI_hangs_together_or_is_refused()
    {
        await using var world = await FeedWorld.CreateAsync();
        string[] whole = ["kode,judul", "C,Industri", "10,Makanan", "107,Makanan lainnya", "1079,Makanan lain", "10792,Kue basah"];
        var file = await LoadAsync(world, ReferenceKind.Kbli, "2025", whole);
        Assert.Equal((5, 5), (file.Rows, file.Added));
        Assert.Equal(["10|2|C|C", "107|3|10|C", "1079|4|107|C", "10792|5|1079|C", "C|1||C"],
            await world.RowsAsync("select code, level, parent_code, section from registry.kbli where version = '2025' order by code"));
        var orphan = await RefusedAsync(world, ReferenceKind.Kbli, "2025", [.. whole, "47112,Toko"]);
        Assert.Contains("47112 has no 4711 above it", orphan, StringComparison.Ordinal);
        var elsewhere = await RefusedAsync(world, ReferenceKind.Kbli, "2025", "code,title,section", "10,Makanan,C", "107,M,C", "1079,M,C",
            "10792,Kue,G");
        Assert.Contains("10792 is said to be of section G", elsewhere, StringComparison.Ordinal);
        Assert.Contains("edition", await RefusedAsync(world, ReferenceKind.Kbli, "first", whole), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_concordance_stands_between_loaded_editions()
    {
        await using var world = await FeedWorld.CreateAsync();
        string[] moves = ["kbli_2020,kbli_2025,keterangan", "10792,10791,dipecah", "10792,10793,dipecah"];
        Assert.Contains("KBLI 2025 is not loaded", await RefusedAsync(world, ReferenceKind.KbliConcordance, "2020-2025", moves),
            StringComparison.Ordinal);
        await LoadAsync(world, ReferenceKind.Kbli, "2025", "kode,judul", "10791,Kue kering", "10793,Kue basah");
        var report = await LoadAsync(world, ReferenceKind.KbliConcordance, "2020-2025", moves);
        Assert.Equal((2, 2, 0, 0), (report.Rows, report.Added, report.Changed, report.Retired));
        Assert.Equal(1, (await LoadAsync(world, ReferenceKind.KbliConcordance, "2020-2025", moves[..2])).Retired);
        var unknown = await RefusedAsync(world, ReferenceKind.KbliConcordance, "2020-2025", "lama,baru", "10792,99999");
        Assert.Contains("99999 is no code of KBLI 2025", unknown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lenders_keep_their_state_as_data_and_a_list_of_banks_makes_no_lender()
    {
        await using var world = await FeedWorld.CreateAsync();
        var lenders = await LoadAsync(world, ReferenceKind.Lenders, "1",
            "role,name,short_name,type,bi_code,bic,active,confidence", "penyalur,PT Bank Satu,BSATU,bpd,777,SATUIDJA,ya,high",
                "penyalur,PT Pegadaian,Pegadaian,lkbb,,,mungkin,low");
        Assert.Equal(2, lenders.Added);
        var banks = await world.RowsAsync("select code, name, role, active, confidence from credit.lender where code in ('777', 'X-PEGADAIAN') order by code");
        Assert.Equal(["777|PT Bank Satu|PENYALUR|True|high", "X-PEGADAIAN|PT Pegadaian|PENYALUR||low"], banks);
        var file = world.Write("banks.csv", "bi_code,bank_name,bic", "777,BANK SATU,SATUIDJA", "888,BANK DUA,DUAAIDJA");
        var codes = await LoadFromAsync(world, new ReferenceWish(ReferenceKind.Lenders, file, "Bank Indonesia", "2"));
        Assert.Equal((1, 0), (codes.Added, codes.Changed));
        Assert.Equal(["777|PT Bank Satu|PENYALUR", "888|BANK DUA|BANK"],
            await world.RowsAsync("select code, name, role from credit.lender where code in ('777', '888') order by code"));
        Assert.Contains("three digits", await RefusedAsync(world, ReferenceKind.Lenders, "1", "bi_code,bank_name", "2,BRI"),
            StringComparison.Ordinal);
    }

    [SharedDataFact]
    public async Task The_authorities_own_files_load_and_say_the_same_twice()
    {
        await using var world = await FeedWorld.CreateAsync();
        foreach (var (kind, version, file) in new[]
        {
            (ReferenceKind.Regions, "2025", "regions.csv"), (ReferenceKind.Regions, "2019", "areas_lampung.csv"),
                (ReferenceKind.Kbli, "2020", "kbli2020.csv"),
            (ReferenceKind.Kbli, "2015", "kbli_obsolete_examples.csv"), (ReferenceKind.Lenders, "2025", "kur_institutions.csv"),
                (ReferenceKind.Lenders, "2019", "bank_codes.csv"),
        })
        {
            var wish = new ReferenceWish(kind, SharedData.PathOf(file), file, version);
            var loader = new ReferenceLoader(world.DataSource, world.Clock);
            var first = await loader.LoadAsync(wish);
            var second = await loader.LoadAsync(wish);
            Assert.True(first.Retired == 0, $"{file} retired {first.Retired}");
            Assert.Equal((first.Rows, 0, 0, 0), (second.Rows, second.Added, second.Changed, second.Retired));
        }
        Assert.Equal("1789", await world.ValueAsync("select count(*) from registry.kbli where version = '2020' and level = 5 and section is not null"));
        Assert.Equal("1|15|229|2640", await world.ValueAsync(
            "select count(*) filter (where level = 'PROVINCE'), count(*) filter (where level = 'REGENCY'), count(*) filter (where level = 'DISTRICT'), "
            + "count(*) filter (where level = 'VILLAGE') from registry.region where code like '18%' and retired_at is null"));
    }

    private static Task<ReferenceReport> LoadAsync(FeedWorld world, ReferenceKind kind, string version, params string[] lines) =>
        LoadFromAsync(world, new ReferenceWish(kind, world.Write("reference.csv", lines), Paper, version));

    private static Task<ReferenceReport> LoadFromAsync(FeedWorld world, ReferenceWish wish) =>
        new ReferenceLoader(world.DataSource, world.Clock).LoadAsync(wish);

    private static async Task<string> RefusedAsync(FeedWorld world, ReferenceKind kind, string version, params string[] lines) =>
        (await Assert.ThrowsAsync<ReferenceRefusedException>(() => LoadAsync(world, kind, version, lines))).Message;
}
