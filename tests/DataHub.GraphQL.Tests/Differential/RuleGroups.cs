namespace DataHub.GraphQL.Tests.Differential;

/// <summary>
/// Which rules of the two sides are about the same. Most pair one to one; where the sides cut differently, the sections that belong
/// together are one group.
/// </summary>
internal static class RuleGroups
{
    /// <summary>Once a document holds definitions of a type system, the other side takes these into account in other rules.</summary>
    public const string ExecutableDefinitions = "5.1.1";

    /// <summary>Values that their places do not take.</summary>
    public const string Values = "5.6.1, 5.6.2, 5.6.4, 5.4.3";
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

    private static readonly (string Rule, string[] Presumed)[] Presumed =
    [
        // Fields that do not exist have no type and no arguments to be merged by, also those of a type that has none.
        ("5.3.2", ["5.2.1.1", "5.3.1", "5.3.3", "5.5.1.3", Types]),
        // Fragments that spread each other in a cycle are all the target of a spread; the other side asks whether an operation gets there.
        ("5.5.1.4", ["5.5.2.2"]),
        // Of an argument or a field that is given twice, each side looks at values of its own choice,
        (Values, ["5.4.2", "5.6.3"]),
        // and of two fragments or variables of one name at one of its own choice.
        ("5.2.4.1", ["5.5.1.1"]), ("5.3.2", ["5.5.1.1"]), ("5.5.1.4", ["5.5.1.1"]), ("5.5.2.2", ["5.5.1.1"]), ("5.5.2.3", ["5.5.1.1"]),
        ("5.8.3", ["5.5.1.1"]), ("5.8.4", ["5.5.1.1"]), ("5.8.5", ["5.5.1.1", "5.8.1"]),
    ];

    /// <summary>The other side's rules that take part.</summary>
    public static IEnumerable<string> AllTheirs => TheirRules.Keys;

    public static string OfTheirs(string rule) => TheirRules[rule];

    /// <summary>The group of a section, given by its number.</summary>
    public static string OfOurs(string section) =>
        new[] { Values, Directives, Types }.FirstOrDefault(group => group.Split(", ").Contains(section)) ?? section;

    /// <summary>
    /// Both sides' groups as texts that are equal when the sides agree; null for a valid document. A rule that presumes another counts
    /// only in documents that keep the other, since what it says of the rest is not specified.
    /// </summary>
    public static (string? Ours, string? Theirs) Comparable(HashSet<string> ours, HashSet<string> theirs)
    {
        foreach (var (rule, presumed) in Presumed)
        {
            if (!presumed.Any(each => ours.Contains(each) && theirs.Contains(each))) continue;
            ours.Remove(rule);
            theirs.Remove(rule);
        }
        return (Join(ours), Join(theirs));
    }

    private static string? Join(HashSet<string> groups) =>
        groups.Count == 0 ? null : string.Join("; ", groups.Order(StringComparer.Ordinal));
}
