using DataHub.Bench.Comparison.Figures;
using DataHub.Bench.Comparison.Load;
using DataHub.Bench.Comparison.Servers;

namespace DataHub.Bench.Comparison;

/// <summary>Measures one system with one query at a time.</summary>
internal sealed class Measurement(PostgresCpu? postgres)
{
    public async Task<Sample> RunAsync(MeasuredServer server, IReadOnlyList<byte[]> requests, int connections, TimeSpan time)
    {
        var open = await LoadGenerator.ConnectAsync(server.Process.Port, connections);
        try
        {
            var allocated = server.IsDotNet ? await Probe.AllocatedAsync(server.Process.Probe) : 0;
            var database = postgres?.Read() ?? 0;
            var cpu = ProcFile.Cpu(server.Process.Pid);
            var result = await LoadGenerator.RunAsync(open, requests, time);
            cpu = ProcFile.Cpu(server.Process.Pid) - cpu ?? throw new BenchException($"{server.Name} ended while it was measured.");
            database = (postgres?.Read() ?? 0) - database;
            allocated = server.IsDotNet ? await Probe.AllocatedAsync(server.Process.Probe) - allocated : 0;
            return Of(result, cpu.Value, database, server.IsDotNet ? allocated : null);
        }
        finally
        {
            foreach (var connection in open) connection.Dispose();
        }
    }

    private static Sample Of(LoadResult result, double cpu, double database, long? allocated) => new(
        cpu / result.Requests, database / result.Requests, result.Requests / result.Elapsed.TotalSeconds,
        At(result.Latencies, 0.50), At(result.Latencies, 0.99),
        (double?)allocated / result.Requests, (double)result.Bytes / result.Requests);

    private static double At(double[] ascending, double part) => ascending[Math.Min((int)(ascending.Length * part), ascending.Length - 1)];
}
