using DataHub.Api.Hosting;
using DataHub.Api.Identity.Keys;
using DataHub.Api.Identity.Proofs;
using DataHub.Api.Identity.Sandbox;
using DataHub.Partners;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;

namespace DataHub.Api.Identity;

/// <summary>Puts together what finds out who asks.</summary>
internal static class IdentitySetup
{
    /// <summary>
    /// Throws <see cref="StartRefusedException"/> when the settings do not allow a safe start. Without partners the settings alone say how tokens must be
    /// bound.
    /// </summary>
    public static void AddIdentity(this WebApplicationBuilder builder, ServerOptions options, PartnerDirectory? partners)
    {
        var settings = IdentitySettings.From(builder.Configuration);
        // A partner may be asked for certificates from one moment to the next, and Kestrel is told once.
        if (settings.UsesCertificates || partners is not null) builder.WebHost.ConfigureKestrel(AskForCertificates);
        var services = builder.Services;
        services.AddSingleton(settings);
        services.AddSingleton(new SenderConstraints(settings, partners));
        services.AddSingleton<DpopProofs>();
        services.AddSingleton<ClientCertificates>();
        services.AddSingleton<SenderProofs>();
        services.AddSingleton<OpenIdIssuers>();
        services.AddSingleton<TokenGrants>();
        services.AddSingleton<TokenValidator>();
        services.AddSingleton<CallerAuthentication>();
        if (SandboxSettings.From(builder.Configuration, options.Environment) is { } sandbox) services.AddSandbox(sandbox, options);
        services.AddSingleton(provider => new TokenIssuers(
            [.. provider.GetRequiredService<OpenIdIssuers>().All(), .. SandboxOf(provider)]));
    }

    private static void AddSandbox(this IServiceCollection services, SandboxSettings settings, ServerOptions options)
    {
        var key = settings.SigningKeyFile is { Length: > 0 } file
            ? SandboxSigningKey.Load(file)
            : SandboxSigningKey.LoadOrCreate(Path.Combine(options.DataDirectory, "keys", "sandbox-signing.pem"));
        services.AddSingleton(settings);
        services.AddSingleton(new SandboxIssuer(settings, key, TimeProvider.System));
        services.AddSingleton(ClientKeys.Load(settings.ClientKeyFiles));
        services.AddSingleton<ClientAssertions>();
        services.AddSingleton<ClientCredentials>();
        services.AddSingleton<NewTokenBinding>();
        services.AddSingleton<OwnerLookup>();
        services.AddSingleton<TokenEndpoint>();
        services.AddSingleton<DiscoveryEndpoints>();
    }

    private static IEnumerable<TokenIssuer> SandboxOf(IServiceProvider provider) =>
        provider.GetService<SandboxIssuer>() is { } sandbox ? [sandbox.AsTokenIssuer()] : [];

    // Who signed a client's certificate does not matter, nor whether there is one: a token that is bound to one names it (RFC 8705,
    // section 3).
    private static void AskForCertificates(KestrelServerOptions kestrel)
    {
        kestrel.ConfigureHttpsDefaults(https =>
        {
            https.ClientCertificateMode = ClientCertificateMode.AllowCertificate;
            https.AllowAnyClientCertificate();
        });
    }
}
