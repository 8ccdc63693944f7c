using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using DataHub.Access;
using DataHub.Changes;
using DataHub.Feeds.Loading;
using DataHub.GraphQL.Execution;
using DataHub.GraphQL.Types;
using DataHub.Planning;
using DataHub.Testing;
using DataHub.Tests.Feeds;

namespace DataHub.Tests.Registry;

/// <summary>What those who asked for businesses hear when feeds are loaded.</summary>
public sealed partial class BusinessChangedTests : IAsyncLifetime
{
    private const string Nib = "2801255173141";
    private const string Newer = "2801255173999";
    private const string Nik = "1803124611920007";
    private const string Other = "1803124611920011";
    private const string Row = $"{Nib},{Nik},Binatu Rezeki,APRIANI,Perorangan,96200,Mikro,81300000,Jl. A,18.03,0811,,2025-01-28,AKTIF";
    private const string OtherRow =
        $"{Newer},{Other},Kopi Lumintu,SUMARNI DEWI,Perorangan,10761,Kecil,900000000,Jl. Durian 7,18.71,085266778899,,2024-03-01,AKTIF";
    private const string Stream =
        "subscription($nibs: [NIB!]!, $after: String) { businessChanged(nibs: $nibs, after: $after) { cursor at nib kind attributes business { nib name status } } }";

    private const string Sertifikat = "nomor,jenis,nama_usaha,nama_pemilik,alamat,tanggal_terbit,tanggal_kedaluwarsa";
    private const string Marketplace =
        "shop_id,platform,nama_toko,nama_pemilik,telepon,nib,kota,jumlah_produk,rating,omzet_12_bulan,terdaftar";

    private readonly List<Exception> failures = [];
    private FeedWorld world = null!;
    private Hub hub = null!;

    public async Task InitializeAsync()
    {
        world = await FeedWorld.CreateAsync();
        hub = HubFactory.Create(new HubParts(world.DataSource, HubFixture.FixedKeys, TimeProvider.System, (failure, _) => failures.Add(failure)));
    }

    public async Task DisposeAsync()
    {
        await hub.DisposeAsync();
        await world.DisposeAsync();
        Assert.Empty(failures);
    }

    [Fact]
    public async Task A_business_that_comes_to_have_the_NIB_is_told_and_then_what_changes_of_it()
    {
        await using var partner = await FollowAsync(Callers.Partner, Nib);
        await OssAsync(Row);
        await OssAsync(Row.Replace("Binatu Rezeki", "Binatu Baru", StringComparison.Ordinal).Replace("AKTIF", "DICABUT", StringComparison.Ordinal));
        Assert.Equal($"CREATED {Nib} [] Binatu Baru", Text(await partner.NextAsync()));
        Assert.Equal($"CHANGED {Nib} [licences,name,status] Binatu Baru", Text(await partner.NextAsync()));
    }

    [Fact]
    public async Task The_same_file_again_and_what_no_reader_sees_are_no_event()
    {
        await OssAsync(Row);
        await using var steward = await FollowAsync(Callers.Steward, Nib);
        await OssAsync(Row);
        await OssAsync(Row.Replace("0811", "0822", StringComparison.Ordinal));
        await OssAsync(Row.Replace("Mikro", "Kecil", StringComparison.Ordinal));
        Assert.Equal($"CHANGED {Nib} [scale,scaleCriterion] Binatu Rezeki", Text(await steward.NextAsync()));
    }

