using System.Globalization;
using System.Text.Json;
using DataHub.Access;
using DataHub.Linkage.Store;
using DataHub.Planning;
using DataHub.Testing;
using DataHub.Tests.Feeds;

namespace DataHub.Tests.Linkage.Review;

/// <summary>Two owners with a business each, loaded from files, and a hub to decide about them.</summary>
public sealed class DecidedWorld : IAsyncLifetime
{
    public const string Nib = "2801255173141";
    public const string OtherNib = "2801255173999";

    /// <summary>Where everything stands: what undoing must give back. Times of decisions and numbers of links are of the moment.</summary>
    private const string State =
        """
        select 'link ' || l.feed || ' ' || l.source_key || ' ' || coalesce(l.business_id, 0) || ' ' || coalesce(l.person_id, 0) || ' ' || l.rule || ' ' || l.certainty
        from linkage.link l where l.closed_at is null
        union all select 'business ' || (to_jsonb(b) - 'updated_at' - 'created_at')::text from registry.business b
        union all select 'licence ' || to_jsonb(l)::text from registry.licence l
        union all select 'person ' || (to_jsonb(p) - 'nik_cipher' - 'created_at')::text from registry.person p
        union all select 'loan ' || nomor_akad || ' ' || coalesce(business_id, 0) || ' ' || coalesce(person_id, 0) || ' ' || certainty from credit.loan
        union all select 'certificate ' || number || ' ' || coalesce(business_id, 0) from market.certificate
        union all select 'shop ' || shop_id || ' ' || coalesce(business_id, 0) from market.shop
        union all select 'training ' || source_key || ' ' || coalesce(business_id, 0) || ' ' || coalesce(person_id, 0) from training.participation
        union all select 'redirect ' || business_id || ' ' || survivor_id from registry.business_redirect
        order by 1
        """;

    private const string Nik = "1803124611920007";
    private const string OtherNik = "1803014505850011";

    private readonly List<Exception> failures = [];
    private FeedWorld? world;
    private Hub? hub;

    public FeedWorld World => world!;

    public Hub Hub => hub!;

    /// <summary>Ids of the two businesses as consumers know them.</summary>
    public string First { get; private set; } = "";

    public string Second { get; private set; } = "";

    public async Task InitializeAsync()
    {
        world = await FeedWorld.CreateAsync();
        hub = HubFactory.Create(new HubParts(world.DataSource, world.Protector.Keys, world.Clock, (failure, _) => failures.Add(failure)));
        await world.LoadAsync("oss.csv", FeedWorld.Oss,
            $"{Nib},{Nik},Binatu Rezeki,APRIANI WULANDARI,Perorangan,96200,Mikro,81300000,Jl. Melati 1,18.03,081211112222,,2025-01-28,AKTIF",
            $"{OtherNib},{OtherNik},Kopi Gunung Betung,BAMBANG SUTEJO,Perorangan,10761,Mikro,61300000,Jl. Kenanga 9,18.71,085233334444,,2024-03-02,AKTIF");
        await world.LoadAsync("pelatihan.csv",
            "id_peserta,nama,nik,telepon,nama_usaha,kode_program,nama_program,penyelenggara,tanggal_mulai,tanggal_selesai,jam,lulus",
            $"PS-1,BAMBANG SUTEJO,{OtherNik},,Kopi Gunung Betung,P1,Dasar,Dinas,2025-05-01,2025-05-03,24,Ya");
        await world.LoadAsync("sertifikat.csv", "nomor,jenis,nama_usaha,nama_pemilik,alamat,tanggal_terbit,tanggal_kedaluwarsa",
            "ID18110000886217252,Halal,Kopi Gunung Betung,BAMBANG SUTEJO,\"Jl. Kenanga 9, Kota Bandar Lampung\",2025-03-29,");
        (First, Second) = (Hub.Ids.Encode("Business", await NumberAsync(Nib)), Hub.Ids.Encode("Business", await NumberAsync(OtherNib)));
    }

    public async Task DisposeAsync()
    {
        if (hub is not null) await hub.DisposeAsync();
        if (world is not null) await world.DisposeAsync();
        Assert.Empty(failures);
    }

    /// <summary>A loan of the first owner's, or of the other's.</summary>
    public Task LendAsync(bool toOther)
    {
        Later();
        return World.LoadAsync("sikp.csv", FeedWorld.Sikp, toOther
            ? $"AKAD-B,{OtherNik},BAMBANG SUTEJO,{OtherNib},Kopi Gunung Betung,002,MIKRO,50000000,40000000,1,2025-06-01,2027-06-01,18.71"
            : $"AKAD-A,{Nik},APRIANI WULANDARI,{Nib},Binatu Rezeki,008,MIKRO,20000000,10000000,1,2025-07-01,2027-07-01,18.03");
    }

    /// <summary>A pass over everything.</summary>
    public Task LinkAsync()
    {
        Later();
        return new LinkPass(World.DataSource, World.Protector, World.Clock).RunAsync(PassScope.All);
    }

    public async Task<string> StateAsync() => string.Join('\n', await World.RowsAsync(State));

    public async Task<long> NumberAsync(string nib) =>
        long.Parse(await World.ValueAsync($"select business_id from registry.licence where nib = '{nib}'"), CultureInfo.InvariantCulture);

    /// <summary>What a mutation answers.</summary>
    public Task<JsonElement> ChangeAsync(string mutation, Caller? caller = null) => RunAsync(
        mutation, "{ decision { id verdict inForce pairs act } businesses { id } pass { kind status merged split } errors { code field message } }", caller);

    /// <summary>A mutation with what is asked of its answer.</summary>
    public async Task<JsonElement> RunAsync(string mutation, string selection, Caller? caller = null)
    {
        Later();
        var answer = await HubFixture.AskAsync(Hub, $"mutation {{ done: {mutation} {selection} }}", caller ?? Callers.Steward);
        Assert.False(answer.HasErrors, $"{answer}\n{string.Join("\n", failures)}");
        return answer.Data.GetProperty("done");
    }

    /// <summary>The same, which must be done.</summary>
    public async Task<JsonElement> DoneAsync(string mutation, Caller? caller = null)
    {
        var done = await ChangeAsync(mutation, caller);
        Assert.Equal("[]", done.GetProperty("errors").GetRawText());
        return done;
    }

    // No two passes are of one moment.
    private void Later() => World.Clock.Now += TimeSpan.FromMinutes(1);

    public async Task<JsonElement> AskAsync(string document, Caller? caller = null)
    {
        var answer = await HubFixture.AskAsync(Hub, document, caller ?? Callers.Steward);
        Assert.False(answer.HasErrors, $"{answer}\n{string.Join("\n", failures)}");
        return answer.Data;
    }
}
