using System.Text.Json;

namespace DataHub.Api.Tests.Http;

/// <summary>The audits that the working group's reference implementation, npm's graphql-http, has for servers.</summary>
public sealed class ServerAuditTests(HostFixture fixture) : IClassFixture<HostFixture>
{
    [NodeFact]
    public async Task Every_audit_of_graphql_http_is_passed()
    {
        var host = fixture.Host;
        var output = await Npm.RunAsync("audit.mjs", $"{host.Address}graphql", host.Token());
        var results = JsonDocument.Parse(output).RootElement;
        Assert.True(results.GetArrayLength() > 50, "graphql-http has fewer audits than expected.");
        var failed = results.EnumerateArray().Where(r => r.GetProperty("status").GetString() != "ok");
        Assert.Empty(failed.Select(r => $"{r.GetProperty("id")} {r.GetProperty("name")}: {r.GetProperty("reason")}"));
    }
}
