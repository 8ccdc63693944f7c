using System.Runtime.CompilerServices;
using DataHub.GraphQL.Errors;
using DataHub.GraphQL.Execution;

namespace DataHub.Planning;

/// <summary>
/// What is checked of a plan's arguments before its first resolver. What does not depend on a request's variables is decided once for all
/// plans of one template and all callers with pages of the same size; the arguments that variables fill are looked at each time.
/// </summary>
internal sealed class PlanChecks
{
    private readonly ConditionalWeakTable<OperationPlan, Template> templates = [];

    /// <summary>What refuses the plan; empty when it may run.</summary>
    public IReadOnlyList<GraphQLError> Check(OperationPlan plan, HubRequest request)
    {
        var template = templates.GetValue(plan.Template, static made => new Template(made));
        request.Plan = plan;
        var maxPage = request.MaxPage;
        var isAllowed = template.IsFine(maxPage) && plan.HoldForFilled(
            static (field, parent, asked) => PlanChecks.IsFine(field, ReferenceEquals(asked.plan.Root, parent), asked.maxPage),
            (plan, maxPage));
        return isAllowed ? [] : Refusals(plan, maxPage);
    }

    private static List<GraphQLError> Refusals(OperationPlan plan, int maxPage) =>
        [.. TextInputs.Check(plan), .. FilterSize.Check(plan), .. PageRequest.Check(plan, maxPage)];

    private static bool IsFine(FieldSelection field, bool isAtRoot, int maxPage) =>
        TextInputs.AreFine(field)
        && FilterSize.IsFine(field)
        && PageRequest.IsFine(field, isAtRoot ? maxPage : PageRequest.LargestSize);

    /// <summary>What is known of the plans of one template. Two requests that come at once find out the same.</summary>
    private sealed class Template(OperationPlan plan)
    {
        // Budget plans differ in their pages, and there are few.
        private const int Most = 32;
        private volatile int[] fine = [];

        /// <summary>True when all arguments in which no variable stands are in order for pages of that size.</summary>
        public bool IsFine(int maxPage)
        {
            foreach (var known in fine)
                if (known == maxPage) return true;
            foreach (var (parent, field) in plan.Fields())
                if (!field.HasVariableArguments && !PlanChecks.IsFine(field, ReferenceEquals(parent, plan.Root), maxPage)) return false;
            if (fine.Length < Most) fine = [.. fine, maxPage];
            return true;
        }
    }
}
