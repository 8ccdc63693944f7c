using DataHub.Api.Tests.ServerSentEvents;
using DataHub.Api.Tests.WebSockets;
using DataHub.Partners;
using DataHub.Testing;

namespace DataHub.Api.Tests.Partners;

/// <summary>Sockets and event streams end with the agreement of whoever opened them.</summary>
public sealed class OpenStreamTests : IAsyncLifetime
{
    private const string Ticks = "subscription { ticked { number } }";

    private PartnerHost served = null!;
    private RunningHost host = null!;

    public async Task InitializeAsync()
    {
        served = await PartnerHost.StartAsync();
        await served.Changes.RegisterAsync(Partnership.Of("002", "BANK", "bank-sandbox"), "test");
        host = await RunningHost.StartAsync(partners: served.Hub.Partners);
    }

    public async Task DisposeAsync()
    {
        await host.DisposeAsync();
        await served.DisposeAsync();
    }

    [Fact]
    public async Task A_socket_ends_when_the_agreement_does()
    {
        await ChangeAsync(partner => partner with { ValidUntil = served.Clock.GetUtcNow().UtcDateTime.AddHours(1) });
        using var socket = await TestSocket.OpenAsync(host);
        await socket.SubscribeAsync("1", Ticks);
        await host.Hub.Events.WaitForAsync(1);
        served.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal((4403, "AGREEMENT_EXPIRED: The agreement of this client has ended."), await socket.ClosedAsync().WaitAsync(TimeSpan.FromSeconds(5)));
        await host.Hub.Events.WaitForAsync(0);
    }

    [Fact]
    public async Task A_socket_ends_when_its_client_may_have_less_than_before()
    {
        using var socket = await TestSocket.OpenAsync(host);
        await ChangeAsync(partner => partner with { Scopes = ["REGISTRY_READ", "KUR_DECIDE"] });
        Assert.Equal((4403, "AGREEMENT_CHANGED: The agreement of this client was changed. Begin anew."), await socket.ClosedAsync().WaitAsync(TimeSpan.FromSeconds(5)));
    }

    [Fact]
    public async Task A_change_that_does_not_concern_it_leaves_a_socket_open()
    {
        using var socket = await TestSocket.OpenAsync(host);
        await socket.SubscribeAsync("1", Ticks);
        await host.Hub.Events.WaitForAsync(1);
        await ChangeAsync(partner => partner with { Name = "Another name" });
        await Task.Delay(TimeSpan.FromSeconds(2.5));
        host.Hub.Events.Send(7);
        Assert.Equal("""{"id":"1","type":"next","payload":{"data":{"ticked":{"number":7}}}}""", await socket.ReceiveAsync());
    }

    [Fact]
    public async Task A_suspended_client_opens_no_socket()
    {
        await ChangeAsync(partner => partner with { Suspended = "test" });
        using var socket = await TestSocket.ConnectAsync(host);
        await socket.InitialiseAsync(host.Token());
        Assert.Equal((4403, "PARTNER_SUSPENDED: Access of this client is suspended."), await socket.ClosedAsync());
    }

    [Fact]
    public async Task An_event_stream_ends_when_access_is_suspended_and_says_why()
    {
        using var stream = await EventStream.PostAsync(host, Ticks);
        await host.Hub.Events.WaitForAsync(1);
        await ChangeAsync(partner => partner with { Suspended = "test" });
        Assert.Contains("PARTNER_SUSPENDED", await stream.EventAsync().WaitAsync(TimeSpan.FromSeconds(5)), StringComparison.Ordinal);
        Assert.Equal("complete: ", await stream.EventAsync());
        await host.Hub.Events.WaitForAsync(0);
    }

    private async Task ChangeAsync(Func<Partner, Partner> change)
    {
        var version = served.Hub.Partners.Directory.Find("bank-sandbox")!.Partner.Version;
        Assert.Empty((await served.Changes.ChangeAsync(("002", version), "test", (partner, _) => (change(partner), null))).Errors);
    }
}
