using System.CommandLine;
using System.Globalization;
using DataHub.Feeds;
using DataHub.Feeds.Loading;
using DataHub.Shared.Secrets;

namespace DataHub.Api.CommandLine;

/// <summary><c>datahub feed load</c></summary>
internal static class FeedCommand
{
    public static Command Create(Option<string?> data)
    {
        var files = new Argument<string[]>("FILE") { Description = "Feed files, or folders of them.", Arity = ArgumentArity.OneOrMore };
        var full = Flag("--full", "The files hold all that their sources have: what they leave out is marked as vanished.");
        var delta = Flag("--delta", "The files hold new and changed rows only, whatever is set for their feeds.");
        var mapping = new Option<string?>("--mapping")
        {
            Description = "The files are an agency's spreadsheets (XLSX, XLS, CSV), and this file says what their columns are.",
            HelpName = "JSON",
        };
        var sheet = new Option<string?>("--sheet") { Description = "With --mapping: the sheet to load; else the one that the mapping names." };
        var load = new Command("load", "Load feed files; the same file twice changes nothing.") { files, full, delta, mapping, sheet };
        load.Validators.Add(result =>
        {
            if (result.GetValue(full) && result.GetValue(delta)) result.AddError("--full and --delta exclude one another.");
            // A feed of lists holds those of many agencies: what one leaves out is not gone.
            if (result.GetValue(full) && result.GetValue(mapping) is not null) result.AddError("--full and --mapping exclude one another.");
            if (result.GetValue(sheet) is not null && result.GetValue(mapping) is null) result.AddError("--sheet goes with --mapping.");
        });
        load.SetAction((parsed, cancellationToken) => parsed.GetValue(mapping) is { } map
            ? MappingCommand.LoadAsync(
                (parsed.GetValue(files)!, map, parsed.GetValue(sheet)), DataOption.Of(parsed, data), parsed.InvocationConfiguration, cancellationToken)
            : LoadAsync(
            (parsed.GetValue(files)!, new LoadOptions { IsFull = parsed.GetValue(full) ? true : parsed.GetValue(delta) ? false : null }),
            DataOption.Of(parsed, data), parsed.InvocationConfiguration, cancellationToken));
        return new Command("feed", "What the sources send.") { load, MappingCommand.Create(data) };
    }

    private static Option<bool> Flag(string name, string description) => new(name) { Description = description, Arity = ArgumentArity.Zero };

    private static async Task<int> LoadAsync(
        (IReadOnlyList<string> Paths, LoadOptions Options) delivery, string dataDirectory, InvocationConfiguration streams,
        CancellationToken cancellationToken)
    {
        var (paths, options) = delivery;
        if (paths.FirstOrDefault(path => !File.Exists(path) && !Directory.Exists(path)) is { } missing)
            throw new CommandException($"there is no file {missing}");
        await using var database = await HubOpener.DatabaseAsync(dataDirectory, cancellationToken);
        var loader = new FeedLoader(database.DataSource, new Protector(HubOpener.Keys(dataDirectory)), TimeProvider.System);
        var results = new List<FeedFileResult>();
        await ProgressBoard.RunAsync(streams.Output, async board =>
        {
            loader.LinkingProgress = new LinkingProgress(board);
            results.AddRange(await loader.LoadFilesAsync(paths.SelectMany(FilesOf), new LoadProgress(board), options, cancellationToken));
        });
        foreach (var result in results)
        {
            if (result.Run is { } run) await streams.Output.WriteLineAsync(Describe(run));
            else await streams.Error.WriteLineAsync($"{result.FileName}: refused: {result.Refusal}");
        }

        return results.All(result => result.Run is { Status: "DONE" }) ? 0 : 1;
    }

    private static IEnumerable<string> FilesOf(string path) =>
        Directory.Exists(path) ? Directory.EnumerateFiles(path, "*.csv").Order(StringComparer.Ordinal) : [path];

    internal static string Describe(FeedRunResult run)
    {
        if (run.Status == "HELD") return $"{run.FileName} ({run.Feed}): held, nothing of it is published: {run.Failure}";
        var counts = string.Create(
            CultureInfo.InvariantCulture,
            $"{run.FileName} ({run.Feed}): {run.Received:N0} rows, {run.Created:N0} new, {run.Changed:N0} changed, "
            + $"{run.Unchanged:N0} unchanged, {run.Quarantined:N0} quarantined, {run.Damaged:N0} with a damaged identifier, "
            + $"{run.Unlinked:N0} not yet linked");
        if (run.Decided > 0) counts += string.Create(CultureInfo.InvariantCulture, $", {run.Decided:N0} broken and decided on before");
        if (run.Vanished > 0) counts += string.Create(CultureInfo.InvariantCulture, $", {run.Vanished:N0} vanished");
        return run.Returned > 0 ? counts + string.Create(CultureInfo.InvariantCulture, $", {run.Returned:N0} back again") : counts;
    }
}
