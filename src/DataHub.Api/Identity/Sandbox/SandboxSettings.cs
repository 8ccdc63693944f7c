namespace DataHub.Api.Identity.Sandbox;

/// <summary>The sandbox issuer's settings, section <c>DataHub:Sandbox</c>.</summary>
/// <param name="Issuer">Claim <c>iss</c>. A name that resolves nowhere (RFC 2606) and is the same whatever the host's address.</param>
/// <param name="SigningKeyFile">PEM file with an RSA or EC P-256 private key; null for a key of its own.</param>
public sealed record SandboxSettings(string Issuer, string? SigningKeyFile)
{
    /// <summary>Claim <c>iss</c> unless <c>DataHub:Sandbox:Issuer</c> says otherwise.</summary>
    public const string DefaultIssuer = "https://sandbox.datahub.invalid";

    /// <summary>Claim <c>aud</c>.</summary>
    public const string Audience = "datahub";

    /// <summary>
    /// Null when the sandbox is off: outside the environments Development and Sandbox, or <c>DataHub:Sandbox:Enabled=false</c>. Refuses the
    /// start when it is asked for anywhere else: everybody knows its secrets.
    /// </summary>
    public static SandboxSettings? From(IConfiguration configuration, string environment)
    {
        var section = configuration.GetSection("DataHub:Sandbox");
        var isAllowed = environment is "Development" or "Sandbox";
        if (!isAllowed && (section.GetValue<bool>("Enabled") || section["SigningKeyFile"] is { Length: > 0 }))
        {
            throw new StartRefusedException(
                $"DataHub:Sandbox is set, but the sandbox issuer runs in the environments Development and Sandbox, not in {environment}.");
        }
        if (!isAllowed || !section.GetValue("Enabled", true)) return null;
        return new SandboxSettings(section["Issuer"] ?? DefaultIssuer, section["SigningKeyFile"]);
    }
}
