namespace DataHub.Bench.Comparison.Load;

/// <summary>What a run over some connections gave.</summary>
/// <param name="Latencies">Milliseconds of each request as its client saw it, ascending.</param>
/// <param name="Bytes">Bytes of the answers' bodies.</param>
/// <param name="Elapsed">From the first request to the last answer.</param>
internal sealed record LoadResult(double[] Latencies, long Bytes, TimeSpan Elapsed)
{
    public int Requests => Latencies.Length;
}
