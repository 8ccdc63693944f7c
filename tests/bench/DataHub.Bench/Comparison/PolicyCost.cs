using System.Globalization;
using System.Text;
using DataHub.Bench.Comparison.Figures;
using DataHub.Bench.Comparison.Servers;

namespace DataHub.Bench.Comparison;

/// <summary>What the contract's policy adds to an answer: the hub beside one that checks nothing, in one run.</summary>
internal sealed class PolicyCost(Comparisons figures)
{
    private const double Goal = 1.05;
    private readonly StringBuilder text = new();

    /// <summary>A table for each consumer, and the mean over all of them.</summary>
    public string Text()
    {
        foreach (var consumer in new[] { Consumer.Steward, Consumer.Bank, Consumer.Dashboard })
        {
            var queries = figures.Light.Where(query => query.Client == consumer.Client).ToList();
            if (queries.Count > 0) Table(consumer, queries);
        }
        var all = Mean(figures.Light);
        var verdict = all <= Goal ? "reached" : "**missed**";
        Line($"Policy, geometric mean over all consumers and queries: {Number(all)}, goal {Number(Goal)}, {verdict}.");
        Line("");
        return text.ToString();
    }

    private void Table(Consumer consumer, List<BenchQuery> queries)
    {
        Line($"**What policy costs a {consumer.Name}: CPU a request in ms, and the median of the rounds' ratios**");
        Line("");
        Line($"| | {string.Join(" | ", queries.Select(query => query.Question))} | geometric mean | goal |");
        Line($"|---|{string.Concat(queries.Select(_ => "---:|"))}---:|---:|");
        var parts = new (string, Func<Sample, double>)[] { ("server", s => s.ServerCpu), ("PostgreSQL", s => s.PostgresCpu) };
        foreach (var (part, of) in parts)
        {
            foreach (var (name, system) in new[] { ("with", HubServer.SystemName), ("without", HubServer.Unchecked) })
                Row($"{part}, {name}", queries.Select(query => Number(of(figures.Of(system, query)!))));
        }
        Row("**times**", queries.Select(query => Number(Median(query))), $"**{Number(Mean(queries))}**", Number(Goal));
        Row("least and largest", queries.Select(query => $"{Number(Ratios(query)[0])}–{Number(Ratios(query)[^1])}"));
        Line("");
    }

    private void Row(string name, IEnumerable<string> values, string mean = "", string goal = "") =>
        Line($"| {name} | {string.Join(" | ", values)} | {mean} | {goal} |");

    private IReadOnlyList<double> Ratios(BenchQuery query) => figures.Ratios(HubServer.SystemName, HubServer.Unchecked, query);

    private double Median(BenchQuery query) => Ratios(query) is var ratios && ratios.Count % 2 == 1
        ? ratios[ratios.Count / 2]
        : (ratios[(ratios.Count / 2) - 1] + ratios[ratios.Count / 2]) / 2;

    private double Mean(IEnumerable<BenchQuery> queries) => Math.Exp(queries.Average(query => Math.Log(Median(query))));

    private static string Number(double number) => number.ToString("0.000", CultureInfo.InvariantCulture);

    private void Line(string line) => text.Append(line).Append('\n');
}
