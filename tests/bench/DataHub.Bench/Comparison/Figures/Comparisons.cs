namespace DataHub.Bench.Comparison.Figures;

/// <summary>CPU of one system in terms of another.</summary>
internal sealed class Comparisons(Results results, IReadOnlyList<BenchQuery> queries, int connections)
{
    /// <summary>Queries whose geometric mean is told: those that read rows.</summary>
    public IReadOnlyList<BenchQuery> Light { get; } = [.. queries.Where(query => !query.IsHeavy)];

    public BenchQuery? Query(string name) => queries.FirstOrDefault(query => query.Name == name);

    public Sample? Of(string system, BenchQuery query) => results.Of(system, query.Name, query.IsHeavy ? 1 : connections);

    /// <summary>
    /// How many times the CPU of <paramref name="basis"/>, round by round, smallest first: what the machine does besides changes from round to
    /// round, and hardly between two systems that follow each other.
    /// </summary>
    public IReadOnlyList<double> Ratios(string system, string basis, BenchQuery query)
    {
        var at = query.IsHeavy ? 1 : connections;
        var pairs = results.Rounds(system, query.Name, at).Zip(results.Rounds(basis, query.Name, at));
        return [.. pairs.Select(pair => pair.First.Cpu / pair.Second.Cpu).Order()];
    }

    /// <summary>
    /// How many times the CPU of <paramref name="basis"/>, which has one answer for all forms of a question; null when one of them was not
    /// measured.
    /// </summary>
    public double? Ratio(string system, string basis, BenchQuery query)
    {
        var other = Of(basis, query) ?? Of(basis, query with { Name = query.Question });
        return Of(system, query) is { } own && other is not null ? own.Cpu / other.Cpu : null;
    }

    /// <summary>Geometric mean of the ratios over <see cref="Light"/>; null when one is missing.</summary>
    public double? Mean(string system, string basis)
    {
        var ratios = Light.Select(query => Ratio(system, basis, query)).ToList();
        return ratios.Count == 0 || ratios.Contains(null) ? null : Math.Exp(ratios.Average(ratio => Math.Log(ratio!.Value)));
    }
}
