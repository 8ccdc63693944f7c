namespace DataHub.Bench.Comparison.Figures;

/// <summary>One measurement of a system with a query at a number of connections.</summary>
/// <param name="ServerCpu">Milliseconds of the server's CPU a request.</param>
/// <param name="PostgresCpu">Milliseconds of PostgreSQL's CPU a request; 0 when the server is on another machine.</param>
/// <param name="Throughput">Requests a second.</param>
/// <param name="P50">Milliseconds.</param>
/// <param name="P99">Milliseconds.</param>
/// <param name="Allocated">Bytes allocated on the managed heap a request; null where there is none.</param>
/// <param name="AnswerBytes">Bytes of an answer's body.</param>
internal sealed record Sample(
    double ServerCpu, double PostgresCpu, double Throughput, double P50, double P99, double? Allocated, double AnswerBytes)
{
    public double Cpu => ServerCpu + PostgresCpu;

    /// <summary>The median of each figure; CPU by the round whose sum is the median, so that its parts belong together.</summary>
    public static Sample Median(IReadOnlyList<Sample> rounds)
    {
        var middle = rounds.OrderBy(round => round.Cpu).ElementAt(rounds.Count / 2);
        return middle with
        {
            Throughput = Of(rounds, round => round.Throughput),
            P50 = Of(rounds, round => round.P50),
            P99 = Of(rounds, round => round.P99),
        };
    }

    private static double Of(IReadOnlyList<Sample> rounds, Func<Sample, double> figure) =>
        rounds.Select(figure).Order().ElementAt(rounds.Count / 2);
}
