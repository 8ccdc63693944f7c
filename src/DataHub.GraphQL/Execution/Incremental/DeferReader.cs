using DataHub.GraphQL.Errors;
using DataHub.GraphQL.Language;
using DataHub.GraphQL.Types;

namespace DataHub.GraphQL.Execution;

/// <summary>Finds <c>@defer</c> and <c>@stream</c> in a document, with their arguments' values.</summary>
/// <param name="variables">The request's coerced variables.</param>
/// <param name="most">How many <c>@defer</c>s an operation may have once its fragments are spread.</param>
internal sealed class DeferReader(IReadOnlyDictionary<string, object?> variables, int most)
{
    private int found;

    /// <summary>Depth of the selection sets that stand in no <c>@defer</c> of their own.</summary>
    public int Depth { get; set; }

    /// <summary>The <c>@defer</c> in force inside a selection: its own, or that around it.</summary>
    public DeferUsage? Enter(SelectionNode selection, DeferUsage? around, CollectedFields collected)
    {
        if (selection is FieldNode || DirectiveValues.Condition(selection, IncrementalDirectives.Defer, variables) != true) return around;
        Count();
        var usage = new DeferUsage(Label(selection, IncrementalDirectives.Defer), around, (around?.Depth ?? Depth) + 1);
        collected.Starts.Add(usage);
        return usage;
    }

    /// <summary>
    /// The <c>@stream</c> in force on a list field; null when there is none, or its count is negative, which is an error then.
    /// </summary>
    public (StreamUsage? Usage, GraphQLError? Error) Stream(GraphQLType type, IReadOnlyList<FieldNode> nodes)
    {
        if (type.Nullable is not ListType) return default;
        foreach (var node in nodes)
        {
            if (DirectiveValues.Condition(node, IncrementalDirectives.Stream, variables) != true) continue;
            Count();
            var count = InitialCount(DirectiveValues.Find(node, IncrementalDirectives.Stream)!);
            return count >= 0
                ? (new StreamUsage(Label(node, IncrementalDirectives.Stream), count), null)
                : (null, new GraphQLError("The \"initialCount\" of @stream must not be negative.", ErrorCodes.Variables));
        }
        return default;
    }

    private void Count()
    {
        if (++found > most) throw new GraphQLException(DeliveryLimit.Error(most));
    }

    private int InitialCount(DirectiveNode stream) => DirectiveValues.Argument(stream, "initialCount") switch
    {
        VariableNode variable => variables.GetValueOrDefault(variable.Name.Value) is int count ? count : 0,
        IntValueNode literal => int.Parse(literal.Value, System.Globalization.CultureInfo.InvariantCulture),
        _ => 0,
    };

    private static string? Label(SelectionNode selection, string directive) =>
        (DirectiveValues.Argument(DirectiveValues.Find(selection, directive)!, "label") as StringValueNode)?.Value;
}