    [Fact]
    public async Task Nobody_hears_of_fields_it_may_not_read()
    {
        await OssAsync(Row);
        await using var partner = await FollowAsync(Callers.Partner, Nib);
        await using var bank = await FollowAsync(Callers.Bank, Nib);
        await using var steward = await FollowAsync(Callers.Steward, Nib);
        await world.LoadAsync("sikp.csv", FeedWorld.Sikp, $"A1,{Nik},APRIANI,,,002,MIKRO,1000000,1,1,2024-01-01,2026-01-01,18.03");
        await world.LoadAsync("sidt.csv", "id_sidt,nib,nik,tenaga_kerja,omzet_tahunan,tahun", $"S1,{Nib},,3,50000000,2025");
        await OssAsync(Row.Replace("Jl. A", "Jl. B", StringComparison.Ordinal).Replace("81300000", "91300000", StringComparison.Ordinal));
        await world.LoadAsync("oss.csv", FeedWorld.Oss, Row.Replace("Binatu Rezeki", "Binatu Baru", StringComparison.Ordinal));
        Assert.Equal("annualSalesYear,workers", Attributes(await partner.NextAsync()));
        Assert.Equal("name", Attributes(await partner.NextAsync()));
        await OssAsync(Row.Replace("APRIANI", "APRIANI WULAN", StringComparison.Ordinal).Replace("Binatu Rezeki", "Binatu Baru", StringComparison.Ordinal));
        Assert.Equal("annualSalesYear,workers", Attributes(await bank.NextAsync()));
        Assert.Equal("address,capital", Attributes(await bank.NextAsync()));
        Assert.Equal("address,capital,name", Attributes(await bank.NextAsync()));
        Assert.Equal("owner", Attributes(await bank.NextAsync()));
        Assert.Equal("loans", Attributes(await steward.NextAsync()));
    }

    [Fact]
    public async Task A_record_that_moves_to_another_business_is_told_of_both()
    {
        await OssAsync(Row, OtherRow);
        await ShopAsync(Nib);
        await using var left = await FollowAsync(Callers.Partner, Nib);
        await using var joined = await FollowAsync(Callers.Partner, Newer);
        await world.LoadAsync("shops.csv", Marketplace, $"SHP1,Shopee,Kopi Lumintu,Sumarni Dewi,085266778899,{Newer},Bandar Lampung,3,4.0,1000,2022-01-24");
        Assert.Equal("shops", Attributes(await left.NextAsync()));
        Assert.Equal("shops", Attributes(await joined.NextAsync()));
    }

    [Fact]
    public async Task What_a_later_load_joins_to_a_business_is_told()
    {
        await world.LoadAsync("sertifikat.csv", Sertifikat, "ID18110000886217252,Halal,Binatu Rezeki,APRIANI,\"Jl. A, Lampung Utara\",2025-03-29,");
        await ShopAsync(Nib);
        await using var partner = await FollowAsync(Callers.Partner, Nib);
        await OssAsync(Row);
        await using var other = await FollowAsync(Callers.Partner, Newer);
        await OssAsync(OtherRow);
        // A shop and a certificate had told of it before OSS did.
        var known = Text(await partner.NextAsync());
        Assert.StartsWith($"CHANGED {Nib} [", known, StringComparison.Ordinal);
        Assert.Contains("licences", known, StringComparison.Ordinal);
        Assert.Equal($"CREATED {Newer} [] Kopi Lumintu", Text(await other.NextAsync()));
        await ShopAsync(Nib, rating: "4.5");
        Assert.Equal("shops", Attributes(await partner.NextAsync()));
    }

    [Fact]
    public async Task A_superseded_NIB_follows_the_business_that_stands()
    {
        await OssAsync(Row);
        await ShopAsync(Newer);
        await using var steward = await FollowAsync(Callers.Steward, Nib);
        await OssAsync(Row.Replace(Nib, Newer, StringComparison.Ordinal).Replace("2025-01-28", "2026-02-01", StringComparison.Ordinal));
        var change = await steward.NextAsync();
        // Of the other NIB a shop had told, which was a business of its own until then.
        Assert.StartsWith($"MERGED {Nib} [licences,nib,", Text(change), StringComparison.Ordinal);
        Assert.Contains("shops", Text(change), StringComparison.Ordinal);
        Assert.Equal(Newer, change!.Value.GetProperty("business").GetProperty("nib").GetString());
    }

