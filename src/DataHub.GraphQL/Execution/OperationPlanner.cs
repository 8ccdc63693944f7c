using System.Text.Json;
using DataHub.GraphQL.Errors;
using DataHub.GraphQL.Language;
using DataHub.GraphQL.Limits;
using DataHub.GraphQL.Types;

namespace DataHub.GraphQL.Execution;

/// <summary>
/// Plans operations. A plan is kept with its document for each outcome of the conditions; a further request only coerces anew the
/// arguments in which a variable stands and shares the rest.
/// </summary>
internal sealed class OperationPlanner(Schema schema, EngineOptions options)
{
    /// <summary>Throws <see cref="Errors.GraphQLException"/> when the plan would exceed the engine's limits.</summary>
    public OperationPlan Plan(
        PreparedDocument document, OperationDefinitionNode operation, NamedValues variables, bool allowsDeferral)
    {
        if (document.Template(operation, variables, allowsDeferral) is { } template) return Rebind(template, variables);
        var defers = allowsDeferral ? new DeferReader(variables, options.MaxDeferrals) : null;
        var run = new Run(schema, document, variables, new PlanBudget(options.Limits), defers);
        var root = run.Plan(RootOf(operation), [new(operation.SelectionSet, null)], 1, []);
        var plan = new OperationPlan(operation, root, variables, run.FieldCount) { AllowsDeferral = allowsDeferral };
        document.Keep(plan);
        return plan;
    }

    private ObjectType RootOf(OperationDefinitionNode operation) => operation.Operation switch
    {
        OperationType.Mutation => schema.Mutation,
        OperationType.Subscription => schema.Subscription,
        _ => schema.Query,
    } ?? throw new InvalidOperationException($"The schema has no {operation.Operation} type.");

    private static OperationPlan Rebind(OperationPlan template, NamedValues variables) =>
        template with { Root = Rebind(template.Root, variables), Variables = variables, Template = template };

    private static SelectionPlan Rebind(SelectionPlan plan, NamedValues variables)
    {
        var dependent = plan.DependentFields;
        if (dependent.Length == 0) return plan;
        var fields = ((FieldSelection[])plan.Fields).AsSpan().ToArray();
        foreach (var i in dependent) fields[i] = Rebind(fields[i], variables);
        return plan with { Fields = fields };
    }

    private static FieldSelection Rebind(FieldSelection field, NamedValues variables)
    {
        var (arguments, error) = field.HasVariableArguments ? Fill(field, variables) : (field.Arguments, field.ArgumentError);
        return field.With(arguments, error, field.SelectionsByType.Convert(static (plan, values) => Rebind(plan, values), variables));
    }

    private static (IReadOnlyDictionary<string, object?> Values, GraphQLError? Error) Fill(FieldSelection field, NamedValues variables) =>
        field.ArgumentTemplate?.TryFill(variables, out var filled) == true
            ? (filled, null)
            : ArgumentCoercion.Coerce(field.Definition, field.Nodes[0], variables);

    private sealed class Run(
        Schema schema, PreparedDocument document, IReadOnlyDictionary<string, object?> variables, PlanBudget budget, DeferReader? defers)
    {
        private readonly FieldCollector collector = new(document, schema, variables, budget) { Defers = defers };

        public int FieldCount => budget.Fields;

        /// <summary><paramref name="owners"/>: the <c>@defer</c>s that the selection set is delivered with, none as a rule.</summary>
        public SelectionPlan Plan(ObjectType type, IEnumerable<SelectionScope> scopes, int depth, IReadOnlyList<DeferUsage> owners)
        {
            if (defers is not null) defers.Depth = owners.Count == 0 ? 0 : owners.Min(u => u.Depth);
            var collected = collector.Collect(type, scopes);
            var fields = new List<FieldSelection>(collected.Nodes.Count);
            var usages = new List<IReadOnlyList<DeferUsage?>>(collected.Nodes.Count);
            for (var i = 0; i < collected.Nodes.Count; i++)
            {
                var nodes = collected.Nodes[i];
                if (MetaFields.FindField(schema, type, nodes[0].Name.Value) is not { } definition) continue;
                budget.PlanField(depth);
                usages.Add(collected.Usages[i]);
                fields.Add(PlanField(definition, new Merged(nodes, collected.Usages[i], owners), depth));
            }
            return new SelectionPlan(type, fields.ToArray())
            {
                DependentFields = [.. Enumerable.Range(0, fields.Count).Where(i => fields[i].DependsOnVariables)],
                Deferral = defers is null ? null : DeferralPlanner.Part(owners, usages, collected.Starts),
            };
        }

        private FieldSelection PlanField(FieldDefinition definition, Merged merged, int depth)
        {
            var nodes = merged.Nodes;
            var (arguments, error) = ArgumentCoercion.Coerce(definition, nodes[0], variables);
            var (stream, fault) = defers?.Stream(definition.Type, nodes) ?? default;
            var below = PlanBelow(definition.Type.Named, merged, depth + 1, stream is not null);
            var hasVariables = ArgumentCoercion.DependOnVariables(nodes[0]);
            return new FieldSelection
            {
                ResponseKey = nodes[0].ResponseKey,
                EncodedKey = JsonEncodedText.Encode(nodes[0].ResponseKey),
                Definition = definition,
                Nodes = nodes,
                Arguments = arguments,
                ArgumentError = error ?? fault,
                Selections = below,
                Stream = stream,
                IsIncremental = stream is not null || below.Values.Any(plan => plan.IsIncremental),
                HasVariableArguments = hasVariables,
                DependsOnVariables = hasVariables || below.Values.Any(plan => plan.Fields.Any(f => f.DependsOnVariables)),
            };
        }

        private SelectionsByType PlanBelow(NamedType type, Merged merged, int depth, bool isStreamed)
        {
            if (type is not (FieldsType or UnionType)) return SelectionsByType.None;
            var owners = DeferralPlanner.Owners(merged.Usages, merged.Owners);
            // What is deferred around a streamed list is not deferred once more inside it: its items have their own time.
            var scopes = merged.Nodes.Zip(merged.Usages).Where(pair => pair.First.SelectionSet is not null)
                .Select(pair => new SelectionScope(pair.First.SelectionSet!, isStreamed ? null : pair.Second)).ToArray();
            return new SelectionsByType([.. schema.PossibleTypes(type).Select(possible => Plan(possible, scopes, depth, owners))]);
        }

        /// <summary>The nodes of one field, the <c>@defer</c> around each, and those that the object itself is delivered with.</summary>
        private sealed record Merged(IReadOnlyList<FieldNode> Nodes, IReadOnlyList<DeferUsage?> Usages, IReadOnlyList<DeferUsage> Owners);
    }
}
