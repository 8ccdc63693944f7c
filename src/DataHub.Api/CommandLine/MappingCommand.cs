using System.CommandLine;
using DataHub.Feeds.Mapping;
using DataHub.Feeds.Mapping.Proposing;

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
        var propose = new Command("propose-mapping", "Write a first mapping of an agency's spreadsheet.") { file, feed, sheet, list, agency, target };
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

    private sealed record Place(string Data, string? Target, InvocationConfiguration Streams);

    private static async Task<int> ProposeAsync(string path, ProposalWish wish, Place place, CancellationToken cancellationToken)
    {
        if (!File.Exists(path)) throw new CommandException($"there is no file {path}");
        await using var database = await HubOpener.DatabaseAsync(place.Data, cancellationToken);
        var facts = await ReferenceFacts.ReadAsync(database.DataSource, cancellationToken);
        var proposal = await new MappingProposer(facts).ProposeAsync(path, wish, cancellationToken);
        var json = ProposalWriter.Write(proposal);
        if (place.Target is null) await place.Streams.Output.WriteAsync(json);
        else await File.WriteAllTextAsync(place.Target, json, cancellationToken);
        if (proposal.Mapping.Message is { } message) await place.Streams.Error.WriteLineAsync($"{Path.GetFileName(path)}: {message}");
        return 0;
    }
}
