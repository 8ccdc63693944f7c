using System.Text.Json;

using DataHub.Api.Tests;

namespace DataHub.GraphQL.Tests.Differential;

/// <summary>One reference implementation for all tests that compare with it, started when the first of them asks.</summary>
public sealed class OracleFixture : IAsyncLifetime, IDisposable
{
    private readonly SemaphoreSlim turn = new(1);
    private Oracle? oracle;

    public Task InitializeAsync() => Task.CompletedTask;

    internal async Task<JsonElement> AskAsync(string ask, string members)
    {
        await turn.WaitAsync();
        try
        {
            oracle ??= await StartAsync();
            return await oracle.AskAsync(ask, members);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>
    /// Teaches it a schema as any client learns one: from this engine's answer to the introspection query. Gives the names of its rules.
    /// </summary>
    internal async Task<IReadOnlyList<string>> TeachAsync(ComparedSchema schema)
    {
        var rules = await AskAsync("schema", $"\"name\":\"{schema.Name}\",\"introspection\":{await schema.IntrospectAsync()}");
        return [.. rules.EnumerateArray().Select(rule => rule.GetString()!)];
    }

    public async Task DisposeAsync()
    {
        if (oracle is not null) await oracle.DisposeAsync();
    }

    public void Dispose() => turn.Dispose();

    private static async Task<Oracle> StartAsync()
    {
        var folder = Path.Combine(Repository.Folder("tests/DataHub.GraphQL.Tests/Differential/npm"));
        if (!Directory.Exists(Path.Combine(folder, "node_modules", "graphql")))
            await Programs.RunAsync(folder, "npm", "ci", "--no-audit", "--no-fund", "--loglevel=error");
        return new Oracle(folder);
    }
}

[CollectionDefinition(nameof(ReferenceImplementation))]
public sealed class ReferenceImplementation : ICollectionFixture<OracleFixture>;
