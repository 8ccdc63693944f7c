using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace DataHub.Api.Tests.Identity;

/// <summary>An authority with discovery document and keys over real HTTP, as Entra ID or any OIDC provider has.</summary>
internal sealed class OutsideIssuer : IAsyncDisposable
{
    private const string Metadata = "/.well-known/openid-configuration";

    private readonly WebApplication app;

    private OutsideIssuer(WebApplication app) => this.app = app;

    public RSA Key { get; } = RSA.Create(2048);

    /// <summary>Signs too once it is among <see cref="Published"/> under "second".</summary>
    public RSA NextKey { get; } = RSA.Create(2048);

    /// <summary>The <c>kid</c> of signed tokens.</summary>
    public string KeyId { get; set; } = "first";

    /// <summary>Names of the keys that it publishes: "first", "second".</summary>
    public IReadOnlyList<string> Published { get; set; } = ["first"];

    /// <summary>Members that its keys have beside or instead of their own.</summary>
    public Dictionary<string, object?> KeyMembers { get; } = [];

    /// <summary>What its metadata call it; null: its address.</summary>
    public string? Name { get; set; }

    /// <summary>Answers with 500 while it is true.</summary>
    public bool IsAway { get; set; }

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
        var key = KeyId == "second" ? NextKey : Key;
        var signature = key.SignData(Encoding.ASCII.GetBytes(input), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return $"{input}.{Text.Base64Url(signature)}";
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        Key.Dispose();
        NextKey.Dispose();
    }

    private async Task AnswerAsync(HttpContext http)
    {
        var path = http.Request.Path.Value!;
        if (IsAway)
        {
            http.Response.StatusCode = 500;
        }
        else if (path.EndsWith(Metadata, StringComparison.Ordinal))
        {
            var authority = Address + path[..^Metadata.Length];
            await http.Response.WriteAsJsonAsync(new { issuer = Name ?? authority, jwks_uri = $"{authority}/keys" });
        }
        else
        {
            Fetches++;
            await http.Response.WriteAsJsonAsync(new { keys = Published.Select(JwkOf).ToList() });
        }
    }

    private Dictionary<string, object?> JwkOf(string name)
    {
        var open = (name == "second" ? NextKey : Key).ExportParameters(false);
        var jwk = new Dictionary<string, object?>
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["kid"] = name,
            ["n"] = Text.Base64Url(open.Modulus!),
            ["e"] = Text.Base64Url(open.Exponent!),
        };
        foreach (var (member, value) in KeyMembers) jwk[member] = value;
        return jwk;
    }
}
