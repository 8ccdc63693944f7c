using System.Diagnostics;
using System.Text;

namespace DataHub.Bench.Comparison.Load;

/// <summary>Asks one question with many values over some connections for some time.</summary>
internal static class LoadGenerator
{
    /// <summary>Connections that are open; those of another number are opened anew.</summary>
    public static async Task<HttpConnection[]> ConnectAsync(int port, int connections)
    {
        var open = new HttpConnection[connections];
        for (var i = 0; i < connections; i++) open[i] = await HttpConnection.OpenAsync(port);
        return open;
    }

    /// <summary>Runs until <paramref name="time"/> has passed and the last answers are there.</summary>
    public static async Task<LoadResult> RunAsync(HttpConnection[] connections, IReadOnlyList<byte[]> requests, TimeSpan time)
    {
        var start = Stopwatch.GetTimestamp();
        var end = start + (long)(time.TotalSeconds * Stopwatch.Frequency);
        // Each begins elsewhere in the list.
        var runs = connections.Select((connection, i) =>
            RunAsync(connection, requests, i * requests.Count / connections.Length, end)).ToArray();
        var results = await Task.WhenAll(runs);
        var latencies = results.SelectMany(result => result.Latencies).ToArray();
        Array.Sort(latencies);
        return new LoadResult(latencies, results.Sum(result => result.Bytes), Stopwatch.GetElapsedTime(start));
    }

    private static async Task<(List<double> Latencies, long Bytes)> RunAsync(
        HttpConnection connection, IReadOnlyList<byte[]> requests, int first, long end)
    {
        var latencies = new List<double>(4096);
        var bytes = 0L;
        for (var i = first; ; i++)
        {
            var before = Stopwatch.GetTimestamp();
            if (before >= end && latencies.Count > 0) return (latencies, bytes);
            var body = await connection.AskAsync(requests[i % requests.Count]);
            latencies.Add(Stopwatch.GetElapsedTime(before).TotalMilliseconds);
            bytes += body.Length;
            if (!body.Span.StartsWith("{\"data\":{"u8)) throw NoData(body.Span);
        }
    }

    private static BenchException NoData(ReadOnlySpan<byte> body) =>
        new($"A server answered with no data: {Encoding.UTF8.GetString(body[..Math.Min(body.Length, 600)])}");
}
