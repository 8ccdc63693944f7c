using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using DataHub.Api.Identity;
using DataHub.Api.Identity.Sandbox;

namespace DataHub.Api.Tests.Identity;

/// <summary>RFC 8705: tokens that are bound to the certificate of a TLS connection, over real handshakes and through a proxy.</summary>
public sealed class MutualTlsTests : IAsyncLifetime, IDisposable
{
    private readonly X509Certificate2 own = Certificate("bank");
    private readonly X509Certificate2 other = Certificate("other");
    private readonly X509Certificate2 server = Certificate("localhost");
    private readonly string folder = Directory.CreateTempSubdirectory("datahub-tls-").FullName;
    private RunningHost host = null!;

    public async Task InitializeAsync()
    {
        var (certificate, key) = (Path.Combine(folder, "server.crt"), Path.Combine(folder, "server.key"));
        await File.WriteAllTextAsync(certificate, server.ExportCertificatePem());
        await File.WriteAllTextAsync(key, server.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem());
        host = await RunningHost.StartAsync(new Dictionary<string, string?>
        {
            ["DataHub:Identity:Clients:bank-sandbox:SenderConstraint"] = "Mtls",
            ["Kestrel:Endpoints:Https:Url"] = "https://127.0.0.1:0",
            ["Kestrel:Endpoints:Https:Certificate:Path"] = certificate,
            ["Kestrel:Endpoints:Https:Certificate:KeyPath"] = key,
        });
    }

    public async Task DisposeAsync()
    {
        await host.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    public void Dispose()
    {
        own.Dispose();
        other.Dispose();
        server.Dispose();
    }

    [Fact]
    public async Task A_token_is_taken_over_a_connection_with_its_certificate_and_over_no_other()
    {
        var token = Bound(own);
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(own, token)).Status);
        AssertRefused(await AskAsync(other, token));
        AssertRefused(await AskAsync(null, token));
        AssertRefused(await host.QueryAsAsync(token));
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(own, token)).Status);
    }

    [Fact]
    public async Task A_client_that_must_have_a_certificate_gets_nothing_with_a_token_that_is_not_bound()
    {
        AssertRefused(await AskAsync(own, host.Token()));
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(null, host.Token("partner-sandbox"))).Status);
    }

    [Fact]
    public async Task The_token_endpoint_binds_a_token_to_the_connections_certificate()
    {
        using var client = Client(own);
        using var form = new FormUrlEncodedContent(
            [new("grant_type", "client_credentials"), new("client_id", "bank-sandbox"), new("client_secret", "sandbox")]);
        var answer = await Answer.OfAsync(await client.PostAsync("/connect/token", form));
        var token = answer.Json.GetProperty("access_token").GetString()!;
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(own, token)).Status);
        AssertRefused(await AskAsync(other, token));
    }

    [Fact]
    public async Task A_header_is_not_believed_of_those_who_are_no_proxies()
    {
        var token = Bound(own);
        var request = RunningHost.PostAs(token, """{"query":"{ hello }"}""", "application/graphql-response+json");
        request.Headers.TryAddWithoutValidation("X-Client-Cert", Uri.EscapeDataString(own.ExportCertificatePem()));
        AssertRefused(await host.SendAsync(request));
        await using var elsewhere = await BehindAsync("10.1.2.3");
        AssertRefused(await AskThroughAsync(elsewhere, token, Uri.EscapeDataString(own.ExportCertificatePem())));
    }

    [Fact]
    public async Task A_proxy_passes_the_certificate_on_in_any_usual_form()
    {
        await using var behind = await BehindAsync("127.0.0.0/8");
        var token = Bound(own);
        var base64 = Convert.ToBase64String(own.RawData);
        foreach (var form in new[] { Uri.EscapeDataString(own.ExportCertificatePem()), base64, $":{base64}:" })
            Assert.Equal(HttpStatusCode.OK, (await AskThroughAsync(behind, token, form)).Status);
        foreach (var wrong in new[] { Convert.ToBase64String(other.RawData), "", "x", "::", null })
            AssertRefused(await AskThroughAsync(behind, token, wrong));
        AssertRefused(await AskThroughAsync(behind, token, base64, base64));
    }

    [Theory]
    [InlineData("DataHub:Identity:ClientCertificateHeader", "X-Client-Cert", "go together")]
    [InlineData("DataHub:Identity:ClientCertificateProxies:0", "10.0.0.0/8", "go together")]
    [InlineData("DataHub:Identity:ClientCertificateProxies:0", "everyone", "addresses as")]
    [InlineData("DataHub:Identity:SenderConstraint", "Sometimes", "SenderConstraint")]
    [InlineData("DataHub:Identity:PublicAddress", "https://hub.example/path", "without a path")]
    [InlineData("DataHub:Identity:KeyOutage", "30.00:00:00", "48 hours")]
    public async Task Settings_that_cannot_be_meant_stop_the_start(string name, string value, string said)
    {
        var settings = new Dictionary<string, string?> { [name] = value };
        var refused = await Assert.ThrowsAsync<StartRefusedException>(() => RunningHost.StartAsync(settings));
        Assert.Contains(said, refused.Message, StringComparison.Ordinal);
    }

    private static Task<RunningHost> BehindAsync(string proxy) => RunningHost.StartAsync(new Dictionary<string, string?>
    {
        ["DataHub:Identity:ClientCertificateHeader"] = "X-Client-Cert",
        ["DataHub:Identity:ClientCertificateProxies:0"] = proxy,
    });

    private static Task<Answer> AskThroughAsync(RunningHost behind, string token, params string?[] headers)
    {
        var request = RunningHost.PostAs(token, """{"query":"{ hello }"}""", "application/graphql-response+json");
        foreach (var header in headers)
            if (header is not null) request.Headers.TryAddWithoutValidation("X-Client-Cert", header);
        return behind.SendAsync(request);
    }

    private async Task<Answer> AskAsync(X509Certificate2? certificate, string token)
    {
        using var client = Client(certificate);
        var request = RunningHost.PostAs(token, """{"query":"{ hello }"}""", "application/graphql-response+json");
        return await Answer.OfAsync(await client.SendAsync(request));
    }

    private HttpClient Client(X509Certificate2? certificate) => new(new SocketsHttpHandler
    {
        SslOptions = new SslClientAuthenticationOptions
        {
            RemoteCertificateValidationCallback = (_, shown, _, _) => shown?.GetCertHashString() == server.Thumbprint,
            ClientCertificates = certificate is null ? null : [certificate],
            LocalCertificateSelectionCallback = certificate is null ? null : (_, _, _, _, _) => certificate,
        },
    })
    { BaseAddress = host.Addresses.Single(address => address.Scheme == "https") };

    private string Bound(X509Certificate2 certificate) => host.Sandbox.Issue(
        SandboxClient.Find("bank-sandbox")!, ["kur.decide"], null,
        new TokenBinding(Text.Base64Url(SHA256.HashData(certificate.RawData)), null, true));

    private static void AssertRefused(Answer answer)
    {
        Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
        Assert.Equal("UNAUTHENTICATED", answer.Code);
        Assert.Contains("invalid_token", answer.Message.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
    }

    private static X509Certificate2 Certificate(string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddMinutes(-5), DateTimeOffset.UtcNow.AddHours(1));
    }
}
