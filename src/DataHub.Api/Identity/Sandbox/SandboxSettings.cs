using System.Net;

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

    /// <summary>Files with the public keys of clients that sign their requests for tokens, by the client's id.</summary>
    public IReadOnlyDictionary<string, string> ClientKeyFiles { get; private init; } = new Dictionary<string, string>();

    /// <summary>
    /// Null when the sandbox is off: outside the environments Development and Sandbox, or <c>DataHub:Sandbox:Enabled=false</c>. Refuses the
    /// start when it is asked for anywhere else, or would be within reach of other machines unasked: everybody knows its secrets.
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
        if (!section.GetValue<bool>("AllowPublicAddress") && Addresses(configuration).FirstOrDefault(a => !IsLoopback(a)) is { } open)
        {
            throw new StartRefusedException(
                $"The sandbox issuer gives tokens to everybody who knows its published secrets, and {open} can be reached by other "
                + "machines. Listen on http://localhost:5080, or switch the sandbox off with DataHub__Sandbox__Enabled=false, or, when all "
                + "that can reach the address may have every token (a container whose port is published on 127.0.0.1 only, a test "
                + "network), set DataHub__Sandbox__AllowPublicAddress=true.");
        }
        return new SandboxSettings(section["Issuer"] ?? DefaultIssuer, section["SigningKeyFile"])
        {
            ClientKeyFiles = section.GetSection("ClientKeys").GetChildren()
                .ToDictionary(client => client.Key, client => client.Value ?? "", StringComparer.Ordinal),
        };
    }

    // Where Kestrel is told to listen; the host itself listens on the loopback addresses when ASPNETCORE_URLS says nothing, whatever
    // ASPNETCORE_HTTP_PORTS says.
    private static IEnumerable<string> Addresses(IConfiguration configuration) =>
        (configuration["urls"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Concat(configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(endpoint => endpoint["Url"]).OfType<string>());

    // Kestrel takes every host that is no address for all addresses of the machine.
    private static bool IsLoopback(string url)
    {
        BindingAddress address;
        try
        {
            address = BindingAddress.Parse(url);
        }
        catch (FormatException)
        {
            throw new StartRefusedException($"\"{url}\" is no address to listen on, as http://localhost:5080 is.");
        }
        if (address.IsUnixPipe || address.IsNamedPipe) return true;
        return address.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(address.Host, out var ip) && IPAddress.IsLoopback(ip));
    }
}
