using DataHub.GraphQL.Language;

namespace DataHub.GraphQL.Validation.Rules;

/// <summary>
/// No fragment spreads itself, directly or through others.
/// https://spec.graphql.org/September2025/#sec-Fragment-Spreads-Must-Not-Form-Cycles
/// </summary>
public sealed class FragmentSpreadsMustNotFormCyclesRule(ValidationContext context)
    : ValidationRule(context, "5.5.2.2 Fragment Spreads Must Not Form Cycles")
{
    private const int ShownAtMost = 8;

    private readonly Dictionary<DefinitionScope, int> depths = [];
    private readonly List<(DefinitionScope Scope, int Next)> path = [];

    // Each fragment is entered once and each spread followed once; the path is a list, since fragments may follow one another without end.
    public override void LeaveDocument()
    {
        foreach (var scope in Context.Scopes)
        {
            if (scope.Node is not FragmentDefinitionNode || depths.ContainsKey(scope)) continue;
            Enter(scope);
            while (path.Count > 0 && !Context.IsFull) Step();
        }
    }

    private void Enter(DefinitionScope scope)
    {
        depths[scope] = path.Count;
        path.Add((scope, 0));
    }

    private void Step()
    {
        var (scope, next) = path[^1];
        if (next == scope.Spreads.Count)
        {
            depths[scope] = int.MaxValue;
            path.RemoveAt(path.Count - 1);
            return;
        }
        path[^1] = (scope, next + 1);
        if (Context.Fragment(scope.Spreads[next].Name.Value) is not { } target) return;
        if (!depths.TryGetValue(target, out var depth)) Enter(target);
        else if (depth < path.Count) ReportCycle(depth);
    }

    private void ReportCycle(int start)
    {
        var spreads = path.Skip(start).Take(ShownAtMost).Select(p => p.Scope.Spreads[p.Next - 1]).ToList();
        var length = path.Count - start;
        var name = ((FragmentDefinitionNode)path[start].Scope.Node).Name.Value;
        var through = string.Join(", ", spreads.Take(length - 1).Select(s => $"\"{s.Name.Value}\""));
        if (length > ShownAtMost) through += ", …";
        Report($"Fragment \"{name}\" spreads itself{(through.Length > 0 ? " through " + through : "")}.", spreads);
    }
}
