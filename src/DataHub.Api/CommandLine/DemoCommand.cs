using System.CommandLine;
using DataHub.Demonstration;

namespace DataHub.Api.CommandLine;

/// <summary><c>datahub demo generate</c></summary>
internal static class DemoCommand
{
    public static Command Create()
    {
        var defaults = new DemoOptions { OutputDirectory = "." };
        var folder = new Option<string>("--out")
        {
            Description = "Folder for the files; made when missing.",
            HelpName = "DIR",
            Required = true,
        };
        var businesses = BusinessesOption();
        var seed = new Option<ulong>("--seed")
        {
            Description = "Another number gives other people and businesses.",
            HelpName = "S",
            DefaultValueFactory = _ => defaults.Seed,
        };
        var generate = new Command("generate", "Write the feeds of an invented province.") { folder, businesses, seed };
        generate.SetAction((parsed, cancellationToken) => GenerateAsync(
            defaults with
            {
                OutputDirectory = Path.GetFullPath(parsed.GetValue(folder)!),
                Businesses = parsed.GetValue(businesses) ?? defaults.Businesses,
                Seed = parsed.GetValue(seed),
            },
            parsed.InvocationConfiguration.Output,
            cancellationToken));
        return new Command("demo", "Demonstration data: invented people, real proportions.") { generate };
    }

    /// <summary><c>--businesses</c>; null when it is not given, which means the province's published count.</summary>
    public static Option<int?> BusinessesOption()
    {
        var option = new Option<int?>("--businesses")
        {
            Description = "Businesses that hold a NIB; else the published count.",
            HelpName = "N",
        };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() is < 0 or > DemoOptions.MostBusinesses)
                result.AddError($"--businesses takes 0 to {DemoOptions.MostBusinesses}.");
        });
        return option;
    }

    private static async Task<int> GenerateAsync(DemoOptions options, TextWriter output, CancellationToken cancellationToken)
    {
        await ProgressBoard.RunAsync(output, board => DemoData.GenerateAsync(options, board, cancellationToken));
        return 0;
    }
}
