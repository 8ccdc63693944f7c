using System.CommandLine;
using System.Globalization;
using DataHub.Feeds;
using DataHub.Feeds.Quarantine;
using DataHub.Shared.Secrets;

namespace DataHub.Api.CommandLine;

/// <summary><c>datahub quarantine report</c></summary>
internal static class QuarantineCommand
{
    public static Command Create(Option<string?> data)
    {
        var feed = new Option<string>("--feed") { Description = "Feed whose open rows are told.", HelpName = "FEED", Required = true };
        var file = new Option<string>("--out") { Description = "File to write, for its owner's eyes.", HelpName = "FILE", Required = true };
        var report = new Command("report", "Write a feed's rows that could not be read, for its agency to correct and send back.")
        {
            feed,
            file,
        };
        report.SetAction((parsed, cancellationToken) => ReportAsync(
            parsed.GetValue(feed)!, Path.GetFullPath(parsed.GetValue(file)!),
            (DataOption.Of(parsed, data), parsed.InvocationConfiguration), cancellationToken));
        return new Command("quarantine", "Rows that could not be read.") { report };
    }

    private static async Task<int> ReportAsync(
        string feed, string path, (string DataDirectory, InvocationConfiguration Streams) run, CancellationToken cancellationToken)
    {
        var definition = FeedCatalogue.All.FirstOrDefault(known => known.Name.Equals(feed, StringComparison.OrdinalIgnoreCase))
            ?? throw new CommandException($"there is no feed {feed}: {string.Join(", ", FeedCatalogue.All.Select(known => known.Name))}");
        await using var database = await HubOpener.DatabaseAsync(run.DataDirectory, cancellationToken);
        var report = new QuarantineReport(database.DataSource, new Protector(HubOpener.Keys(run.DataDirectory)), TimeProvider.System);
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        // Rows as received hold what the law protects.
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await using var stream = new FileStream(path, options);
        var rows = await report.WriteAsync(definition, stream, cancellationToken);
        await run.Streams.Output.WriteLineAsync(
            string.Create(CultureInfo.InvariantCulture, $"{rows:N0} rows of {definition.Name} that could not be read: {path}"));
        return 0;
    }
}
