using System.Globalization;
using System.Text;
using DataHub.Bench.Comparison.Figures;
using DataHub.Bench.Comparison.Servers;

namespace DataHub.Bench.Comparison;

/// <summary>What the hub is meant to reach, and whether it does.</summary>
internal sealed class Goals(Comparisons figures, IReadOnlyList<string> systems, IReadOnlyList<MemoryFigures> memory)
{
    private const string Hub = HubServer.SystemName, Floor = FloorServer.SystemName;
    private static readonly string[] NotPeers = [Hub, Floor, HubServer.Before];
    private readonly StringBuilder text = new();

    /// <summary>Empty when nothing of it was measured.</summary>
    public string Text()
    {
        Line("**Goals**");
        Line("");
        Line("| | goal | measured | |");
        Line("|---|---:|---:|---|");
        Against("CPU × floor, geometric mean without Q5", 1.25, figures.Mean(Hub, Floor));
        Against($"CPU × floor, worst query{Named(Worst)}", 1.5, Worst?.Ratio);
        Against("Q5 from roll-ups × floor's exact scan", 0.02, OfQuery("Q5"));
        Against("Q5 exact × floor", 1.1, OfQuery("Q5 exact"));
        Against($"p99 × floor at 8 connections{Named(WorstTail)}", 1.5, WorstTail?.Ratio);
        foreach (var peer in systems.Except(NotPeers))
        {
            Against($"CPU × {peer}, geometric mean without Q5", 0.5, figures.Mean(Hub, peer));
            Against($"CPU × {peer}, worst query", 1, Worse(query => figures.Ratio(Hub, peer, query))?.Ratio);
        }
        Against("Memory under 64 connections, MB", 300, memory.FirstOrDefault(m => m.System == Hub)?.UnderLoad);
        Line("");
        return text.ToString();
    }

    private (string Query, double Ratio)? Worst => Worse(query => figures.Ratio(Hub, Floor, query));

    private (string Query, double Ratio)? WorstTail => Worse(query =>
        figures.Of(Hub, query) is { } hub && figures.Of(Floor, query) is { } floor ? hub.P99 / floor.P99 : null);

    private (string Query, double Ratio)? Worse(Func<BenchQuery, double?> ratio)
    {
        var all = figures.Light.Select(query => (query.Name, Ratio: ratio(query))).Where(pair => pair.Ratio is not null).ToList();
        return all.Count == 0 ? null : all.Select(pair => (pair.Name, pair.Ratio!.Value)).MaxBy(pair => pair.Value);
    }

    private static string Named((string Query, double Ratio)? worst) => worst is { } at ? $" ({at.Query})" : "";

    private double? OfQuery(string name) => figures.Query(name) is { } query ? figures.Ratio(Hub, Floor, query) : null;

    private void Against(string what, double goal, double? measured)
    {
        var form = measured < 0.1 ? "0.000" : measured < 10 ? "0.00" : "0";
        var value = measured?.ToString(form, CultureInfo.InvariantCulture) ?? "not measured";
        var verdict = measured is null ? "" : measured <= goal ? "reached" : "**missed**";
        Line($"| {what} | ≤ {goal.ToString(CultureInfo.InvariantCulture)} | {value} | {verdict} |");
    }

    private void Line(string line) => text.Append(line).Append('\n');
}
