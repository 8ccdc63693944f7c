using System.Runtime.CompilerServices;
using DataHub.Access;
using DataHub.GraphQL.Errors;
using DataHub.GraphQL.Execution;

namespace DataHub.Planning;

/// <summary>
/// What is checked of a plan before its first resolver. What does not depend on a request's variables is decided once for all plans of one
/// template and all callers with the same rights; the arguments that variables fill are looked at each time.
/// </summary>
internal sealed class PlanChecks(AccessRules rules)
{
    private readonly ConditionalWeakTable<OperationPlan, Template> templates = [];

    /// <summary>What refuses the plan; empty when it may run.</summary>
    public IReadOnlyList<GraphQLError> Check(OperationPlan plan, HubRequest request)
    {
        var template = templates.GetValue(plan.Template, static made => new Template(made));
        request.Plan = plan;
        var rights = new Rights(request.Caller, request.MaxPage);
        var isAllowed = template.IsGranted(rights, rules) && plan.HoldForFilled(
            static (field, parent, asked) => IsFine(field, ReferenceEquals(asked.plan.Root, parent), asked.rights, asked.rules),
            (plan, rights, rules));
        return isAllowed ? [] : Refusals(plan, rights);
    }

    private List<GraphQLError> Refusals(OperationPlan plan, Rights rights) =>
    [
        .. rules.Check(plan, rights.Caller),
        .. TextInputs.Check(plan),
        .. FilterSize.Check(plan),
        .. PageRequest.Check(plan, rights.MaxPage),
    ];

    private static bool IsFine(FieldSelection field, bool isAtRoot, Rights rights, AccessRules rules) =>
        rules.AllowsInputs(rights.Caller, field)
        && TextInputs.AreFine(field)
        && FilterSize.IsFine(field)
        && PageRequest.IsFine(field, isAtRoot ? rights.MaxPage : PageRequest.LargestSize);

    /// <summary>What decides on a plan beside the plan: equal for all callers that may ask the same.</summary>
    private readonly record struct Rights(Caller Caller, int MaxPage)
    {
        public bool AreThoseOf(Rights other) =>
            MaxPage == other.MaxPage
            && Caller.Purpose == other.Caller.Purpose
            && (ReferenceEquals(Caller.Scopes, other.Caller.Scopes) || Caller.Scopes.SetEquals(other.Caller.Scopes));
    }

    /// <summary>What is known of the plans of one template. Two requests that come at once find out the same.</summary>
    private sealed class Template(OperationPlan plan)
    {
        // There are as many kinds of callers as the contract has purposes, a few more where plans differ in their pages.
        private const int Most = 32;
        private volatile Rights[] granted = [];

        /// <summary>True when the caller may have all the fields, and all arguments in which no variable stands are in order.</summary>
        public bool IsGranted(Rights rights, AccessRules rules)
        {
            foreach (var known in granted)
                if (known.AreThoseOf(rights)) return true;
            if (!Grants(rights, rules)) return false;
            if (granted.Length < Most) granted = [.. granted, rights];
            return true;
        }

        private bool Grants(Rights rights, AccessRules rules)
        {
            if (!rules.AllowsFields(plan, rights.Caller)) return false;
            foreach (var (parent, field) in plan.Fields())
                if (!field.HasVariableArguments && !IsFine(field, ReferenceEquals(parent, plan.Root), rights, rules)) return false;
            return true;
        }
    }
}
