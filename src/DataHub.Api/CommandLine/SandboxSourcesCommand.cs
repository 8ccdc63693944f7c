using System.CommandLine;
using DataHub.Api.CommandLine.SandboxSources;
using DataHub.Api.Hosting;
using DataHub.Demonstration;

namespace DataHub.Api.CommandLine;

/// <summary><c>datahub sandbox-sources</c></summary>
internal static class SandboxSourcesCommand
{
    private const int DefaultPort = 5090;
    private const int MostBusinesses = 20_000;

    public static Command Create(Option<string?> data)
    {
        var port = new Option<int>("--port")
        {
            Description = "Port on the loopback address; 0 takes a free one.",
            HelpName = "PORT",
            DefaultValueFactory = _ => DefaultPort,
        };
        port.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 0 or > 65_535) result.AddError("--port takes 0 to 65535.");
        });
        var businesses = new Option<int>("--businesses")
        {
            Description = "Businesses that the sources know.",
            HelpName = "N",
            DefaultValueFactory = _ => 500,
        };
        businesses.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > MostBusinesses) result.AddError($"--businesses takes 1 to {MostBusinesses}.");
        });
        var command = new Command("sandbox-sources", "Serve invented sources (OSS, SIKP, a marketplace) that can be told to misbehave.")
        {
            port,
            businesses,
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            (parsed.GetValue(port), parsed.GetValue(businesses)), DataOption.Of(parsed, data), parsed.InvocationConfiguration.Output, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        (int Port, int Businesses) wish, string dataDirectory, TextWriter output, CancellationToken cancellationToken)
    {
        var (port, businesses) = wish;
        var environment = HubHost.EnvironmentOf(hasBuiltInDatabase: HubOpener.ServerOf(HubSettings.Of(dataDirectory)) is null);
        var data = await SandboxData.GenerateAsync(businesses, new DemoOptions { OutputDirectory = "." }.Seed, cancellationToken);
        await using var server = await SandboxServer.StartAsync(data, port, environment, cancellationToken);
        var address = server.Address.ToString().TrimEnd('/');
        await output.WriteLineAsync(
            $$"""
            Invented sources:
              {{address}}/oss          user key sandbox
              {{address}}/sikp         user sandbox, password sandbox
              {{address}}/marketplace  client sandbox, secret sandbox
              {{address}}/control      GET: how they stand; POST {"source": "sikp", "fault": "Slow", "times": 3}: misbehave
            """);
        await server.WaitAsync(cancellationToken);
        return 0;
    }
}
