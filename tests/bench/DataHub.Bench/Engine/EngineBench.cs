using System.Text.Json;
using DataHub.GraphQL.Errors;
using DataHub.GraphQL.Execution;
using DataHub.GraphQL.Language;
using DataHub.GraphQL.Limits;
using DataHub.GraphQL.Types;
using DataHub.GraphQL.Validation;
using DataHub.Planning;
using DataHub.Shared.Secrets;
using Npgsql;

namespace DataHub.Bench.Engine;

/// <summary>The engine's way from a text to a plan, over the hub's own contract. No database is asked.</summary>
internal sealed class EngineBench : IExecutionContext
{
    private static readonly GraphQLError[] Planned = [new("The plan is all that is measured.", "PLANNED")];
    private readonly OperationRequest request = new() { Variables = JsonDocument.Parse(SixtyFields.Variables).RootElement };
    private readonly Schema schema = HubSchema();

    // Copies, as each request brings a string of its own.
    private readonly string[] texts = [.. Enumerable.Range(0, 64).Select(_ => new string(SixtyFields.Text))];
    private int turn;

    private static OperationLimits WithoutBytes { get; } = new() { DocumentBytes = new Limit(1, LimitMode.Off) };

    /// <summary>Measures what has <paramref name="part"/> in its name.</summary>
    public static void Run(TextWriter output, string part)
    {
        var bench = new EngineBench();
        output.WriteLine($"A document of 60 fields, {SixtyFields.Text.Length} characters:");
        foreach (var (name, work) in bench.SixtyFieldDocument())
            if (name.Contains(part, StringComparison.Ordinal)) output.WriteLine(Measurement.Of(name, work));
        if (!"hostile".Contains(part, StringComparison.Ordinal)) return;
        output.WriteLine("Hostile documents: of 256 kB, the most allowed; of a megabyte; of a megabyte without the limit of bytes.");
        foreach (var ((name, largest), (_, mega)) in HostileDocuments.Of(256 * 1024).Zip(HostileDocuments.Of(1_000_000)))
            output.WriteLine($"  {name,-32}{bench.Hostile(largest, new())}{bench.Hostile(mega, new())}{bench.Hostile(mega, WithoutBytes)}");
    }

    private string Hostile(string text, OperationLimits limits)
    {
        var engine = new GraphQLEngine(schema, new EngineOptions { Limits = limits, MaxCachedCharacters = 0 });
        var time = Measurement.Of(() => engine.Prepare(text), runs: 10);
        return $"{time} {(engine.Prepare(text).Errors is [var error, ..] ? error.Code : "allowed"),-28}";
    }

    public ValueTask DispatchAsync(CancellationToken cancellation) => throw new InvalidOperationException("Nothing is executed.");

    private IEnumerable<(string Name, Action Work)> SixtyFieldDocument()
    {
        var document = Parser.Parse(new Source(SixtyFields.Text));
        RequirePlan(Engine(cached: true));
        yield return ("parse", () => Parser.Parse(new Source(NextText())));
        yield return ("validate", () => DocumentValidator.Validate(schema, document));
        var cold = Engine(cached: false);
        yield return ("prepare: parse, validate", () => cold.Prepare(NextText()));
        yield return ("cold: prepare, variables, plan", () => Plan(cold));
        var cached = Engine(cached: true);
        yield return ("prepare from the cache", () => cached.Prepare(NextText()));
        yield return ("cached: prepare, variables, plan", () => Plan(cached));
    }

    private string NextText() => texts[turn++ & 63];

    private void Plan(GraphQLEngine engine)
    {
        var answer = engine.ExecuteAsync(engine.Prepare(NextText()), request, this, CancellationToken.None);
        if (!answer.IsCompletedSuccessfully || !ReferenceEquals(answer.Result.Errors[0], Planned[0]))
            throw new InvalidOperationException("No plan was made.");
    }

    private void RequirePlan(GraphQLEngine engine)
    {
        var prepared = engine.Prepare(SixtyFields.Text);
        foreach (var error in prepared.Errors) throw new InvalidOperationException(error.Message);
        Plan(engine);
    }

    // Authorize sees the finished plan and stops there.
    private GraphQLEngine Engine(bool cached) => new(schema, new EngineOptions
    {
        Authorize = (_, _) => Planned,
        MaxCachedCharacters = cached ? 1_000_000 : 0,
    });

    private static Schema HubSchema()
    {
        using var nowhere = NpgsqlDataSource.Create("Host=localhost");
        return HubFactory.Create(new HubParts(nowhere, HubKeys.Generate(), TimeProvider.System, (_, _) => { })).Schema;
    }
}
