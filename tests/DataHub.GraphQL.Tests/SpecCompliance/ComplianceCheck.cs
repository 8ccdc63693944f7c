using System.Reflection;

namespace DataHub.GraphQL.Tests.SpecCompliance;

/// <summary>Compares classes of tests with the list of what the specification holds.</summary>
internal static class ComplianceCheck
{
    private const string Prefix = "Section_";

    /// <summary>What is wrong, a line each; empty when every section is proven.</summary>
    /// <param name="list">The specification.</param>
    /// <param name="types">All types among which the classes of tests are.</param>
    /// <param name="exceptions">Number of a section that has no class yet → why.</param>
    public static IReadOnlyList<string> Problems(
        IReadOnlyList<SpecificationEntry> list, IEnumerable<Type> types, IReadOnlyDictionary<string, string> exceptions)
    {
        var classes = types.Where(t => t.Name.StartsWith(Prefix, StringComparison.Ordinal) && !t.IsNested).ToList();
        var byName = classes.ToLookup(t => t.Name, StringComparer.Ordinal);
        return
        [
            .. list.SelectMany(entry => ProblemsOf(entry, [.. byName[entry.ClassName]], exceptions.ContainsKey(entry.Number))),
            .. classes.Select(t => t.Name).Except(list.Select(e => e.ClassName), StringComparer.Ordinal)
                .Select(name => $"{name} names no section of the specification"),
            .. exceptions.Where(e => string.IsNullOrWhiteSpace(e.Value)).Select(e => $"the exception of {e.Key} has no reason"),
            .. exceptions.Keys.Except(list.Select(e => e.Number), StringComparer.Ordinal)
                .Select(number => $"the exception of {number} names no section of the specification"),
        ];
    }

    private static IEnumerable<string> ProblemsOf(SpecificationEntry entry, IReadOnlyList<Type> classes, bool isExcepted)
    {
        switch (classes.Count)
        {
            case 0 when isExcepted || !entry.HasRules:
                return [];
            case 0:
                return [$"{entry.Number} {entry.Title} has no class {entry.ClassName}"];
            case 1 when isExcepted:
                return [$"{entry.Number} {entry.Title} is an exception but has its class"];
            case 1:
                return ProblemsOf(entry, Tests(classes[0]));
            default:
                return [$"{entry.Number} {entry.Title} has more than one class"];
        }
    }

    private static IEnumerable<string> ProblemsOf(SpecificationEntry entry, MethodInfo[] tests)
    {
        if (tests.Length == 0) yield return $"{entry.ClassName} has no test";
        var proven = tests.SelectMany(t => t.GetCustomAttributes<SpecifiesAttribute>()).Select(a => a.Name).Distinct().ToList();
        foreach (var part in entry.Parts.Where(p => !proven.Contains(p)))
            yield return $"{entry.ClassName} has no test of {part}";
        foreach (var stranger in proven.Except(entry.Parts))
            yield return $"{entry.ClassName} specifies {stranger}, which is no part of its section";
    }

    // A theory is a fact; a test that is skipped proves nothing.
    private static MethodInfo[] Tests(Type type) =>
    [
        .. type.GetMethods(BindingFlags.Instance | BindingFlags.Public)
            .Where(m => m.GetCustomAttribute<FactAttribute>() is { Skip: null }),
    ];
}
