using System.Globalization;
using DataHub.Api.Identity.Keys;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace DataHub.Api.Identity.Sandbox;

/// <summary>Makes tokens of the shape that outside issuers give, so that nothing else in the hub knows of the sandbox.</summary>
public sealed class SandboxIssuer(SandboxSettings settings, SandboxSigningKey key, TimeProvider clock)
{
    /// <summary>How long its tokens live.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    private static readonly JsonWebTokenHandler Handler = new() { SetDefaultTimesOnTokenCreation = false };

    public SandboxSettings Settings => settings;

    public SandboxSigningKey Key => key;

    /// <summary>As one of the hub's issuers. It has one key, so a token that names none is still checked against the right one.</summary>
    public TokenIssuer AsTokenIssuer() => new(
        [settings.Issuer],
        [SandboxSettings.Audience],
        (keyId, _, _) => new ValueTask<VerificationKey?>(keyId is null || keyId == key.PublicKey.KeyId ? key.Verifying : null));

    /// <summary>A signed token.</summary>
    /// <param name="client">Whom it is for.</param>
    /// <param name="scopes">Some or all of the client's scopes.</param>
    /// <param name="person">The hub's id of the person it stands for; null for other clients than owners.</param>
    /// <param name="binding">What its holder has to prove; null for a token that is enough by itself.</param>
    public string Issue(SandboxClient client, IEnumerable<string> scopes, string? person, TokenBinding? binding = null)
    {
        var now = clock.GetUtcNow().ToUnixTimeSeconds();
        var claims = new Dictionary<string, object>
        {
            ["iss"] = settings.Issuer,
            ["aud"] = SandboxSettings.Audience,
            ["sub"] = person ?? client.Id,
            ["azp"] = client.Id,
            ["scp"] = string.Join(' ', scopes),
            ["iat"] = now,
            ["nbf"] = now,
            ["exp"] = now + (long)Lifetime.TotalSeconds,
            ["jti"] = Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture),
        };
        if (client.Organisation is { } organisation) claims["org"] = organisation;
        if (person is not null) claims["person"] = person;
        if (binding is not null) claims["cnf"] = Confirmation(binding);
        return Handler.CreateToken(new SecurityTokenDescriptor
        {
            Claims = claims,
            SigningCredentials = key.Credentials,
            TokenType = "at+jwt",
        });
    }

    private static Dictionary<string, object> Confirmation(TokenBinding binding)
    {
        var members = new Dictionary<string, object>();
        if (binding.Certificate is { } certificate) members["x5t#S256"] = certificate;
        if (binding.Key is { } proofKey) members["jkt"] = proofKey;
        return members;
    }
}
