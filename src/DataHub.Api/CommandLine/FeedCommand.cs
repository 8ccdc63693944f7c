using System.CommandLine;
using System.Globalization;
using DataHub.Feeds;
using DataHub.Feeds.Loading;
using DataHub.Feeds.Mapping;
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
            if (result.GetValue(sheet) is not null && result.GetValue(mapping) is null) result.AddError("--sheet goes with --mapping.");
        });
        load.SetAction((parsed, cancellationToken) => LoadAsync(
            new LoadWish(parsed.GetValue(files)!, parsed.GetValue(mapping), parsed.GetValue(sheet))
            {
                Options = new LoadOptions { IsFull = parsed.GetValue(full) ? true : parsed.GetValue(delta) ? false : null },
            },
            DataOption.Of(parsed, data), parsed.InvocationConfiguration, cancellationToken));
        return new Command("feed", "What the sources send.") { load, MappingCommand.Create(data) };
    }

    private static Option<bool> Flag(string name, string description) => new(name) { Description = description, Arity = ArgumentArity.Zero };

    private sealed record LoadWish(IReadOnlyList<string> Paths, string? Mapping, string? Sheet)
    {
        public required LoadOptions Options { get; init; }
    }

    private static async Task<int> LoadAsync(
        LoadWish wish, string dataDirectory, InvocationConfiguration streams, CancellationToken cancellationToken)
    {
        if (wish.Paths.FirstOrDefault(path => !File.Exists(path) && (wish.Mapping is not null || !Directory.Exists(path))) is { } missing)
            throw new CommandException($"there is no file {missing}");
        var mapping = wish.Mapping is null ? null : await MappingFile.ReadAsync(wish.Mapping, cancellationToken);
        await using var database = await HubOpener.DatabaseAsync(dataDirectory, cancellationToken);
        var loader = new FeedLoader(database.DataSource, new Protector(HubOpener.Keys(dataDirectory)), TimeProvider.System);
        var results = new List<FeedFileResult>();
        await ProgressBoard.RunAsync(streams.Output, async board =>
        {
            loader.LinkingProgress = new LinkingProgress(board);
            var progress = new LoadProgress(board);
            if (mapping is null)
                results.AddRange(await loader.LoadFilesAsync(wish.Paths.SelectMany(FilesOf), progress, cancellationToken, wish.Options));
            else
                foreach (var path in wish.Paths) results.Add(await LoadMappedAsync(loader, path, (mapping, wish.Sheet), progress, cancellationToken));
        });
        foreach (var result in results)
        {
            if (result.Run is { } run) await streams.Output.WriteLineAsync(Describe(run) + Describe(result.LeftOut));
            else await streams.Error.WriteLineAsync($"{result.FileName}: refused: {result.Refusal}");
        }

        return results.All(result => result.Run is { Status: "DONE" }) ? 0 : 1;
    }

    private static IEnumerable<string> FilesOf(string path) =>
        Directory.Exists(path) ? Directory.EnumerateFiles(path, "*.csv").Order(StringComparer.Ordinal) : [path];

    private static async Task<FeedFileResult> LoadMappedAsync(
        FeedLoader loader, string path, (FeedMapping Mapping, string? Sheet) how, LoadProgress progress, CancellationToken cancellationToken)
    {
        try
        {
            var loaded = await loader.LoadMappedAsync(path, how.Mapping, how.Sheet, progress, cancellationToken);
            return new FeedFileResult(Path.GetFileName(path), loaded.Run, null) { LeftOut = loaded.LeftOut };
        }
        catch (FeedRefusedException refusal)
        {
            return new FeedFileResult(Path.GetFileName(path), null, refusal.Message);
        }
    }

    private static string Describe(RowCounts? leftOut)
    {
        if (leftOut is null) return "";
        var parts = new[]
        {
            (leftOut.Sums, "sums"), (leftOut.Sections, "titles of sections"), (leftOut.Headings, "headings"), (leftOut.Hidden, "hidden rows"),
        }.Where(part => part.Item1 > 0).Select(part => string.Create(CultureInfo.InvariantCulture, $"{part.Item1:N0} {part.Item2}")).ToList();
        if (leftOut.EndedAt is { } line) parts.Add(string.Create(CultureInfo.InvariantCulture, $"everything from line {line} on, which ends the table"));
        return parts.Count == 0 ? "" : $"; left out: {string.Join(", ", parts)}";
    }

    private static string Describe(FeedRunResult run)
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