    [Fact]
    public async Task An_owner_hears_of_their_own_businesses_only()
    {
        await OssAsync(Row, OtherRow);
        var person = long.Parse(await world.ValueAsync($"select owner_id from registry.business where nib = '{Nib}'"), CultureInfo.InvariantCulture);
        await using var owner = await FollowAsync(Callers.Owner(person), Nib, Newer);
        await OssAsync(OtherRow.Replace("Kopi Lumintu", "Kopi Lain", StringComparison.Ordinal));
        await OssAsync(Row.Replace("Binatu Rezeki", "Binatu Baru", StringComparison.Ordinal));
        Assert.Equal($"CHANGED {Nib} [name] Binatu Baru", Text(await owner.NextAsync()));
    }

    [Fact]
    public async Task A_business_that_changed_hands_before_delivery_is_not_shown_to_its_former_owner()
    {
        await OssAsync(Row);
        var person = long.Parse(await world.ValueAsync("select owner_id from registry.business"), CultureInfo.InvariantCulture);
        await using var request = hub.Open(Callers.Owner(person));
        var asked = Selection("Subscription", "businessChanged", new Dictionary<string, object?> { ["nibs"] = new object?[] { Nib } });
        var source = await asked.Definition.Events!.SubscribeAsync(new ResolveContext(asked, request, CancellationToken.None));
        await using var events = source.GetAsyncEnumerator();
        await OssAsync(Row.Replace("Binatu Rezeki", "Binatu Baru", StringComparison.Ordinal));
        Assert.True(await events.MoveNextAsync());
        await ExecuteAsync("update registry.business set owner_id = null");
        var change = await asked.Definition.Resolver!.ResolveAsync(new ResolveContext(asked, request, CancellationToken.None), new EventRows(events.Current));
        var below = Selection("BusinessChange", "business", []);
        var reading = below.Definition.Resolver!.ResolveAsync(new ResolveContext(below, request, CancellationToken.None), change.Rows!).AsTask();
        await request.DispatchAsync(CancellationToken.None);
        var shown = await reading;
        Assert.Equal(-1, Assert.Single(shown.RowOf!));
    }

    [Fact]
    public async Task The_cursor_of_an_event_goes_on_behind_it()
    {
        await using var first = await FollowAsync(Callers.Partner, Nib);
        await OssAsync(Row);
        var cursor = (await first.NextAsync())!.Value.GetProperty("cursor").GetString();
        await first.DisposeAsync();
        await OssAsync(Row.Replace("Binatu Rezeki", "Binatu Baru", StringComparison.Ordinal));
        await using var second = await Subscriber.OpenAsync(hub, Stream, Callers.Partner, new { nibs = new[] { Nib }, after = cursor });
        Assert.Equal("name", Attributes(await second.NextAsync()));
        await using var run = await Subscriber.OpenAsync(
            hub, "subscription($id: ID!, $after: String) { feedRunProgress(id: $id, after: $after) { stage } }", Callers.Steward,
            new { id = hub.Ids.Encode("FeedRun", 1), after = cursor });
        Assert.Equal(["BAD_USER_INPUT"], run.Refusal);
    }

