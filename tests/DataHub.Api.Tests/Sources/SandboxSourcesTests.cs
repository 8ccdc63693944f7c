using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using DataHub.Api.CommandLine.SandboxSources;
using DataHub.Api.Hosting;
using DataHub.Feeds.Sources;
using DataHub.Feeds.Sources.Http;
using DataHub.Feeds.Sources.Sikp;

namespace DataHub.Api.Tests.Sources;

/// <summary>The invented sources themselves, and the calls that no run makes.</summary>
public sealed class SandboxSourcesTests
{
    [Theory]
    [InlineData("Production")]
    [InlineData("Staging")]
    public async Task Invented_sources_do_not_start_where_real_ones_are(string environment)
    {
        var data = await SandboxData.GenerateAsync(1, 7, default);
        await Assert.ThrowsAsync<StartRefusedException>(() => SandboxServer.StartAsync(data, 0, environment));
    }

    [Fact]
    public async Task They_listen_on_the_loopback_address_and_are_switched_over_HTTP()
    {
        var data = await SandboxData.GenerateAsync(20, 7, default);
        var first = data.Of("SIKP").Take(2).Select(record => record.Key).ToList();
        await using var server = await SandboxServer.StartAsync(data, 0, "Sandbox");
        Assert.True(IPAddress.IsLoopback(IPAddress.Parse(server.Address.Host)));
        using var client = new HttpClient { BaseAddress = server.Address };
        var answer = await client.PostAsJsonAsync("control", new { source = "sikp", fault = "error", times = 1, touch = 2 });
        var standing = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(1, standing.GetProperty("sikp").GetProperty("faults").GetProperty("Error").GetInt32());
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await client.GetAsync("sikp/api/v1/akad?setelah=0&jumlah=5")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync("sikp/api/v1/akad?setelah=0&jumlah=5")).StatusCode);
        Assert.Equal(first, data.Of("SIKP").TakeLast(2).Select(record => record.Key));
        Assert.Equal(HttpStatusCode.BadRequest, (await client.PostAsJsonAsync("control", new { source = "slik" })).StatusCode);
    }

    [Fact]
    public async Task A_person_can_be_looked_up_in_SIKP()
    {
        await using var world = await SourceWorld.CreateAsync();
        var settings = world.Settings(SourceKind.Sikp);
        using var http = new SourceHttp(settings, world.Clock);
        using var client = new SikpClient(http, settings, world.Clock);
        var loan = world.Server.Data.Of("SIKP").First(record => record["nik"].Length == 16);
        Assert.Equal(loan["nama_debitur"], (await client.CalonAsync(loan["nik"], default))!.Name);
        var plafon = await client.PlafonAsync(loan["nik"], default);
        Assert.Contains(plafon, row => row.Scheme == loan["skema_kur"] && row.Cap == 500_000_000 && row.Lender.Length == 3);
        Assert.Null(await client.CalonAsync("1871014505800001", default));
        Assert.Empty(await client.PlafonAsync("1871014505800001", default));
    }
}
