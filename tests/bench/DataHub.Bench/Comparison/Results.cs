using DataHub.Bench.Comparison.Figures;

namespace DataHub.Bench.Comparison;

/// <summary>All samples of a run.</summary>
internal sealed class Results
{
    private readonly Dictionary<(string System, string Query, int Connections), List<Sample>> samples = [];

    public void Add((string System, string Query, int Connections) at, Sample sample)
    {
        if (!samples.TryGetValue(at, out var rounds)) samples.Add(at, rounds = []);
        rounds.Add(sample);
    }

    /// <summary>The rounds, in order; empty when that was not measured.</summary>
    public IReadOnlyList<Sample> Rounds(string system, string query, int connections) =>
        samples.GetValueOrDefault((system, query, connections)) ?? [];

    /// <summary>The medians over the rounds; null when that was not measured.</summary>
    public Sample? Of(string system, string query, int connections) =>
        samples.TryGetValue((system, query, connections), out var rounds) ? Sample.Median(rounds) : null;
}