    [Fact]
    public void What_loads_say_that_changed_are_fields_of_the_contract()
    {
        var assembly = typeof(Hub).Assembly;
        var scripts = assembly.GetManifestResourceNames().Where(name => name.EndsWith(".sql", StringComparison.Ordinal)).Select(name =>
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            return reader.ReadToEnd();
        });
        var named = scripts.SelectMany(script => ToldOf().Matches(script)).SelectMany(told => Word().Matches(told.Value)).Select(word => word.Groups[1].Value)
            .ToHashSet(StringComparer.Ordinal);
        Assert.Empty(new[] { "name", "status", "loans", "partnerships", "workers", "owner" }.Except(named));
        Assert.Empty(named.Except(((ObjectType)hub.Schema.Type("Business")!).Fields.Select(field => field.Name)));
    }

    [Fact]
    public async Task Wrong_arguments_and_callers_are_refused()
    {
        await using var none = await FollowAsync(Callers.Partner);
        Assert.Equal(["BAD_USER_INPUT"], none.Refusal);
        await using var many = await FollowAsync(Callers.Partner, [.. Enumerable.Range(0, 501).Select(i => i.ToString("D13", CultureInfo.InvariantCulture))]);
        Assert.Equal(["BAD_USER_INPUT"], many.Refusal);
        await using var forged = await Subscriber.OpenAsync(hub, Stream, Callers.Partner, new { nibs = new[] { Nib }, after = "AAAA" });
        Assert.Equal(["BAD_USER_INPUT"], forged.Refusal);
        await using var university = await FollowAsync(Callers.University, Nib);
        Assert.All(university.Refusal, code => Assert.Equal("GRAPHQL_VALIDATION_FAILED", code));
        Assert.NotEmpty(university.Refusal);
        Assert.Equal(0, hub.Changes.Subscribers);
    }

    [Fact]
    public async Task While_nobody_waits_nothing_is_written_and_no_earlier_place_can_be_taken_up()
    {
        await OssAsync(Row);
        Assert.Equal("0", await world.ValueAsync("select count(*) from changes.outbox where kind <> 'RUN_PROGRESS'"));
        await using var partner = await FollowAsync(Callers.Partner, Nib);
        await OssAsync(Row.Replace("Binatu Rezeki", "Binatu Baru", StringComparison.Ordinal));
        var cursor = (await partner.NextAsync())!.Value.GetProperty("cursor").GetString();
        await ExecuteAsync("update changes.horizon set awaited_until = now() - interval '1 second'");
        await OssAsync(Row);
        Assert.Equal(ChangeErrors.CursorExpired, await partner.FailureAsync());
        await using var late = await Subscriber.OpenAsync(hub, Stream, Callers.Partner, new { nibs = new[] { Nib }, after = cursor });
        Assert.Equal([ChangeErrors.CursorExpired], late.Refusal);
    }

    private FieldSelection Selection(string type, string field, Dictionary<string, object?> arguments)
    {
        var definition = ((ObjectType)hub.Schema.Type(type)!).Field(field)!;
        var below = (ObjectType)definition.Type.Named;
        return new FieldSelection
        {
            ResponseKey = field,
            Definition = definition,
            Nodes = [],
            Arguments = arguments,
            Selections = new Dictionary<ObjectType, SelectionPlan> { [below] = new(below, []) },
        };
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var command = world.DataSource.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    private Task<Subscriber> FollowAsync(Caller caller, params string[] nibs) => Subscriber.OpenAsync(hub, Stream, caller, new { nibs });

    private Task<FeedRunResult> OssAsync(params string[] rows) => world.LoadAsync("oss.csv", [FeedWorld.Oss, .. rows]);

    private Task<FeedRunResult> ShopAsync(string nib, string rating = "4.0") =>
        world.LoadAsync("shops.csv", Marketplace, $"SHP1,Shopee,Binatu Rezeki,APRIANI,0811,{nib},Lampung Utara,3,{rating},1000,2022-01-24");

    [GeneratedRegex("insert into touched[^;]*;")]
    private static partial Regex ToldOf();

    [GeneratedRegex("'([a-z][A-Za-z]*)'")]
    private static partial Regex Word();

    private static string Text(JsonElement? change) =>
        $"{change!.Value.GetProperty("kind").GetString()} {change.Value.GetProperty("nib").GetString()} [{Attributes(change)}] "
        + change.Value.GetProperty("business").GetProperty("name").GetString();

    private static string Attributes(JsonElement? change) =>
        string.Join(',', change!.Value.GetProperty("attributes").EnumerateArray().Select(name => name.GetString()));
}
