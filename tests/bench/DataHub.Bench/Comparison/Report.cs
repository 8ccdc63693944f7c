using System.Globalization;
using System.Text;
using DataHub.Bench.Comparison.Figures;
using DataHub.Bench.Comparison.Servers;

namespace DataHub.Bench.Comparison;

/// <summary>The tables of a run, in Markdown.</summary>
internal sealed class Report(BenchOptions options, IReadOnlyList<BenchQuery> queries, IReadOnlyList<string> systems, Results results)
{
    private readonly StringBuilder text = new();

    /// <summary>Connections of the figures that count.</summary>
    public required int Main { get; init; }

    /// <summary>Rows of a page of Q7.</summary>
    public required int PageSize { get; init; }

    public required IReadOnlyList<MemoryFigures> Memory { get; init; }

    public required long Businesses { get; init; }

    public required string Postgres { get; init; }

    private Comparisons Comparisons => new(results, queries, Main);

    public string Text()
    {
        Head();
        Table($"CPU a request, ms: server + PostgreSQL, {Main} connections (Q5: 1)", Cpu, Mean);
        foreach (var connections in options.Connections) Latencies(connections);
        Table("Bytes allocated a request", (system, query) => Bytes(At(system, query)?.Allocated), null);
        Table("Bytes of an answer", (system, query) => Bytes(At(system, query)?.AnswerBytes), null);
        MemoryTable();
        if (options.Ledger) text.Append(new LedgerCost(Comparisons, systems).Text());
        else if (options.Policy) text.Append(new PolicyCost(Comparisons).Text());
        else if (options.Queries is null) text.Append(new Goals(Comparisons, systems, Memory).Text());
        return text.ToString();
    }

    private void Head()
    {
        var load = File.ReadAllText("/proc/loadavg").Split(' ')[0];
        text.Append(CultureInfo.InvariantCulture, $"{TimeProvider.System.GetUtcNow():yyyy-MM-dd HH:mm} UTC, ");
        text.Append(CultureInfo.InvariantCulture, $"{Environment.ProcessorCount} cores ({Processor()}), .NET {Environment.Version}, ");
        text.Append(CultureInfo.InvariantCulture, $"PostgreSQL {Postgres}, {Businesses:N0} businesses with a NIB, ");
        Line($"load average {load} at the end.");
        text.Append(CultureInfo.InvariantCulture, $"{options.Rounds} rounds of {options.Seconds} s, medians. ");
        Line($"Q7 has pages of {PageSize}. In brackets: times the floor.");
        Line("");
    }

    private static string Processor() => File.ReadLines("/proc/cpuinfo")
        .FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim() ?? "unknown";

    private Sample? At(string system, BenchQuery query) => results.Of(system, query.Name, query.IsHeavy ? 1 : Main);

    private string Cpu(string system, BenchQuery query)
    {
        if (At(system, query) is not { } sample) return "";
        var ratio = system == FloorServer.SystemName ? null : Comparisons.Ratio(system, FloorServer.SystemName, query);
        var times = ratio is { } known ? $" ({known.ToString("0.00", CultureInfo.InvariantCulture)})" : "";
        return $"{Number(sample.ServerCpu)}+{Number(sample.PostgresCpu)}{times}";
    }

    private void Table(string title, Func<string, BenchQuery, string> cell, Func<string, string>? mean)
    {
        Line($"**{title}**");
        Line("");
        Line($"| | {string.Join(" | ", queries.Select(query => query.Name))} |{(mean is null ? "" : " geometric mean without Q5 |")}");
        Line($"|---|{string.Concat(queries.Select(_ => "---:|"))}{(mean is null ? "" : "---:|")}");
        foreach (var system in systems)
        {
            var last = mean is null ? "" : $" {mean(system)} |";
            Line($"| {system} | {string.Join(" | ", queries.Select(query => cell(system, query)))} |{last}");
        }
        Line("");
    }

    private string Mean(string system) => Comparisons.Mean(system, FloorServer.SystemName) is { } mean ? Ratio(mean) : "";

    private void Latencies(int connections) => Table(
        $"Requests a second, p50 and p99 in ms, {connections} connection{(connections == 1 ? "" : "s")}",
        (system, query) => results.Of(system, query.Name, connections) is { } sample
            ? $"{sample.Throughput.ToString("0", CultureInfo.InvariantCulture)}, {Number(sample.P50)}, {Number(sample.P99)}" : "",
        null);

    private void MemoryTable()
    {
        Line("**Resident memory, MB**");
        Line("");
        Line("| | peak of the run | peak under 64 connections |");
        Line("|---|---:|---:|");
        foreach (var figures in Memory) Line($"| {figures.System} | {figures.Peak:0} | {figures.UnderLoad:0} |");
        Line("");
    }

    private static string Bytes(double? bytes) => bytes?.ToString("N0", CultureInfo.InvariantCulture) ?? "";

    private static string Number(double number) => number.ToString(number < 10 ? "0.00" : "0.0", CultureInfo.InvariantCulture);

    private static string Ratio(double ratio) => ratio.ToString("0.00", CultureInfo.InvariantCulture) + " ×";

    private void Line(string line) => text.Append(line).Append('\n');
}
