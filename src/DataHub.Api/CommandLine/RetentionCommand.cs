using System.CommandLine;
using System.Globalization;
using DataHub.Audit;
using DataHub.Rights.Retention;

namespace DataHub.Api.CommandLine;

/// <summary><c>datahub retention run</c></summary>
internal static class RetentionCommand
{
    public static Command Create(Option<string?> data)
    {
        var trial = new Option<bool>("--dry-run") { Description = "Only count what would go." };
        var run = new Command("run", "Let go of data whose time is over; a running hub does so once a day.") { trial };
        run.SetAction((parsed, cancellationToken) => RunAsync(
            DataOption.Of(parsed, data), parsed.GetValue(trial), parsed.InvocationConfiguration.Output, cancellationToken));
        return new Command("retention", "How long data is kept.") { run };
    }

    private static async Task<int> RunAsync(string directory, bool isTrial, TextWriter output, CancellationToken cancellationToken)
    {
        await using var database = await HubOpener.DatabaseAsync(directory, cancellationToken);
        using var place = HubOpener.LedgerPlace(directory);
        var rotation = new LedgerRotation(database.DataSource, place, TimeProvider.System);
        var results = await new RetentionJob(database.DataSource, TimeProvider.System, rotation).RunAsync(isTrial, cancellationToken)
            ?? throw new CommandException("another process is at it");
        foreach (var result in results)
        {
            await output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"{result.Kind}: {result.Rows:N0} rows of {result.Table} {(isTrial ? "would go" : "are gone")}, {result.Held:N0} held"));
        }
        return 0;
    }
}
