using System.CommandLine;
using System.Globalization;
using System.Text;
using DataHub.Linkage.Store;
using DataHub.Shared.Secrets;

namespace DataHub.Api.CommandLine;

/// <summary><c>datahub linkage</c></summary>
internal static class LinkageCommand
{
    public static Command Create(Option<string?> data) =>
        new("linkage", "Which records are of one business, and of one person.") { Run(data), Export(data) };

    private static Command Run(Option<string?> data)
    {
        var full = new Option<bool>("--full") { Description = "Compare all records anew, also when none waits." };
        var run = new Command("run", "Find out whose the records are that no pass has seen yet.") { full };
        run.SetAction(async (parsed, cancellationToken) =>
        {
            var directory = DataOption.Of(parsed, data);
            await using var database = await HubOpener.DatabaseAsync(directory, cancellationToken);
            var pass = new LinkPass(database.DataSource, new Protector(HubOpener.Keys(directory)), TimeProvider.System);
            var output = parsed.InvocationConfiguration.Output;
            PassResult? result = null;
            await ProgressBoard.RunAsync(output, async board =>
            {
                var progress = new LinkingProgress(board);
                result = parsed.GetValue(full)
                    ? await pass.RunAsync(PassScope.All, progress, cancellationToken) : await pass.RunPendingAsync(progress, cancellationToken);
            });
            await output.WriteLineAsync(result is null ? "no record waits" : Describe(result));
            return 0;
        });
        return run;
    }

    private static Command Export(Option<string?> data)
    {
        var clusters = new Option<string>("--out") { Description = "File for the records and their clusters.", HelpName = "FILE", Required = true };
        var review = new Option<string?>("--review") { Description = "File for the pairs that wait for a person.", HelpName = "FILE" };
        var export = new Command("export", "Write what linking found as tables, as linkage-score reads them.") { clusters, review };
        export.SetAction(async (parsed, cancellationToken) =>
        {
            var directory = DataOption.Of(parsed, data);
            await using var database = await HubOpener.DatabaseAsync(directory, cancellationToken);
            var writing = new LinkExport(database.DataSource, new Protector(HubOpener.Keys(directory)), TimeProvider.System);
            var output = parsed.InvocationConfiguration.Output;
            var records = await WriteAsync(parsed.GetValue(clusters)!, file => writing.WriteClustersAsync(file, cancellationToken));
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{records:N0} records"));
            if (parsed.GetValue(review) is not { } path) return 0;
            var pairs = await WriteAsync(path, file => writing.WriteReviewAsync(file, cancellationToken));
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{pairs:N0} pairs wait for a person"));
            return 0;
        });
        return export;
    }

    private static async Task<int> WriteAsync(string path, Func<TextWriter, Task<int>> write)
    {
        await using var file = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" };
        return await write(file);
    }

    private static string Describe(PassResult result) => string.Create(
        CultureInfo.InvariantCulture,
        $"{result.Records:N0} records compared, {result.Pending:N0} of them new: {result.Businesses:N0} businesses, {result.Persons:N0} persons, ")
        + string.Create(
            CultureInfo.InvariantCulture,
            $"{result.Merged:N0} merged, {result.Split:N0} split, {result.Moved:N0} records moved, {result.ToReview:N0} pairs wait for a person");
}
