using System.CommandLine;
using DataHub.Demonstration;

namespace DataHub.Api.CommandLine;

/// <summary><c>datahub demo generate</c></summary>
internal static class DemoCommand
{
    public static Command Create()
    {
        var defaults = new DemoOptions { OutputDirectory = "." };
        var folder = new Option<string>("--out") { Description = "Folder for the files; made when missing.", HelpName = "DIR", Required = true };
        var businesses = BusinessesOption(defaults.Businesses);
        var seed = new Option<ulong>("--seed")
        {
            Description = "Another number gives other people and businesses.", HelpName = "S", DefaultValueFactory = _ => defaults.Seed,
        };
        var generate = new Command("generate", "Write the feeds of an invented province.") { folder, businesses, seed };
        generate.SetAction((parsed, cancellationToken) => GenerateAsync(
            defaults with
            {
                OutputDirectory = Path.GetFullPath(parsed.GetValue(folder)!),
                Businesses = parsed.GetValue(businesses),
                Seed = parsed.GetValue(seed),
            },
            parsed.InvocationConfiguration.Output,
            cancellationToken));
        return new Command("demo", "Demonstration data: invented people, real proportions.") { generate };
    }

    /// <summary><c>--businesses</c>, as of the generator.</summary>
    public static Option<int> BusinessesOption(int otherwise)
    {
        var option = new Option<int>("--businesses")
        {
            Description = "Businesses that hold a NIB.", HelpName = "N", DefaultValueFactory = _ => otherwise,
        };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 0 or > DemoOptions.MostBusinesses)
                result.AddError($"--businesses takes 0 to {DemoOptions.MostBusinesses}.");
        });
        return option;
    }

    /// <summary>Writes the feeds and shows how far they are.</summary>
    public static async Task<int> GenerateAsync(DemoOptions options, TextWriter output, CancellationToken cancellationToken)
    {
        await ProgressBoard.RunAsync(output, board => Task.Run(
            () => DemoGenerator.Generate(options, new BoardProgress(board), cancellationToken), cancellationToken));
        return 0;
    }

    // Progress<T> would report from the thread pool, out of order.
    private sealed class BoardProgress(ProgressBoard board) : IProgress<DemoProgress>
    {
        public void Report(DemoProgress value) => board.Report(value.File, value.RowsWritten, value.RowsTotal);
    }
}
