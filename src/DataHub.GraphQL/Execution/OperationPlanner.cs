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
        PreparedDocument document, OperationDefinitionNode operation, IReadOnlyDictionary<string, object?> variables, bool allowsDeferral)
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

    private static OperationPlan Rebind(OperationPlan template, IReadOnlyDictionary<string, object?> variables) =>
        template with { Root = Rebind(template.Root, variables), Variables = variables };

    private static SelectionPlan Rebind(SelectionPlan plan, IReadOnlyDictionary<string, object?> variables)
    {
        FieldSelection[]? fields = null;
        for (var i = 0; i < plan.Fields.Count; i++)
        {
            if (!plan.Fields[i].DependsOnVariables) continue;
            fields ??= [.. plan.Fields];
            fields[i] = Rebind(fields[i], variables);
        }
        return fields is null ? plan : plan with { Fields = fields };
    }

    private static IReadOnlyDictionary<ObjectType, SelectionPlan> Rebind(
        IReadOnlyDictionary<ObjectType, SelectionPlan> selections, IReadOnlyDictionary<string, object?> variables)
    {
        Dictionary<ObjectType, SelectionPlan>? rebound = null;
        foreach (var (type, plan) in selections)
        {
            var below = Rebind(plan, variables);
            if (ReferenceEquals(below, plan)) continue;
            rebound ??= selections.Count == 1 ? new(1) : new(selections);
            rebound[type] = below;
        }
        return rebound ?? selections;
    }

    private static FieldSelection Rebind(FieldSelection field, IReadOnlyDictionary<string, object?> variables)
    {
        var (arguments, error) = field.HasVariableArguments ? Fill(field, variables) : (field.Arguments, field.ArgumentError);
        return new FieldSelection
        {
            ResponseKey = field.ResponseKey,
            EncodedKey = field.EncodedKey,
            Definition = field.Definition,
            Nodes = field.Nodes,
            Arguments = arguments,
            ArgumentError = error,
            Selections = Rebind(field.Selections, variables),
            HasVariableArguments = field.HasVariableArguments,
            DependsOnVariables = true,
            Stream = field.Stream,
            IsIncremental = field.IsIncremental,
            Template = field.Template,
        };
    }

    private static (IReadOnlyDictionary<string, object?> Values, GraphQLError? Error) Fill(
        FieldSelection field, IReadOnlyDictionary<string, object?> variables) =>
        field.ArgumentTemplate?.TryFill(variables, out var filled) == true
            ? (filled, null)
            : ArgumentCoercion.Coerce(field.Definition, field.Nodes[0], variables);

    private sealed class Run(
        Schema schema, PreparedDocument document, IReadOnlyDictionary<string, object?> variables, PlanBudget budget, DeferReader? defers)
    {
        private static readonly Dictionary<ObjectType, SelectionPlan> Nothing = [];
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
            return new SelectionPlan(type, fields)
            {
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

        private Dictionary<ObjectType, SelectionPlan> PlanBelow(NamedType type, Merged merged, int depth, bool isStreamed)
        {
            if (type is not (FieldsType or UnionType)) return Nothing;
            var owners = DeferralPlanner.Owners(merged.Usages, merged.Owners);
            // What is deferred around a streamed list is not deferred once more inside it: its items have their own time.
            var scopes = merged.Nodes.Zip(merged.Usages).Where(pair => pair.First.SelectionSet is not null)
                .Select(pair => new SelectionScope(pair.First.SelectionSet!, isStreamed ? null : pair.Second)).ToArray();
            return schema.PossibleTypes(type).ToDictionary(possible => possible, possible => Plan(possible, scopes, depth, owners));
        }

        /// <summary>The nodes of one field, the <c>@defer</c> around each, and those that the object itself is delivered with.</summary>
        private sealed record Merged(IReadOnlyList<FieldNode> Nodes, IReadOnlyList<DeferUsage?> Usages, IReadOnlyList<DeferUsage> Owners);
    }
}
