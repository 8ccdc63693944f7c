using System.Net;
using System.Text.Json;
using DataHub.Api.Tests.Identity;
using DataHub.Api.Tests.WebSockets;
using DataHub.Partners;
using DataHub.Testing;

namespace DataHub.Api.Tests.Partners;

/// <summary>How a partner's tokens must be bound to their sender is said by its agreement, and holds from the change on.</summary>
public sealed class PartnerProofTests : IAsyncLifetime, IDisposable
{
    private const string Query = "{ me { client } }";

    private readonly ClientKey key = new();
    private PartnerHost served = null!;

    public async Task InitializeAsync()
    {
        served = await PartnerHost.StartAsync();
        await served.Changes.RegisterAsync(Partnership.Of("002", "BANK", "bank"), "test");
    }

    public Task DisposeAsync() => served.DisposeAsync().AsTask();

    public void Dispose() => key.Dispose();

    [Theory]
    [InlineData("DPOP", true)]
    [InlineData("EITHER", true)]
    [InlineData("MTLS", false)]
    public async Task A_token_that_was_good_is_refused_from_the_next_request_on(string constraint, bool takesKey)
    {
        var (free, bound) = (served.Token("bank"), Bound());
        Assert.Equal(HttpStatusCode.OK, (await served.Host.QueryAsAsync(free, Query)).Status);
        Assert.Equal(HttpStatusCode.OK, (await ProvenAsync(bound)).Status);
        await ChangeAsync(constraint);
        var refused = await served.Host.QueryAsAsync(free, Query);
        Assert.Equal((HttpStatusCode.Unauthorized, "UNAUTHENTICATED", false), (refused.Status, refused.Code, refused.HasData));
        Assert.Equal(takesKey ? HttpStatusCode.OK : HttpStatusCode.Unauthorized, (await ProvenAsync(bound)).Status);
        await ChangeAsync("NONE");
        Assert.Equal(HttpStatusCode.OK, (await served.Host.QueryAsAsync(free, Query)).Status);
    }

    [Fact]
    public async Task What_an_agreement_leaves_of_a_token_is_as_bound_as_the_token_and_keeps_the_case_number()
    {
        var bound = Bound();
        for (var turn = 0; turn < 2; turn++)
        {
            Assert.Equal(HttpStatusCode.OK, (await ProvenAsync(bound)).Status);
            Assert.Equal(HttpStatusCode.Unauthorized, (await served.Host.QueryAsAsync(bound, Query)).Status);
        }
        var wrong = await served.AskFromAsync("bank", ("X-Case-Number", new string('1', 65)));
        Assert.Equal((HttpStatusCode.BadRequest, "CASE_NUMBER_INVALID"), (wrong.Status, wrong.Code));
    }

    [Fact]
    public async Task An_open_socket_of_a_token_that_is_not_bound_ends()
    {
        using var socket = await TestSocket.OpenAsync(served.Host, served.Token("bank"));
        await ChangeAsync("DPOP");
        Assert.Equal(4403, (await socket.ClosedAsync().WaitAsync(TimeSpan.FromSeconds(5))).Code);
    }

    private string Bound() => new TokenForge(served.Host).Claim("azp", "bank").Claim("cnf", new { jkt = key.Thumbprint }).Sign();

    private Task<Answer> ProvenAsync(string token)
    {
        var request = RunningHost.PostAs(token, JsonSerializer.Serialize(new { query = Query }), "application/graphql-response+json");
        request.Headers.Authorization = new("DPoP", token);
        request.Headers.Add("DPoP", key.Proof(new Uri(served.Host.Address, "/graphql"), token));
        return served.Host.SendAsync(request);
    }

    private async Task ChangeAsync(string constraint)
    {
        var version = served.Hub.Partners.Directory.Find("bank")!.Partner.Version;
        var changed = await served.Changes.ChangeAsync(
            ("002", version), "test", (partner, _) => (partner with { SenderConstraint = constraint }, null));
        Assert.Empty(changed.Errors);
    }
}
