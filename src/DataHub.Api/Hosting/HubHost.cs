using DataHub.Api.Identity.Sandbox;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace DataHub.Api.Hosting;

/// <summary>Runs the web server until it is told to stop.</summary>
public static class HubHost
{
    /// <summary>
    /// Serves until <paramref name="cancellationToken"/>, Ctrl-C or SIGTERM. Throws <see cref="StartRefusedException"/> when the settings
    /// or the port do not allow it.
    /// </summary>
    public static async Task ServeAsync(ServerOptions options, HubServices hub, TextWriter output, CancellationToken cancellationToken)
    {
        await using var app = HubServer.Build(options, hub);
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (IOException exception) when (exception.InnerException is AddressInUseException)
        {
            throw new StartRefusedException($"Port {options.Port} is in use; name another one with --port.");
        }
        var hasSandbox = app.Services.GetService<SandboxIssuer>() is not null;
        await output.WriteLineAsync(StartBanner.Text(AddressOf(app), hasSandbox));
        await app.WaitForShutdownAsync(cancellationToken);
    }

    /// <summary>
    /// Environment of a run: the one named by ASPNETCORE_ENVIRONMENT or DOTNET_ENVIRONMENT, else Sandbox for the built-in database, else
    /// Production.
    /// </summary>
    public static string EnvironmentOf(bool hasBuiltInDatabase) =>
        Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT")
        ?? Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT")
        ?? (hasBuiltInDatabase ? "Sandbox" : "Production");

    /// <summary>Where a started server listens, <c>http://localhost:5080</c>.</summary>
    internal static string AddressOf(WebApplication app) =>
        app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First().TrimEnd('/');
}
