using System.CommandLine;
using System.Globalization;
using DataHub.Registry.Reference;

namespace DataHub.Api.CommandLine;

/// <summary><c>datahub reference load</c></summary>
internal static class ReferenceCommand
{
    private static readonly Dictionary<string, ReferenceKind> Kinds = new(StringComparer.Ordinal)
    {
        ["regions"] = ReferenceKind.Regions,
        ["kbli"] = ReferenceKind.Kbli,
        ["kbli-concordance"] = ReferenceKind.KbliConcordance,
        ["lenders"] = ReferenceKind.Lenders,
    };

    public static Command Create(Option<string?> data)
    {
        var file = new Argument<string>("FILE") { Description = "The authority's file: CSV, XLSX or XLS." };
        var kind = new Option<string>("--kind") { Description = string.Join(", ", Kinds.Keys), Required = true };
        kind.AcceptOnlyFromAmong([.. Kinds.Keys]);
        var source = new Option<string>("--source") { Description = "The authority's paper in words.", Required = true };
        var version = new Option<string>("--version") { Description = "Version of the paper; of KBLI the edition, such as 2025; of a concordance 2020-2025.", Required = true };
        var load = new Command("load", "Load a full reference file: all of it or nothing; what the source has no more is retired.") { file, kind, source, version };
        load.SetAction((parsed, cancellationToken) => LoadAsync(
            new ReferenceWish(Kinds[parsed.GetValue(kind)!], parsed.GetValue(file)!, parsed.GetValue(source)!, parsed.GetValue(version)!),
            DataOption.Of(parsed, data), parsed.InvocationConfiguration.Output, cancellationToken));
        return new Command("reference", "Regions, KBLI and lenders as the authorities list them.") { load };
    }

    private static async Task<int> LoadAsync(ReferenceWish wish, string dataDirectory, TextWriter output,
        CancellationToken cancellationToken)
    {
        if (!File.Exists(wish.Path)) throw new CommandException($"there is no file {wish.Path}");
        await using var database = await HubOpener.DatabaseAsync(dataDirectory, cancellationToken);
        var report = await new ReferenceLoader(database.DataSource, TimeProvider.System).LoadAsync(wish, cancellationToken);
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{Path.GetFileName(wish.Path)}: {report.Rows:N0} rows, {report.Added:N0} added, {report.Changed:N0} changed, {report.Retired:N0} retired"));
        foreach (var example in report.Examples) await output.WriteLineAsync($"  {example}");
        return 0;
    }
}
