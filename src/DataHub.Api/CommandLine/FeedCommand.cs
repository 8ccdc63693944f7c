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
        var mapping = new Option<string?>("--mapping")
        {
            Description = "The files are an agency's spreadsheets (XLSX, XLS, CSV), and this file says what their columns are.",
            HelpName = "JSON",
        };
        var sheet = new Option<string?>("--sheet") { Description = "With --mapping: the sheet to load; else the one that the mapping names." };
        var load = new Command("load", "Load feed files; the same file twice changes nothing.") { files, mapping, sheet };
        load.SetAction((parsed, cancellationToken) => LoadAsync(
            new LoadWish(parsed.GetValue(files)!, parsed.GetValue(mapping), parsed.GetValue(sheet)),
            DataOption.Of(parsed, data), parsed.InvocationConfiguration, cancellationToken));
        return new Command("feed", "What the sources send.") { load, MappingCommand.Create(data) };
    }

    private sealed record LoadWish(IReadOnlyList<string> Paths, string? Mapping, string? Sheet);

    private static async Task<int> LoadAsync(
        LoadWish wish, string dataDirectory, InvocationConfiguration streams, CancellationToken cancellationToken)
    {
        if (wish.Paths.FirstOrDefault(path => !File.Exists(path) && (wish.Mapping is not null || !Directory.Exists(path))) is { } missing)
            throw new CommandException($"there is no file {missing}");
        if (wish is { Sheet: not null, Mapping: null }) throw new CommandException("--sheet goes with --mapping");
        var mapping = wish.Mapping is null ? null : await MappingFile.ReadAsync(wish.Mapping, cancellationToken);
        await using var database = await HubOpener.DatabaseAsync(dataDirectory, cancellationToken);
        var loader = new FeedLoader(database.DataSource, new Protector(HubOpener.Keys(dataDirectory)), TimeProvider.System);
        var results = new List<FeedFileResult>();
        await ProgressBoard.RunAsync(streams.Output, async board =>
        {
            foreach (var path in wish.Paths)
            {
                results.AddRange(mapping is null
                    ? await LoadAsync(loader, path, new LoadProgress(board), cancellationToken)
                    : [await LoadMappedAsync(loader, path, (mapping, wish.Sheet), new LoadProgress(board), cancellationToken)]);
            }
        });
        foreach (var result in results)
        {
            if (result.Run is { } run) await streams.Output.WriteLineAsync(Describe(run) + Describe(result.LeftOut));
            else await streams.Error.WriteLineAsync($"{result.FileName}: refused: {result.Refusal}");
        }

        return results.All(result => result.Run is not null) ? 0 : 1;
    }

    private static async Task<IReadOnlyList<FeedFileResult>> LoadAsync(
        FeedLoader loader, string path, LoadProgress progress, CancellationToken cancellationToken)
    {
        if (Directory.Exists(path)) return await loader.LoadAllAsync(path, progress, cancellationToken);
        try
        {
            return [new FeedFileResult(Path.GetFileName(path), await loader.LoadAsync(path, progress, cancellationToken), null)];
        }
        catch (FeedRefusedException refusal)
        {
            return [new FeedFileResult(Path.GetFileName(path), null, refusal.Message)];
        }
    }

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

    private static string Describe(FeedRunResult run) => string.Create(
        CultureInfo.InvariantCulture,
        $"{run.FileName} ({run.Feed}): {run.Received:N0} rows, {run.Created:N0} new, {run.Changed:N0} changed, "
        + $"{run.Unchanged:N0} unchanged, ")
        + string.Create(
            CultureInfo.InvariantCulture,
            $"{run.Quarantined:N0} quarantined, {run.Damaged:N0} with a damaged identifier, {run.Unlinked:N0} not yet linked");
}
