using System.Globalization;
using DataHub.Testing;
using DataHub.Testing.Linkage.Labelled;

namespace DataHub.Linkage.Bench;

internal static class Commands
{
    private const string Help =
        """
        usage: DataHub.Linkage.Bench COMMAND

          generate --out DIR [--businesses N] [--seed S] [--noise 1.0] [--missing 1.0] [--dialects DIR]
              write five feeds with truth.csv and cases.csv; noise and missing scale how often something is wrong or empty
          run --data DIR [--out FILE] [--villages yes] [--shuffle SEED]
              link a labelled folder with the linker alone and print the figures; shuffle tries another order of the records
          hub --data DIR --hub FILE
              load a labelled folder by the hub's own commands (FILE is DataHub.Api.dll), cold, and print figures, time and memory
          score --data DIR --clusters FILE [--review FILE] [--before FILE]
              compare clusters.csv, as "datahub linkage export" writes it, with the truth of a labelled folder
        """;

    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error)
    {
        try
        {
            return args switch
            {
                ["generate", .. var rest] => Generate(new Arguments(rest), output),
                ["hub", .. var rest] => await HubCommand.RunAsync(new Arguments(rest), output),
                ["run", .. var rest] => RunCommand.Run(new Arguments(rest), output),
                ["score", .. var rest] => ScoreCommand.Run(new Arguments(rest), output),
                _ => Tell(error, Help),
            };
        }
        catch (ArgumentException wrong)
        {
            return Tell(error, wrong.Message);
        }
    }

    private static int Generate(Arguments arguments, TextWriter output)
    {
        var villages = SharedData.Find() is null ? null : SharedData.PathOf("areas_lampung.csv");
        var (businesses, seed) = (arguments.Whole("businesses", 2000), (ulong)arguments.Whole("seed", 1));
        var options = new LabelledOptions(businesses, seed, arguments.Number("noise", 1), arguments.Number("missing", 1), villages);
        var set = LabelledSet.Generate(options);
        LabelledFiles.Write(set, arguments.Text("out"));
        if (arguments.Find("dialects") is { } folder) LabelledFiles.WriteDialects(set, folder);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{set.Rows.Count} records of {options.Businesses} businesses"));
        return 0;
    }

    private static int Tell(TextWriter error, string message)
    {
        error.WriteLine(message);
        return 2;
    }
}
