using DataHub.GraphQL.Language;

namespace DataHub.GraphQL.Execution;

/// <summary>An operation as it will be executed: fragments spread, conditions decided, arguments coerced.</summary>
/// <param name="Operation">The operation's node in the document.</param>
/// <param name="Root">What is asked of the root type.</param>
/// <param name="Variables">Coerced variables by name; those without a value are absent.</param>
/// <param name="FieldCount">How many fields the plan has, per concrete type.</param>
public sealed record OperationPlan(
    OperationDefinitionNode Operation, SelectionPlan Root, IReadOnlyDictionary<string, object?> Variables, int FieldCount)
{
    /// <summary>
    /// True when the plan was made for an answer in several payloads; what is deferred is in <see cref="Fields"/> all the same.
    /// </summary>
    public bool AllowsDeferral { get; init; }

    /// <summary>
    /// The plan this one was made from by filling in a request's variables; itself when it is the first of its document, or none is kept.
    /// Plans with one template have the same fields, and differ in the arguments of <see cref="HoldForFilled"/>'s: the key for what a host
    /// decides once for all of them. Hold it weakly; documents come and go.
    /// </summary>
    public OperationPlan Template { get => field ?? this; init; }

    /// <summary>Every planned field with the type it is asked of, parents before what is below them.</summary>
    public IEnumerable<(SelectionPlan Parent, FieldSelection Field)> Fields()
    {
        var open = new Queue<SelectionPlan>([Root]);
        while (open.TryDequeue(out var plan))
        {
            foreach (var field in plan.Fields)
            {
                yield return (plan, field);
                foreach (var below in field.Selections.Values) open.Enqueue(below);
            }
        }
    }

    /// <summary>True when a condition holds for each field in whose arguments variables stand; the other fields are the template's.</summary>
    public bool HoldForFilled<T>(Func<FieldSelection, SelectionPlan, T, bool> holds, T argument) =>
        HoldForFilled(Root, holds, argument);

    private static bool HoldForFilled<T>(SelectionPlan plan, Func<FieldSelection, SelectionPlan, T, bool> holds, T argument)
    {
        foreach (var i in plan.DependentFields)
        {
            var field = plan.Fields[i];
            if (field.HasVariableArguments && !holds(field, plan, argument)) return false;
            foreach (var below in field.SelectionsByType.Plans)
                if (!HoldForFilled(below, holds, argument)) return false;
        }
        return true;
    }
}
