namespace DataHub.Bench.Comparison.Servers;

/// <summary>Mercurius with graphql-jit and DataLoader: takes the hub's documents.</summary>
internal sealed class MercuriusServer(ServerProcess process) : MeasuredServer(SystemName, process)
{
    public const string SystemName = "mercurius";

    public override bool IsDotNet => false;

    public override Task<IReadOnlyList<byte[]>> RequestsAsync(BenchQuery query) =>
        Task.FromResult<IReadOnlyList<byte[]>>([.. query.Variables.Select(set => Post("/graphql", "", Body(query.Document, set)))]);
}
