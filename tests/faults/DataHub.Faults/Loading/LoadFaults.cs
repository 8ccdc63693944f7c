using System.Globalization;

namespace DataHub.Faults.Loading;

/// <summary>
/// Breaks off loads of feed files, loads again, and compares what the hub then holds with a hub whose loads nobody disturbed. Half of the
/// faults come while an empty hub is filled, half while a second delivery changes it. For six loaders that are killed, PostgreSQL is killed
/// once.
/// </summary>
internal sealed class LoadFaults
{
    private const int UsualRounds = 30;
    private const int LoadersForOneServer = 6;
    private readonly FaultOptions options;
    private readonly TextWriter output;
    private readonly Deliveries deliveries;
    private readonly Random dice;

    private LoadFaults(FaultOptions options, TextWriter output, Deliveries deliveries) =>
        (this.options, this.output, this.deliveries, dice) = (options, output, deliveries, new Random(options.Seed));

    /// <summary>All that went wrong, one line each.</summary>
    public static async Task<IReadOnlyList<string>> RunAsync(FaultOptions options, TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("datahub-deliveries-").FullName;
        try
        {
            return await new LoadFaults(options, output, Deliveries.Write(folder, options.Businesses, options.Seed)).RunAsync();
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private async Task<List<string>> RunAsync()
    {
        var complaints = new List<string>();
        await using var undisturbed = await LoadStage.OpenAsync(options.Hub, keys: null);
        var (first, second) = (await undisturbed.LoadWholeAsync(deliveries.First), await undisturbed.LoadWholeAsync(deliveries.Second));
        var expected = await undisturbed.ReadAsync();
        await SayAsync($"undisturbed: {first.TotalSeconds:0.0} s and {second.TotalSeconds:0.0} s, {expected.Rows} rows");
        var rounds = options.Rounds ?? UsualRounds;
        for (var round = 1; round <= rounds + (rounds + LoadersForOneServer - 1) / LoadersForOneServer; round++)
        {
            var plan = new LoadFault(round, IsServer: round > rounds, IsSecond: round % 2 == 0);
            var wrong = await BreakAsync(plan, plan.IsSecond ? second : first, expected, undisturbed.KeyFile);
            foreach (var line in wrong) await SayAsync($"  {line}");
            complaints.AddRange(wrong);
        }

        return complaints;
    }

    private readonly record struct LoadFault(int Round, bool IsServer, bool IsSecond)
    {
        public string What => $"{(IsServer ? "PostgreSQL" : "the loader")} killed in the {(IsSecond ? "second" : "first")} delivery";
    }

    private async Task<List<string>> BreakAsync(LoadFault fault, TimeSpan usual, HubState expected, string keys)
    {
        await using var stage = await LoadStage.OpenAsync(options.Hub, keys);
        if (fault.IsSecond) await stage.LoadWholeAsync(deliveries.First);
        var (before, _) = await stage.RunsAsync();
        var after = usual * (0.15 + 0.85 * dice.NextDouble());
        var hit = await DisturbAsync(stage, fault, after);
        var (done, _) = await stage.RunsAsync();
        if (!fault.IsSecond) await stage.LoadWholeAsync(deliveries.First);
        await stage.LoadWholeAsync(deliveries.Second);
        var wrong = (await stage.ReadAsync()).DifferencesFrom(expected).ToList();
        var (_, running) = await stage.RunsAsync();
        if (running > 0) wrong.Add($"{running} runs are said to be under way");
        var verdict = (hit ? "" : "too late, ") + (wrong.Count == 0 ? "the same" : "NOT THE SAME");
        await SayAsync($"round {fault.Round}, {fault.What} after {after.TotalSeconds:0.00} s, {done - before} files in: {verdict}");
        return wrong;
    }

    /// <summary>False when the load had ended before its time was over.</summary>
    private async Task<bool> DisturbAsync(LoadStage stage, LoadFault fault, TimeSpan after)
    {
        using var loader = stage.Load(fault.IsSecond ? deliveries.Second : deliveries.First);
        if (await loader.EndsWithinAsync(after)) return false;
        if (!fault.IsServer)
        {
            await loader.KillAsync();
            return true;
        }

        await stage.KillServerAsync();
        // It may have started another server and gone on, or have given up.
        await loader.EndAsync();
        return true;
    }

    private Task SayAsync(FormattableString text) => output.WriteLineAsync(text.ToString(CultureInfo.InvariantCulture));
}
