using System.Reflection;
using DataHub.GraphQL.Execution;

namespace DataHub.GraphQL.Validation;

/// <summary>The rules of one document by what they override: a rule is called only for what it looks at.</summary>
internal sealed class RuleHooks
{
    private static readonly string[] Names =
    [
        nameof(ValidationRule.EnterTypeSystem), nameof(ValidationRule.EnterOperation), nameof(ValidationRule.EnterFragment),
        nameof(ValidationRule.EnterVariable), nameof(ValidationRule.EnterField), nameof(ValidationRule.EnterSpread),
        nameof(ValidationRule.EnterInlineFragment), nameof(ValidationRule.EnterDirectives), nameof(ValidationRule.EnterDirective),
        nameof(ValidationRule.EnterArguments), nameof(ValidationRule.EnterValue), nameof(ValidationRule.EnterObject),
        nameof(ValidationRule.LeaveOperation), nameof(ValidationRule.LeaveDocument),
    ];

    // Which rules override which method does not change; it is found out once.
    private static int[][]? overriding;
    private static int[][]? overridingWithIncremental;
    private readonly ValidationRule[][] byHook;

    public RuleHooks(ValidationContext context)
    {
        var isIncremental = IncrementalDirectives.AreIn(context.Schema);
        var further = isIncremental ? SpecifiedRules.Incremental : [];
        var rules = new ValidationRule[SpecifiedRules.All.Count + further.Count];
        for (var i = 0; i < SpecifiedRules.All.Count; i++) rules[i] = SpecifiedRules.All[i](context);
        for (var i = 0; i < further.Count; i++) rules[SpecifiedRules.All.Count + i] = further[i](context);
        ref var known = ref isIncremental ? ref overridingWithIncremental : ref overriding;
        known ??= Array.ConvertAll(Names, name => Overriding(rules, name));
        byHook = Array.ConvertAll(known, indexes => Array.ConvertAll(indexes, i => rules[i]));
    }

    public ValidationRule[] TypeSystem => byHook[0];

    public ValidationRule[] Operation => byHook[1];

    public ValidationRule[] Fragment => byHook[2];

    public ValidationRule[] Variable => byHook[3];

    public ValidationRule[] Field => byHook[4];

    public ValidationRule[] Spread => byHook[5];

    public ValidationRule[] InlineFragment => byHook[6];

    public ValidationRule[] Directives => byHook[7];

    public ValidationRule[] Directive => byHook[8];

    public ValidationRule[] Arguments => byHook[9];

    public ValidationRule[] Value => byHook[10];

    public ValidationRule[] Object => byHook[11];

    public ValidationRule[] OperationEnd => byHook[12];

    public ValidationRule[] DocumentEnd => byHook[13];

    private static int[] Overriding(ValidationRule[] rules, string method) =>
        [.. Enumerable.Range(0, rules.Length).Where(i => Overrides(rules[i], method))];

    private static bool Overrides(ValidationRule rule, string method) =>
        rule.GetType().GetMethod(method, BindingFlags.Instance | BindingFlags.Public)!.DeclaringType != typeof(ValidationRule);
}
