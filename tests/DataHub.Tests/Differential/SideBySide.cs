using System.Text.Json.Nodes;
using DataHub.Access;
using DataHub.Testing;
using DataHub.Tests.Differential.Naive;
using DataHub.Tests.Differential.Rows;

namespace DataHub.Tests.Differential;

/// <summary>Asks the hub and the naive evaluator the same and tells where they differ.</summary>
internal sealed class SideBySide(WorldFixture hub)
{
    private readonly PlanReader plans = new(hub.Hub.Schema);
    private readonly CursorBook cursors = new();

    public NaiveTypes Types { get; } = new(hub.World, hub.Hub.Ids);

    /// <summary>The hub's last answer.</summary>
    public HubAnswer? Answer { get; private set; }

    /// <summary>Why an operation cannot be planned, or its caller may not ask it; null when it can be asked.</summary>
    public async Task<string?> FaultsAsync(string document, JsonObject? variables, Caller caller)
    {
        var (plan, faults) = await plans.ReadAsync(document, variables);
        if (plan is null) return faults;
        var (open, refusal) = await new PlanReader(hub.Hub.For(caller).Schema).ReadAsync(document, variables);
        return open is null ? refusal : null;
    }

    /// <summary>Null when both answer alike.</summary>
    public async Task<string?> DifferenceAsync(string document, JsonObject? variables, Caller caller)
    {
        var (plan, faults) = await plans.ReadAsync(document, variables);
        if (plan is null) return $"The operation is not valid: {faults}";
        var answer = Answer = await hub.AskAsync(document, caller, variables);
        try
        {
            var expected = new NaiveEvaluator(hub.World, Types, cursors, new NaiveAsker(caller, new NaiveSight(caller, hub.Hub.Tokens))).Answer(plan);
            if (answer.Codes.Any(code => code != "CONSENT_REQUIRED")) return $"The hub refuses: {answer}{string.Concat(hub.Failures.TakeLast(1))}";
            return new Comparison(cursors).Difference(expected, answer.Data);
        }
        catch (RefusedException refused)
        {
            return answer.HasErrors ? null : $"The hub should refuse: {refused.Message}";
        }
    }
}
