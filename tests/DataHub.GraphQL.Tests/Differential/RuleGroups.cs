namespace DataHub.GraphQL.Tests.Differential;

/// <summary>
/// Which rules of the two sides are about the same. Most pair one to one; where the sides cut differently, the sections that belong
/// together are one group.
/// </summary>
internal static class RuleGroups
{
    /// <summary>Once a document holds definitions of a type system, the other side takes these into account in other rules.</summary>
    public const string ExecutableDefinitions = "5.1.1";

    private const string Values = "5.6.1, 5.6.2, 5.6.4, 5.4.3";
    private const string Directives = "5.7.1, 5.7.2";
    private const string Types = "5.5.1.2, 5.8.2";

    private static readonly Dictionary<string, string> TheirRules = new(StringComparer.Ordinal)
    {
        ["ExecutableDefinitionsRule"] = ExecutableDefinitions,
        ["KnownOperationTypesRule"] = "5.2.1.1",
        ["UniqueOperationNamesRule"] = "5.2.2.1",
        ["LoneAnonymousOperationRule"] = "5.2.3.1",
        ["SingleFieldSubscriptionsRule"] = "5.2.4.1",
        ["FieldsOnCorrectTypeRule"] = "5.3.1",
        ["OverlappingFieldsCanBeMergedRule"] = "5.3.2",
        ["ScalarLeafsRule"] = "5.3.3",
        ["KnownArgumentNamesRule"] = "5.4.1",
        ["UniqueArgumentNamesRule"] = "5.4.2",
        // null for a required argument breaks 5.4.3 here, and over there the rule of values.
        ["ProvidedRequiredArgumentsRule"] = Values,
        ["ValuesOfCorrectTypeRule"] = Values,
        ["UniqueFragmentNamesRule"] = "5.5.1.1",
        ["KnownTypeNamesRule"] = Types,
        ["VariablesAreInputTypesRule"] = Types,
        ["FragmentsOnCompositeTypesRule"] = "5.5.1.3",
        ["NoUnusedFragmentsRule"] = "5.5.1.4",
        ["KnownFragmentNamesRule"] = "5.5.2.1",
        ["NoFragmentCyclesRule"] = "5.5.2.2",
        ["PossibleFragmentSpreadsRule"] = "5.5.2.3",
        ["UniqueInputFieldNamesRule"] = "5.6.3",
        ["KnownDirectivesRule"] = Directives,
        ["UniqueDirectivesPerLocationRule"] = "5.7.3",
        ["UniqueVariableNamesRule"] = "5.8.1",
        ["NoUndefinedVariablesRule"] = "5.8.3",
        ["NoUnusedVariablesRule"] = "5.8.4",
        ["VariablesInAllowedPositionRule"] = "5.8.5",
    };

    /// <summary>The other side's rules that take part.</summary>
    public static IEnumerable<string> AllTheirs => TheirRules.Keys;

    public static string OfTheirs(string rule) => TheirRules[rule];

    /// <summary>The group of a section, given by its number.</summary>
    public static string OfOurs(string section) =>
        new[] { Values, Directives, Types }.FirstOrDefault(group => group.Split(", ").Contains(section)) ?? section;

    /// <summary>Groups in one order, each once; null when there are none.</summary>
    public static string? Join(IEnumerable<string> groups)
    {
        var joined = string.Join("; ", groups.Distinct().Order(StringComparer.Ordinal));
        return joined.Length == 0 ? null : joined;
    }
}
