using System.CommandLine;
using System.Globalization;
using DataHub.Api.Hosting;
using DataHub.Feeds.Loading;
using DataHub.Feeds.Sources;
using DataHub.Shared.Secrets;

namespace DataHub.Api.CommandLine;

/// <summary><c>datahub source run</c></summary>
internal static class SourceCommand
{
    public static Command Create(Option<string?> data)
    {
        var name = new Argument<string>("NAME") { Description = $"A source of the settings {SourceConfiguration.Section}." };
        var nibs = new Option<string[]>("--nib")
        {
            Description = "OSS: ask for this NIB instead of those that are due; may be given several times.",
            HelpName = "NIB",
            Arity = ArgumentArity.OneOrMore,
            AllowMultipleArgumentsPerToken = true,
        };
        var run = new Command("run", "Read a source now, as its schedule would.") { name, nibs };
        run.SetAction((parsed, cancellationToken) => RunAsync(
            new Request(parsed.GetValue(name)!, parsed.GetValue(nibs) ?? [], DataOption.Of(parsed, data)),
            parsed.InvocationConfiguration, cancellationToken));
        return new Command("source", "Sources that are read over HTTP.") { run };
    }

    /// <summary>All sources of the settings; throws <see cref="CommandException"/> for what cannot be.</summary>
    public static IReadOnlyList<SourceSettings> Settings(IConfiguration settings)
    {
        try
        {
            var environment = HubHost.EnvironmentOf(hasBuiltInDatabase: HubOpener.ServerOf(settings) is null);
            return SourceConfiguration.Read(settings, environment);
        }
        catch (FormatException exception)
        {
            throw new CommandException(exception.Message);
        }
    }

    private static async Task<int> RunAsync(Request request, InvocationConfiguration streams, CancellationToken cancellationToken)
    {
        var settings = Settings(HubSettings.Of(request.DataDirectory));
        var source = settings.FirstOrDefault(one => one.Name.Equals(request.Name, StringComparison.OrdinalIgnoreCase))
            ?? throw new CommandException(settings.Count == 0
                ? $"the settings {SourceConfiguration.Section} name no source"
                : $"there is no source {request.Name}; the settings name {string.Join(", ", settings)}");
        if (request.Nibs.Count > 0 && source.Kind != SourceKind.Oss)
            throw new CommandException($"--nib is for sources of the kind {SourceKind.Oss}; {source} is of the kind {source.Kind}");
        await using var database = await HubOpener.DatabaseAsync(request.DataDirectory, cancellationToken);
        var loader = new FeedLoader(database.DataSource, new Protector(HubOpener.Keys(request.DataDirectory)), TimeProvider.System);
        using var runner = new SourceRunner(source, new SourceParts(database.DataSource, loader, TimeProvider.System));
        var result = await runner.RunAsync(request.Nibs, cancellationToken);
        foreach (var run in result.Runs) await streams.Output.WriteLineAsync(Describe(run));
        if (result.Skipped is not null) await streams.Output.WriteLineAsync($"{source}: skipped: {result.Skipped}");
        if (result.Failure is null) return 0;
        await streams.Error.WriteLineAsync($"{source}: failed: {result.Failure}");
        return 1;
    }

    private static string Describe(FeedRunResult run) => string.Create(
        CultureInfo.InvariantCulture,
        $"{run.FileName} ({run.Feed}): {run.Received:N0} records, {run.Created:N0} new, {run.Changed:N0} changed, ")
        + string.Create(CultureInfo.InvariantCulture, $"{run.Unchanged:N0} unchanged, {run.Quarantined:N0} quarantined");

    private sealed record Request(string Name, IReadOnlyList<string> Nibs, string DataDirectory);
}
