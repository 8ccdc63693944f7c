using System.Globalization;
using System.Text;
using DataHub.Bench.Comparison.Figures;
using DataHub.Bench.Comparison.Servers;

namespace DataHub.Bench.Comparison;

/// <summary>What the ledger adds to an answer: the same build with it and without it, in one run.</summary>
internal sealed class LedgerCost(Comparisons figures, IReadOnlyList<string> systems)
{
    private const double CpuGoal = 0.06, MeanGoal = 1.12, MedianGoal = 1.5;
    private readonly StringBuilder text = new();

    /// <summary>A table for each build that was measured in both ways.</summary>
    public string Text()
    {
        foreach (var system in systems.Where(name => systems.Contains(name + HubServer.WithLedger))) Table(system);
        return text.ToString();
    }

    private void Table(string system)
    {
        var pairs = figures.Light.Select(query => (Query: query.Name, Off: figures.Of(system, query)!, On: figures.Of(system + HubServer.WithLedger, query)!))
            .ToList();
        Line($"**What the ledger costs {system}: with it less without it, ms**");
        Line("");
        Line($"| | {string.Join(" | ", pairs.Select(pair => pair.Query))} | mean | goal |");
        Line($"|---|{string.Concat(pairs.Select(_ => "---:|"))}---:|---:|");
        Differences("CPU of the server", pairs.ConvertAll(pair => pair.On.ServerCpu - pair.Off.ServerCpu), "");
        Differences("CPU of PostgreSQL", pairs.ConvertAll(pair => pair.On.PostgresCpu - pair.Off.PostgresCpu), "");
        Differences("CPU", pairs.ConvertAll(pair => pair.On.Cpu - pair.Off.Cpu), Number(CpuGoal));
        Differences("p50", pairs.ConvertAll(pair => pair.On.P50 - pair.Off.P50), Number(MedianGoal));
        Differences("p99", pairs.ConvertAll(pair => pair.On.P99 - pair.Off.P99), "");
        var ratios = pairs.ConvertAll(pair => pair.On.Cpu / pair.Off.Cpu);
        var mean = Math.Exp(ratios.Average(Math.Log));
        Line($"| CPU, times | {string.Join(" | ", ratios.Select(Number))} | {Number(mean)} | {Number(MeanGoal)} |");
        Line("");
    }

    private void Differences(string name, List<double> values, string goal) =>
        Line($"| {name} | {string.Join(" | ", values.Select(Number))} | {Number(values.Average())} | {goal} |");

    private static string Number(double number) => number.ToString("0.000", CultureInfo.InvariantCulture);

    private void Line(string line) => text.Append(line).Append('\n');
}
