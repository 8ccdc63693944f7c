namespace DataHub.Bench.Comparison.Servers;

/// <summary>The hand-written endpoint.</summary>
internal sealed class FloorServer(ServerProcess process) : MeasuredServer(SystemName, process)
{
    public const string SystemName = "floor";

    public static async Task<FloorServer> StartAsync(string connectionString, CancellationToken cancellation)
    {
        var environment = new Dictionary<string, string> { ["DOTNET_STARTUP_HOOKS"] = Probe.Hook };
        return new FloorServer(await ServerProcess.StartAsync(
            (SystemName, "dotnet"),
            port => [Repository.Built("Floor", "DataHub.Bench.Floor.dll"), $"{port}", connectionString], environment, cancellation));
    }

    public override Task<IReadOnlyList<byte[]>> RequestsAsync(BenchQuery query)
    {
        var requests = query.Variables.Select(set => Post("/" + query.Question, "", Body(query.Document, set)));
        return Task.FromResult<IReadOnlyList<byte[]>>([.. requests]);
    }
}
