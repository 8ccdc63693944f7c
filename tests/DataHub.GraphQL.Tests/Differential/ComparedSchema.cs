using System.Text.Json;
using DataHub.GraphQL.Execution;
using DataHub.GraphQL.Language;
using DataHub.GraphQL.Tests.Execution;
using DataHub.GraphQL.Tests.Introspection;
using DataHub.GraphQL.Types;

namespace DataHub.GraphQL.Tests.Differential;

/// <summary>
/// A schema that both sides know. Custom scalars have no codecs here, so that both sides take any literal for them: introspection tells
/// a client that a scalar exists, not what its values are.
/// </summary>
internal sealed class ComparedSchema(string name, IEnumerable<Source> sources)
{
    public string Name { get; } = name;

    public Schema Schema { get; } = SchemaBuilder.Build(sources);

    /// <summary>The hub's own.</summary>
    public static ComparedSchema Hub { get; } = new("hub",
        Directory.GetFiles(Repository.Folder("schema"), "*.graphql").Order(StringComparer.Ordinal)
            .Select(file => new Source(File.ReadAllText(file), Path.GetFileName(file))));

    /// <summary>What the hub's schema has no example of.</summary>
    public static ComparedSchema Torture { get; } = new("torture", [new Source(TortureSdl.Text)]);

    /// <summary>Queries only.</summary>
    public static ComparedSchema Reading { get; } = new("reading", [new Source(TortureSdl.ReadingText)]);

    /// <summary>A field for each input type in each wrapping, so that a variable of any type has a place to be used in.</summary>
    public static ComparedSchema Variables { get; } = new("variables", [new Source(TortureSdl.ReadingText + TortureSdl.Takers)]);

    public static IReadOnlyList<ComparedSchema> All { get; } = [Hub, Torture, Reading];

    /// <summary>The data of the answer to the introspection query, as JSON in ASCII.</summary>
    public async Task<string> IntrospectAsync()
    {
        var engine = new GraphQLEngine(Schema, new EngineOptions());
        var result = await engine.ExecuteAsync(engine.Prepare(IntrospectionQuery.Text), new OperationRequest(), new NoHost(), default);
        Assert.Empty(result.Errors);
        using var answer = JsonDocument.Parse(TestHub.Json(result));
        return JsonSerializer.Serialize(answer.RootElement.GetProperty("data"));
    }

    internal sealed class NoHost : IExecutionContext
    {
        public ValueTask DispatchAsync(CancellationToken cancellation) => ValueTask.CompletedTask;
    }
}
