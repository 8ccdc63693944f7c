using System.Globalization;
using DataHub.Feeds.Loading;
using DataHub.Research;
using DataHub.Testing;
using DataHub.Tests.Feeds;
using Npgsql;

namespace DataHub.Tests.Research;

/// <summary>Roll-ups follow the businesses, whatever changes these.</summary>
public sealed class RollUpTests : IAsyncLifetime
{
    private const string Nib = "2801255173141";
    private const string Newer = "3001261111111";
    private const string Nik = "1803124611920007";
    private const string Row = $"{Nib},{Nik},Binatu Rezeki,APRIANI,Perorangan,96200,Mikro,81300000,Jl. A,18.03,0811,,2025-01-28,AKTIF";
    private const string Sidt = "id_sidt,nib,nik,tenaga_kerja,omzet_tahunan,tahun";

    private FeedWorld world = null!;

    public async Task InitializeAsync() => world = await FeedWorld.CreateAsync();

    public async Task DisposeAsync() => await world.DisposeAsync();

    [Fact]
    public async Task Every_kept_grouping_is_filled_and_no_other()
    {
        await world.LoadAsync("oss.csv", FeedWorld.Oss, Row);
        Assert.Equal(RollUps.Kept.Order(), (await world.RowsAsync("select dimensions from research.roll_up order by 1")).Select(bits => int.Parse(bits, CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task Every_feed_leaves_them_equal_to_a_count()
    {
        using var folder = new TemporaryFolder();
        var files = SmallDemonstration.WriteTo(folder);
        foreach (var file in files) await LoadAsync(file);
        var oss = files.Single(file => Path.GetFileName(file) == "oss.csv");
        var text = await File.ReadAllTextAsync(oss);
        await File.WriteAllTextAsync(
            oss, text.Replace("18.01", "18.02", StringComparison.Ordinal).Replace("AKTIF", "DICABUT", StringComparison.Ordinal)
                .Replace("Mikro", "Kecil", StringComparison.Ordinal));
        Assert.True((await LoadAsync(oss)).Changed > 100);
        await File.WriteAllTextAsync(oss, text);
        await LoadAsync(oss);
        Assert.Equal("True", await world.ValueAsync("select sum(workers_known) > 100 from research.roll_up where dimensions = 127"));

        async Task<FeedRunResult> LoadAsync(string file)
        {
            var run = await world.Loader.LoadAsync(file);
            await AssertCountedAsync();
            return run;
        }
    }

    [Fact]
    public async Task A_business_is_counted_where_it_is_now()
    {
        await LoadOssAsync(Row);
        Assert.Equal(["18.03|1"], await CountsAsync());
        await world.LoadAsync("sidt.csv", Sidt, $"S1,{Nib},,3,50000000,2025");
        Assert.Equal("1|50000000.00|1|3", await world.ValueAsync(
            "select sales_known, annual_sales, workers_known, workers from research.roll_up where dimensions = 127 and businesses > 0"));
        await AssertCountedAsync();
        await LoadOssAsync(Row.Replace("18.03", "18.71", StringComparison.Ordinal));
        Assert.Equal(["18.71|1"], await CountsAsync());
    }

    [Fact]
    public async Task A_merged_business_is_counted_once_and_a_parted_one_twice()
    {
        var again = Row.Replace(Nib, Newer, StringComparison.Ordinal);
        var other = again.Replace("Binatu Rezeki", "Bengkel Las Barokah", StringComparison.Ordinal)
            .Replace("96200", "25920", StringComparison.Ordinal).Replace("Jl. A", "Jl. Sultan Agung 40", StringComparison.Ordinal);
        await LoadOssAsync(Row, other);
        Assert.Equal(["18.03|2"], await CountsAsync());
        await LoadOssAsync(again);
        Assert.Equal(["18.03|1"], await CountsAsync());
        await LoadOssAsync(other);
        Assert.Equal(["18.03|2"], await CountsAsync());
    }

    [Fact]
    public async Task A_business_without_NIB_is_not_counted()
    {
        await world.LoadAsync("sikp.csv", FeedWorld.Sikp, $"A1,{Nik},APRIANI,,Cuci Kilat,002,MIKRO,1000000,1,1,2024-01-01,2026-01-01,18.03");
        Assert.Empty(await CountsAsync());
        await LoadOssAsync(Row);
        Assert.Equal(["18.03|1"], await CountsAsync());
        await world.RowsAsync("update registry.business set nib = null");
        Assert.Empty(await CountsAsync());
        await AssertCountedAsync();
        await world.RowsAsync($"update registry.business set nib = '{Nib}' where origin_feed = 'OSS'");
        Assert.Equal(["18.03|1"], await CountsAsync());
        await world.RowsAsync("truncate registry.business cascade");
        await AssertCountedAsync();
        Assert.Equal("0", await world.ValueAsync("select count(*) from research.roll_up"));
    }

    [Fact]
    public async Task A_corrected_gender_counts()
    {
        await LoadOssAsync(Row);
        await world.RowsAsync("update registry.person set gender = 'LAKI_LAKI'");
        await AssertCountedAsync();
    }

    [Fact]
    public async Task Readers_see_a_load_whole_or_not_at_all()
    {
        await LoadOssAsync(Row);
        var before = await world.ValueAsync("select as_of::text from research.roll_up_state");
        await using var connection = await world.DataSource.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await RunAsync(connection, "update registry.business set regency_code = '18.71'");
        Assert.Equal(["18.03|1"], await CountsAsync());
        Assert.Equal(before, await world.ValueAsync("select as_of::text from research.roll_up_state"));
        await transaction.CommitAsync();
        Assert.Equal(["18.71|1"], await CountsAsync());
        Assert.NotEqual(before, await world.ValueAsync("select as_of::text from research.roll_up_state"));
    }

    [Fact]
    public async Task Writers_of_the_same_groups_at_once_lose_nothing()
    {
        var rows = Enumerable.Range(0, 40).Select(n => $"28012551731{n:00},180312{41 + (n % 28):00}01{60 + (n % 30)}{n + 1:0000},"
            + $"{Invented.Business(n)},{Invented.Person(n)},Perorangan,96200,Mikro,81300000,Jl. {Invented.Word(n)} {n + 1},18.03,,,2025-01-28,AKTIF");
        await LoadOssAsync([.. rows]);
        await Task.WhenAll(Enumerable.Range(0, 40).Select(async n => await world.RowsAsync(
            $"update registry.business set regency_code = '18.71' where nib = '28012551731{n:00}'")));
        Assert.Equal(["18.71|40"], await CountsAsync());
        await AssertCountedAsync();
    }

    private async Task LoadOssAsync(params string[] rows)
    {
        await world.LoadAsync("oss.csv", [FeedWorld.Oss, .. rows]);
        await AssertCountedAsync();
    }

    private Task<List<string>> CountsAsync() => world.RowsAsync(
        "select regency_code, sum(businesses) from research.roll_up where dimensions = 5 and businesses > 0 group by 1 order by 1");

    private async Task AssertCountedAsync() => Assert.Empty(await RollUpCount.DifferencesAsync(world.DataSource));

    private static async Task RunAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
