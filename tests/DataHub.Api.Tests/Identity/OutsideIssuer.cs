using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace DataHub.Api.Tests.Identity;

/// <summary>An authority with discovery document and keys over real HTTP, as Entra ID or any OIDC provider has.</summary>
internal sealed class OutsideIssuer : IAsyncDisposable
{
    private readonly WebApplication app;

    private OutsideIssuer(WebApplication app) => this.app = app;

    public RSA Key { get; } = RSA.Create(2048);

    public string KeyId { get; set; } = "first";

    /// <summary>How often the keys were fetched.</summary>
    public int Fetches { get; private set; }

    public string Address => app.Urls.First();

    public static async Task<OutsideIssuer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.ConfigureKestrel((KestrelServerOptions kestrel) => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        var issuer = new OutsideIssuer(app);
        app.MapGet("/{**authority}", issuer.AnswerAsync);
        await app.StartAsync();
        return issuer;
    }

    public string Sign(object payload)
    {
        var header = JsonSerializer.Serialize(new { alg = "RS256", typ = "JWT", kid = KeyId });
        var input = $"{Text.Base64Url(header)}.{Text.Base64Url(JsonSerializer.Serialize(payload))}";
        var signature = Key.SignData(System.Text.Encoding.ASCII.GetBytes(input), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return $"{input}.{Text.Base64Url(signature)}";
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        Key.Dispose();
    }

    private async Task AnswerAsync(HttpContext http)
    {
        var path = http.Request.Path.Value!;
        const string Metadata = "/.well-known/openid-configuration";
        if (path.EndsWith(Metadata, StringComparison.Ordinal))
        {
            var authority = Address + path[..^Metadata.Length];
            await http.Response.WriteAsJsonAsync(new { issuer = authority, jwks_uri = $"{authority}/keys" });
            return;
        }
        Fetches++;
        var open = Key.ExportParameters(false);
        await http.Response.WriteAsJsonAsync(new
        {
            keys = new[] {
                new { kty = "RSA", use = "sig", kid = "first", n = Text.Base64Url(open.Modulus!), e = Text.Base64Url(open.Exponent!) } },
        });
    }
}
