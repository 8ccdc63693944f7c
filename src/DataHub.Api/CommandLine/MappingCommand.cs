using System.CommandLine;
using System.Globalization;
using DataHub.Feeds;
using DataHub.Feeds.Loading;
using DataHub.Feeds.Mapping;
using DataHub.Feeds.Mapping.Proposing;
using DataHub.Shared.Secrets;

namespace DataHub.Api.CommandLine;

/// <summary><c>datahub feed propose-mapping</c></summary>
internal static class MappingCommand
{
    public static Command Create(Option<string?> data)
    {
        var file = new Argument<string>("FILE") { Description = "A spreadsheet: XLSX, XLS or CSV." };
        var feed = new Option<string>("--feed") { Description = "Feed to map onto.", DefaultValueFactory = _ => "DAFTAR" };
        var sheet = new Option<string?>("--sheet") { Description = "Sheet to look at; else the one that looks most like a list." };
        var list = new Option<string?>("--list") { Description = "Lasting name of the list; else made of the file's name." };
        var agency = new Option<string?>("--agency") { Description = "The agency whose list it is." };
        var target = new Option<string?>("--out") { Description = "File to write; else standard output." };
        var propose = new Command("propose-mapping", "Write a first mapping of an agency's spreadsheet.") { file, feed, sheet, list,
            agency, target };
        propose.SetAction((parsed, cancellationToken) => ProposeAsync(
            parsed.GetValue(file)!,
            new ProposalWish
            {
                Feed = parsed.GetValue(feed)!,
                Sheet = parsed.GetValue(sheet),
                List = parsed.GetValue(list),
                Agency = parsed.GetValue(agency),
            },
            new Place(DataOption.Of(parsed, data), parsed.GetValue(target), parsed.InvocationConfiguration),
            cancellationToken));
        return propose;
    }

    /// <summary>Loads sheets by a mapping: <c>datahub feed load --mapping</c>.</summary>
    public static async Task<int> LoadAsync(
        (IReadOnlyList<string> Paths, string Mapping, string? Sheet) wish, string dataDirectory, InvocationConfiguration streams,
        CancellationToken cancellationToken)
    {
        if (wish.Paths.FirstOrDefault(path => !File.Exists(path)) is { } missing) throw new CommandException($"there is no file {missing}");
        var mapping = await MappingFile.ReadAsync(wish.Mapping, cancellationToken);
        await using var database = await HubOpener.DatabaseAsync(dataDirectory, cancellationToken);
        var loader = new FeedLoader(database.DataSource, new Protector(HubOpener.Keys(dataDirectory)), TimeProvider.System);
        var failed = false;
        foreach (var path in wish.Paths)
        {
            try
            {
                MappedRunResult? loaded = null;
                await ProgressBoard.RunAsync(streams.Output, async board =>
                    loaded = await loader.LoadMappedAsync(path, mapping, wish.Sheet, new LoadProgress(board), cancellationToken));
                await streams.Output.WriteLineAsync(FeedCommand.Describe(loaded!.Run) + Describe(loaded.LeftOut));
                failed |= loaded.Run.Status != "DONE";
            }
            catch (FeedRefusedException refusal)
            {
                await streams.Error.WriteLineAsync($"{Path.GetFileName(path)}: refused: {refusal.Message}");
                failed = true;
            }
        }
        return failed ? 1 : 0;
    }

    private static string Describe(RowCounts leftOut)
    {
        var parts = new[]
        {
            (leftOut.Sums, "sums"), (leftOut.Sections, "titles of sections"), (leftOut.Headings, "headings"),
                (leftOut.Hidden, "hidden rows"),
        }.Where(part => part.Item1 > 0).Select(part => string.Create(CultureInfo.InvariantCulture, $"{part.Item1:N0} {part.Item2}"))
            .ToList();
        if (leftOut.EndedAt is { } line) parts.Add(string.Create(CultureInfo.InvariantCulture,
            $"everything from line {line} on, which ends the table"));
        return parts.Count == 0 ? "" : $"; left out: {string.Join(", ", parts)}";
    }

    private sealed record Place(string Data, string? Target, InvocationConfiguration Streams);

    private static async Task<int> ProposeAsync(string path, ProposalWish wish, Place place, CancellationToken cancellationToken)
    {
        if (!File.Exists(path)) throw new CommandException($"there is no file {path}");
        await using var database = await HubOpener.DatabaseAsync(place.Data, cancellationToken);
        var facts = await ReferenceFacts.ReadAsync(database.DataSource, cancellationToken);
        var proposal = await new MappingProposer(facts).ProposeAsync(path, wish, cancellationToken);
        var json = ProposalWriter.Write(proposal);
        if (place.Target is null) await place.Streams.Output.WriteAsync(json);
        else await WriteAsync(place, json, Describe(path, proposal), cancellationToken);
        if (proposal.Mapping.Message is { } message) await place.Streams.Error.WriteLineAsync($"{Path.GetFileName(path)}: {message}");
        return 0;
    }

    // Standard output is for mappings: whoever wants it elsewhere still hears of it.
    private static async Task WriteAsync(Place place, string json, string words, CancellationToken cancellationToken)
    {
        await File.WriteAllTextAsync(place.Target!, json, cancellationToken);
        await place.Streams.Error.WriteLineAsync($"{place.Target}: written: {words}");
    }

    private static string Describe(string path, MappingProposal proposal) => proposal.Mapping.Kind == MappingKind.Aggregate
        ? $"{Path.GetFileName(path)} cannot be loaded"
        : string.Create(
            CultureInfo.InvariantCulture,
            $"{proposal.Columns.Count} columns of {Path.GetFileName(path)} become fields of {proposal.Mapping.Feed.Name}, {proposal.Left.Count} are left aside");
}
