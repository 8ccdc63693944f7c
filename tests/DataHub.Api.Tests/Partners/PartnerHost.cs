using System.Text.Json;
using DataHub.Api.Tests.Identity;
using DataHub.Partners;
using DataHub.Planning;
using DataHub.Shared.Secrets;
using DataHub.Testing;
using Alarm = DataHub.Partners.Alarm;

namespace DataHub.Api.Tests.Partners;

/// <summary>A whole hub over a database of its own, served by the real web server to partners only.</summary>
internal sealed class PartnerHost : IAsyncDisposable
{
    private readonly TestDatabase database;
    private readonly List<Alarm> alarms;

    private PartnerHost(TestDatabase database, Hub hub, (WallClock Clock, List<Alarm> Alarms) rest) =>
        (this.database, Hub, Clock, alarms) = (database, hub, rest.Clock, rest.Alarms);

    public Hub Hub { get; }

    /// <summary>The clock of agreements and quotas.</summary>
    public WallClock Clock { get; }

    /// <summary>The server over the whole hub.</summary>
    public RunningHost Host { get; private set; } = null!;

    public PartnerChanges Changes => Hub.Partners.Changes;

    public static async Task<PartnerHost> StartAsync(params (string Name, string Value)[] settings)
    {
        var (database, clock) = (await TestDatabase.CreateAsync(), new WallClock());
        var alarms = new List<Alarm>();
        var keys = HubFixture.FixedKeys;
        var hub = HubFactory.Create(new HubParts(database.DataSource, keys, clock, (_, _) => { })
        {
            OnAlarm = alarm =>
            {
                lock (alarms) alarms.Add(alarm);
            },
        });
        await Samples.FillAsync(database.DataSource, new Protector(keys));
        hub.Partners.Start();
        Assert.True(await Partnership.HoldsWithinAsync(TimeSpan.FromSeconds(10), () => hub.Partners.Directory.IsReady && hub.Partners.Quota.IsLoaded));
        var all = new Dictionary<string, string?> { ["DataHub:Partners:Unregistered"] = "Refuse" };
        foreach (var (name, value) in settings) all[name] = value;
        return new PartnerHost(database, hub, (clock, alarms)) { Host = await RunningHost.ServeAsync(hub, database.ConnectionString, all, hasPartners: true) };
    }

    /// <summary>Alarms so far.</summary>
    public IReadOnlyList<Alarm> Raised
    {
        get
        {
            lock (alarms) return [.. alarms];
        }
    }

    /// <summary>A token of any client.</summary>
    public string Token(string client, string scopes = "registry.read credit.read kur.decide market.read", string? organisation = null) =>
        new TokenForge(Host).Claim("azp", client).Claim("sub", client).Claim("scp", scopes).Claim("org", organisation).Sign();

    public Task<Answer> AskAsync(string client, string query = "{ me { client organisation scopes purpose } }", string? scopes = null, string? organisation = null) =>
        Host.QueryAsAsync(scopes is null ? Token(client, organisation: organisation) : Token(client, scopes, organisation), query);

    /// <summary>The same with headers.</summary>
    public Task<Answer> AskFromAsync(string client, params (string Name, string Value)[] headers)
    {
        var request = RunningHost.PostAs(Token(client), JsonSerializer.Serialize(new { query = "{ me { client } }" }), "application/graphql-response+json");
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return Host.SendAsync(request);
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await Hub.DisposeAsync();
        await database.DisposeAsync();
    }
}
