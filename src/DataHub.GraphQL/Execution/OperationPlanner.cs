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
internal sealed class OperationPlanner(Schema schema, OperationLimits limits)
{
    /// <summary>Throws <see cref="Errors.GraphQLException"/> when the plan would exceed the engine's limits.</summary>
    public OperationPlan Plan(PreparedDocument document, OperationDefinitionNode operation, IReadOnlyDictionary<string, object?> variables)
    {
        if (document.Template(operation, variables) is { } template) return Rebind(template, variables);
        var run = new Run(schema, document, variables, new PlanBudget(limits));
        var plan = new OperationPlan(operation, run.Plan(RootOf(operation), [operation.SelectionSet], 1), variables, run.FieldCount);
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
            Template = field.Template,
        };
    }

    private static (IReadOnlyDictionary<string, object?> Values, GraphQLError? Error) Fill(
        FieldSelection field, IReadOnlyDictionary<string, object?> variables) =>
        field.ArgumentTemplate?.TryFill(variables, out var filled) == true
            ? (filled, null)
            : ArgumentCoercion.Coerce(field.Definition, field.Nodes[0], variables);

    private sealed class Run(
        Schema schema, PreparedDocument document, IReadOnlyDictionary<string, object?> variables, PlanBudget budget)
    {
        private static readonly Dictionary<ObjectType, SelectionPlan> Nothing = [];
        private readonly FieldCollector collector = new(document, schema, variables, budget);

        public int FieldCount => budget.Fields;

        public SelectionPlan Plan(ObjectType type, IEnumerable<SelectionSetNode> sets, int depth)
        {
            var fields = new List<FieldSelection>();
            foreach (var nodes in collector.Collect(type, sets))
            {
                if (MetaFields.FindField(schema, type, nodes[0].Name.Value) is not { } definition) continue;
                budget.PlanField(depth);
                fields.Add(PlanField(definition, nodes, depth));
            }
            return new SelectionPlan(type, fields);
        }

        private FieldSelection PlanField(FieldDefinition definition, List<FieldNode> nodes, int depth)
        {
            var (arguments, error) = ArgumentCoercion.Coerce(definition, nodes[0], variables);
            var below = PlanBelow(definition.Type.Named, nodes, depth + 1);
            var hasVariables = ArgumentCoercion.DependOnVariables(nodes[0]);
            return new FieldSelection
            {
                ResponseKey = nodes[0].ResponseKey,
                EncodedKey = JsonEncodedText.Encode(nodes[0].ResponseKey),
                Definition = definition,
                Nodes = nodes,
                Arguments = arguments,
                ArgumentError = error,
                Selections = below,
                HasVariableArguments = hasVariables,
                DependsOnVariables = hasVariables || below.Values.Any(plan => plan.Fields.Any(f => f.DependsOnVariables)),
            };
        }

        private Dictionary<ObjectType, SelectionPlan> PlanBelow(NamedType type, List<FieldNode> nodes, int depth)
        {
            if (type is not (FieldsType or UnionType)) return Nothing;
            var sets = nodes.Where(n => n.SelectionSet is not null).Select(n => n.SelectionSet!).ToArray();
            return schema.PossibleTypes(type).ToDictionary(possible => possible, possible => Plan(possible, sets, depth));
        }
    }
}
