using System.Security.Cryptography;
using DataHub.Api.Hosting;
using DataHub.Api.Identity.Sandbox;

namespace DataHub.Api.Tests.Hosting;

public sealed class StartTests
{
    [Theory]
    [InlineData("DataHub:Sandbox:Enabled", "true", "not in Production")]
    [InlineData("DataHub:Sandbox:SigningKeyFile", "/nowhere.pem", "not in Production")]
    [InlineData("AzureAd:TenantId", "common", "GUID")]
    [InlineData("AzureAd:TenantId", "5a3b1f0e-8f4d-4a0e-9f7e-3f1d2c4b5a69", "AzureAd:ClientId is missing")]
    [InlineData("Oidc:Authority", "https://login.example", "Oidc:Audience is missing")]
    [InlineData("Oidc:Audience", "hub", "Oidc:Authority is missing")]
    [InlineData("Nothing", "", "No token issuer is configured")]
    public async Task Unsafe_or_incomplete_settings_stop_the_start_and_say_what_to_change(string name, string value, string said)
    {
        var settings = new Dictionary<string, string?> { [name] = value };
        var refused = await Assert.ThrowsAsync<StartRefusedException>(() => RunningHost.StartAsync(settings, environment: "Production"));
        Assert.Contains(said, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refused.Message);
    }

    [Theory]
    [InlineData("urls", "http://0.0.0.0:0")]
    [InlineData("urls", "http://localhost:0;http://+:0")]
    [InlineData("urls", "http://[::]:0")]
    [InlineData("Kestrel:Endpoints:Http:Url", "http://hub.example:0")]
    public async Task The_sandbox_does_not_listen_where_other_machines_can_ask_unless_told_to(string name, string address)
    {
        var refused = await Assert.ThrowsAsync<StartRefusedException>(
            () => RunningHost.StartAsync(new Dictionary<string, string?> { [name] = address }));
        Assert.Contains("DataHub__Sandbox__AllowPublicAddress=true", refused.Message, StringComparison.Ordinal);
        Assert.Contains("container", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://127.0.0.1:0", false)]
    [InlineData("http://[::1]:0", false)]
    [InlineData("http://0.0.0.0:0", true)]
    public async Task The_sandbox_listens_on_the_machine_itself_and_where_it_is_told_to(string address, bool isAllowed)
    {
        await using var host = await RunningHost.StartAsync(new Dictionary<string, string?>
        {
            ["urls"] = address,
            ["DataHub:Sandbox:AllowPublicAddress"] = isAllowed ? "true" : null,
        });
        Assert.NotNull(host.Sandbox);
    }

    [Fact]
    public async Task An_authority_without_TLS_stops_the_start()
    {
        var settings = new Dictionary<string, string?> { ["Oidc:Authority"] = "http://login.example", ["Oidc:Audience"] = "hub" };
        var refused = await Assert.ThrowsAsync<StartRefusedException>(() => RunningHost.StartAsync(settings, environment: "Production"));
        Assert.Contains("https", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no PEM at all")]
    [InlineData("public")]
    [InlineData("small")]
    [InlineData("p384")]
    public async Task A_signing_key_that_cannot_serve_stops_the_start(string kind)
    {
        using var rsa = RSA.Create(1024);
        using var ec = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, kind switch
        {
            "public" => RunningHost.Key.ExportSubjectPublicKeyInfoPem(),
            "small" => rsa.ExportPkcs8PrivateKeyPem(),
            "p384" => ec.ExportECPrivateKeyPem(),
            _ => kind,
        });
        var refused = await Assert.ThrowsAsync<StartRefusedException>(
            () => RunningHost.StartAsync(new Dictionary<string, string?> { ["DataHub:Sandbox:SigningKeyFile"] = file }));
        Assert.DoesNotContain(file, refused.Message, StringComparison.Ordinal);
        File.Delete(file);
    }

    [Fact]
    public async Task The_curl_line_of_the_start_works_when_pasted()
    {
        await using var host = await RunningHost.StartAsync();
        var line = StartBanner.CurlLine(host.Address.ToString().TrimEnd('/'));
        var answer = await Programs.RunAsync(Path.GetTempPath(), "bash", "-c", line);
        // The small schema of these tests has no businesses; that it says so proves that token, headers and quoting went through.
        Assert.Contains("GRAPHQL_VALIDATION_FAILED", answer, StringComparison.Ordinal);
        Assert.Contains("businesses", answer, StringComparison.Ordinal);
    }

    [Fact]
    public void The_start_names_the_address_and_every_sandbox_client()
    {
        var text = StartBanner.Text("http://localhost:5080", hasSandbox: true);
        Assert.Contains("http://localhost:5080/graphql", text, StringComparison.Ordinal);
        foreach (var client in SandboxClient.All) Assert.Contains(client.Id, text, StringComparison.Ordinal);
        Assert.DoesNotContain("sandbox", StartBanner.Text("http://localhost:5080", hasSandbox: false), StringComparison.Ordinal);
    }
}
