using DataHub.GraphQL.Execution;
using DataHub.GraphQL.Language;

namespace DataHub.Planning;

/// <summary>The statements of an operation, found without sending any, or as they were sent.</summary>
public static class HubPlan
{
    /// <summary>
    /// What the operation would send. Its resolvers are rehearsed: they ask a session that notes the statement and gives nothing. Whatever the
    /// number of rows, a level below sends the same statements, so it is rehearsed with no parents. Of mutations and subscriptions nothing is told.
    /// </summary>
    public static IReadOnlyList<PlannedFetch> Of(OperationPlan plan, HubRequest request)
    {
        if (plan.Operation.Operation != OperationType.Query) return [];
        var rehearsal = new Rehearsal(request.Hub.Rehearse(request));
        var levels = rehearsal.Run(plan.Root);
        var roundTrips = levels.Distinct().Order().ToList();
        return Named(plan, rehearsal.Statements.Select((statement, i) => (statement, roundTrips.IndexOf(levels[i]) + 1, (int?)null)));
    }

    /// <summary>What was sent for the operation, with the number of rows that came.</summary>
    public static IReadOnlyList<PlannedFetch> OfRun(OperationPlan plan, HubRequest request) =>
        Named(plan, request.Session.Sent.Zip(request.Session.Results, (statement, result) => (statement, result.RoundTrip, result.Rows)));

    private static List<PlannedFetch> Named(OperationPlan plan, IEnumerable<(SqlStatement Statement, int RoundTrip, int? Rows)> statements)
    {
        var paths = new Dictionary<FieldSelection, string>();
        AddPaths(plan.Root, "", paths);
        return [.. statements.Select(s => new PlannedFetch(
            s.Statement.Field is { } field ? paths.GetValueOrDefault(field) : null, s.RoundTrip, s.Statement, s.Rows))];
    }

    private static void AddPaths(SelectionPlan selection, string prefix, Dictionary<FieldSelection, string> paths)
    {
        foreach (var field in selection.Fields)
        {
            paths[field] = $"{prefix}{field.ResponseKey}";
            foreach (var below in field.Selections.Values) AddPaths(below, $"{prefix}{field.ResponseKey}.", paths);
        }
    }
}
