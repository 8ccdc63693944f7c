using System.Text.Json;
using System.Text.Json.Nodes;
using DataHub.GraphQL.Errors;
using DataHub.GraphQL.Execution;
using DataHub.GraphQL.Types;

namespace DataHub.Tests.Differential.Naive;

/// <summary>The plan of an operation as the engine makes it: fragments spread, arguments coerced. Nothing is executed.</summary>
internal sealed class PlanReader
{
    private readonly GraphQLEngine engine;

    public PlanReader(Schema schema) => engine = new GraphQLEngine(schema, new EngineOptions
    {
        Authorize = (plan, context) =>
        {
            ((Caught)context).Plan = plan;
            return [new GraphQLError("Only the plan is wanted.", "PLANNED")];
        },
    });

    /// <summary>Null, with what is wrong, when the operation is no valid one.</summary>
    public async Task<(OperationPlan? Plan, string Faults)> ReadAsync(string document, JsonObject? variables)
    {
        var caught = new Caught();
        var request = new OperationRequest { Variables = variables is null ? null : JsonSerializer.SerializeToElement(variables) };
        var result = await engine.ExecuteAsync(engine.Prepare(document), request, caught, CancellationToken.None);
        return (caught.Plan, string.Join(' ', result.Errors.Select(e => e.Message)));
    }

    private sealed class Caught : IExecutionContext
    {
        public OperationPlan? Plan { get; set; }

        public ValueTask DispatchAsync(CancellationToken cancellation) => ValueTask.CompletedTask;
    }
}
