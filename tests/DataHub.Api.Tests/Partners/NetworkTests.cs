using System.Net;
using DataHub.Api.Http;
using DataHub.Testing;
using Microsoft.AspNetCore.Http;

namespace DataHub.Api.Tests.Partners;

/// <summary>Where a request comes from is told by its socket, or by proxies that the settings name.</summary>
public sealed class NetworkTests
{
    [Theory]
    [InlineData("192.0.2.1", "10.0.0.1", "192.0.2.1")]
    [InlineData("10.0.0.9", "203.0.113.7", "203.0.113.7")]
    [InlineData("10.0.0.9", "198.51.100.1, 203.0.113.7", "203.0.113.7")]
    [InlineData("10.0.0.9", "198.51.100.1, 203.0.113.7, 10.0.0.5", "203.0.113.7")]
    [InlineData("10.0.0.9", "203.0.113.7:4711", "203.0.113.7")]
    [InlineData("10.0.0.9", "[2001:db8::1]:443", "2001:db8::1")]
    [InlineData("10.0.0.9", "2001:db8::1", "2001:db8::1")]
    [InlineData("10.0.0.9", "::ffff:203.0.113.7", "203.0.113.7")]
    [InlineData("::ffff:10.0.0.9", "203.0.113.7", "203.0.113.7")]
    [InlineData("fd00::1", "203.0.113.7", "203.0.113.7")]
    [InlineData("10.0.0.9", "10.0.0.5", "10.0.0.5")]
    [InlineData("10.0.0.9", "203.0.113.7, unknown", null)]
    [InlineData("10.0.0.9", "203.0.113.7, 1", null)]
    [InlineData("10.0.0.9", "203.0.113.7,", null)]
    [InlineData("10.0.0.9", "203.0.113.7, evil.example", null)]
    [InlineData("10.0.0.9", null, "10.0.0.9")]
    public void The_last_address_that_is_no_proxys_is_the_clients(string socket, string? header, string? client) =>
        Assert.Equal(client, Of("X-Forwarded-For", socket, ("X-Forwarded-For", header), ("Forwarded", "for=192.0.2.99"))?.ToString());

    [Theory]
    [InlineData("for=203.0.113.7;proto=https;by=10.0.0.1", "203.0.113.7")]
    [InlineData("for=198.51.100.1, For=\"203.0.113.7:80\"", "203.0.113.7")]
    [InlineData("for=\"[2001:db8::1]:4711\"", "2001:db8::1")]
    [InlineData("for=_hidden", null)]
    [InlineData("proto=https", null)]
    public void The_standard_header_is_read_where_the_settings_say_so(string header, string? client) =>
        Assert.Equal(client, Of("Forwarded", "10.0.0.9", ("Forwarded", header), ("X-Forwarded-For", "192.0.2.99"))?.ToString());

    [Fact]
    public async Task A_partner_with_networks_is_asked_for_its_address_and_cannot_choose_it()
    {
        await using var served = await PartnerHost.StartAsync();
        await served.Changes.RegisterAsync(Partnership.Of("002", "BANK", "bank") with { Networks = ["203.0.113.0/24"] }, "test");
        foreach (var header in new[] { ("X-Forwarded-For", "203.0.113.7"), ("Forwarded", "for=203.0.113.7"), ("X-Real-IP", "203.0.113.7") })
        {
            var refused = await served.AskFromAsync("bank", header);
            Assert.Equal((HttpStatusCode.Forbidden, "NETWORK_NOT_ALLOWED"), (refused.Status, refused.Code));
        }
        await served.Changes.RegisterAsync(Partnership.Of("008", "BANK", "local") with { Networks = ["127.0.0.0/8", "::1/128"] }, "test");
        Assert.Equal(HttpStatusCode.OK, (await served.AskFromAsync("local")).Status);
    }

    [Fact]
    public async Task Behind_a_configured_proxy_its_word_counts()
    {
        await using var served = await PartnerHost.StartAsync(("DataHub:Proxies:0", "127.0.0.1"), ("DataHub:Proxies:1", "::1/128"));
        await served.Changes.RegisterAsync(Partnership.Of("002", "BANK", "bank") with { Networks = ["203.0.113.0/24"] }, "test");
        Assert.Equal(HttpStatusCode.OK, (await served.AskFromAsync("bank", ("X-Forwarded-For", "203.0.113.7"))).Status);
        Assert.Equal(HttpStatusCode.OK, (await served.AskFromAsync("bank", ("X-Forwarded-For", "8.8.8.8, 203.0.113.7"))).Status);
        foreach (var header in new[] { ("X-Forwarded-For", "203.0.113.7, 8.8.8.8"), ("Forwarded", "for=203.0.113.7"), ("X-Forwarded-For", "203.0.113.7, x") })
            Assert.Equal("NETWORK_NOT_ALLOWED", (await served.AskFromAsync("bank", header)).Code);
    }

    [Theory]
    [InlineData("DataHub:Proxies:0", "everywhere")]
    [InlineData("DataHub:ProxyHeader", "X-Real-IP")]
    [InlineData("DataHub:Partners:Unregistered", "Maybe")]
    public async Task Settings_that_cannot_be_meant_keep_the_host_from_starting(string name, string value) =>
        await Assert.ThrowsAsync<StartRefusedException>(() => RunningHost.StartAsync(new Dictionary<string, string?> { [name] = value }));

    private static IPAddress? Of(string believed, string socket, params (string Name, string? Value)[] headers)
    {
        var http = new DefaultHttpContext();
        http.Connection.RemoteIpAddress = IPAddress.Parse(socket);
        foreach (var (name, value) in headers)
            if (value is not null) http.Request.Headers[name] = value;
        return new ClientAddresses(new ProxySettings([IPNetwork.Parse("10.0.0.0/8"), IPNetwork.Parse("fd00::/8")], believed)).Of(http);
    }
}
