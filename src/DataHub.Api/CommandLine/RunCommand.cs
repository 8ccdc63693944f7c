using System.CommandLine;
using DataHub.Api.Documents;
using DataHub.Api.Hosting;
using DataHub.Api.Http;
using DataHub.Api.Identity.Sandbox;
using DataHub.Api.Partners;
using DataHub.Api.Sources;
using DataHub.Audit;
using DataHub.Database;
using DataHub.Database.Walls;
using DataHub.Demonstration;
using DataHub.Feeds;
using DataHub.Feeds.Loading;
using DataHub.Feeds.Sources;
using DataHub.GraphQL.Types;
using DataHub.Planning;
using DataHub.Linkage.Runs;
using DataHub.Rights;
using DataHub.Shared.Secrets;
using DataHub.Shared.Secrets.Rotation;

namespace DataHub.Api.CommandLine;

/// <summary><c>datahub run</c></summary>
internal static class RunCommand
{
    private const int LastPort = 65_535;

    public static Command Create(Option<string?> data)
    {
        var port = new Option<int>("--port")
        {
            Description = "Port on the loopback addresses; 0 takes a free one.",
            HelpName = "PORT",
            DefaultValueFactory = _ => RunOptions.DefaultPort,
        };
        port.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 0 or > LastPort) result.AddError($"--port takes 0 to {LastPort}.");
        });
        var businesses = DemoCommand.BusinessesOption();
        var run = new Command("run", "Serve the hub; the first start loads demonstration data.") { port, businesses };
        run.SetAction((parsed, cancellationToken) => RunAsync(
            new RunOptions
            {
                Port = parsed.GetValue(port),
                DataDirectory = DataOption.Of(parsed, data),
                Businesses = parsed.GetValue(businesses),
                Output = parsed.InvocationConfiguration.Output,
            },
            cancellationToken));
        return run;
    }

    /// <summary>Opens the database, fills a new hub, and serves until it is told to stop; then leaves the database.</summary>
    public static async Task<int> RunAsync(RunOptions options, CancellationToken cancellationToken)
    {
        var settings = HubSettings.Of(options.DataDirectory);
        var sourceSettings = SourceCommand.Settings(settings);
        await using var database = await HubOpener.DatabaseAsync(options.DataDirectory, cancellationToken);
        var keys = HubOpener.Keys(options.DataDirectory);
        using var logging = LoggerFactory.Create(logging => logging.ConfigureLogging());
        var log = logging.CreateLogger<Hub>();
        var environment = HubHost.EnvironmentOf(hasBuiltInDatabase: HubOpener.ServerOf(settings) is null);
        var place = HubOpener.LedgerPlace(options.DataDirectory);
        await using var hub = HubFactory.Create(new HubParts(
            database.Working, keys, TimeProvider.System, (exception, field) => FailureLog.Write(log, LogLevel.Error, exception))
        {
            Listening = database.Listening,
            Upkeep = database.DataSource,
            Database = HubOpener.Database(settings),
            Reading = database.Reading,
            TellsPlansToAll = environment is "Development" or "Sandbox",
            Changes = HubOpener.Changes(settings),
            Ledger = new LedgerParts(database.Ledger, place)
            {
                Settings = LedgerConfiguration.Read(settings, environment, log),
                OnError = exception => FailureLog.Write(log, LogLevel.Error, exception),
            },
            Limits = LimitSettings.From(HubSettings.Of(options.DataDirectory, environment)),
            OnLimitWarning = excess => LimitSettings.Log(log, excess),
            OnAlarm = alarm => AlarmText.Log(log, alarm),
            IncrementalDelivery = EngineSettings.Read(settings).IncrementalDelivery,
        });
        if (await Wall.RaiseAsync(hub, database.DataSource, cancellationToken))
            log.LogInformation("The rights of consumers in PostgreSQL were changed to those of this contract.");
        await using var upkeep = await RightsUpkeep.StartAsync(
            database.DataSource,
            hub.Restrictions,
            new RightsUpkeepParts(
                TimeProvider.System,
                exception => FailureLog.Write(log, LogLevel.Warning, exception),
                new LedgerRotation(database.DataSource, place, TimeProvider.System)),
            cancellationToken);
        var scopes = ((EnumType)hub.Schema.Type("Scope")!).Values.Select(value => value.Name).ToList();
        await FillAsync(database, keys, options, cancellationToken);
        if (environment is "Development" or "Sandbox") await SandboxPartners.SeedAsync(hub.Partners.Changes, TimeProvider.System, cancellationToken);
        hub.Partners.Start();
        await using var linking = LinkUpkeep.Start(
            database.DataSource, new Protector(keys), TimeProvider.System, exception => FailureLog.Write(log, LogLevel.Warning, exception));
        await using var watch = await KeyWatch.StartAsync(
            database.DataSource, keys, TimeProvider.System, exception => FailureLog.Write(log, LogLevel.Warning, exception), cancellationToken);
        await using var feeds = FeedWatch.Start(
            database.DataSource, TimeProvider.System, exception => FailureLog.Write(log, LogLevel.Warning, exception));
        await using var sources = await SourceSchedule.StartAsync(
            sourceSettings, new SourceParts(database.DataSource, Loader(database, keys), TimeProvider.System), log, cancellationToken);
        var server = new ServerOptions
        {
            Port = options.Port,
            DataDirectory = options.DataDirectory,
            Environment = environment,
        };
        var services = new HubServices(database.DataSource, hub.Ids, new HubGraphQL(hub), scopes, hub.Budgets)
        {
            Documents = StoredDocument.Embedded(),
            Partners = hub.Partners,
        };
        await HubHost.ServeAsync(server, services, options.Output, cancellationToken);
        return 0;
    }

    private static FeedLoader Loader(HubDatabase database, HubKeys keys) => new(database.DataSource, new Protector(keys), TimeProvider.System);

    private static async Task FillAsync(HubDatabase database, HubKeys keys, RunOptions options, CancellationToken cancellationToken)
    {
        var loader = Loader(database, keys);
        await loader.CloseAbandonedRunsAsync(cancellationToken);
        // Records that a process had published and died before it linked them.
        await loader.Linking.RunPendingAsync(cancel: cancellationToken);
        // A server of the operator's is filled with invented people only when that is asked for.
        if (HubOpener.ServerOf(HubSettings.Of(options.DataDirectory)) is not null && options.Businesses is null) return;
        var demonstration = new DemoData(database.DataSource, loader, options.DataDirectory);
        var count = options.Businesses ?? new DemoOptions { OutputDirectory = "" }.Businesses;
        await demonstration.LoadOnceAsync(count, options.Output, cancellationToken);
    }
}
