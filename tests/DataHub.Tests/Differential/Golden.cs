using System.Reflection;
using DataHub.Tests.Planning;

namespace DataHub.Tests.Differential;

/// <summary>All operations that have golden files.</summary>
internal static class Golden
{
    /// <summary>By the name of the golden file.</summary>
    public static IReadOnlyDictionary<string, GoldenQuery> Queries { get; } = typeof(Golden).Assembly.GetTypes()
        .Where(type => type != typeof(Golden))
        .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public))
        .Where(field => field.FieldType.IsAssignableTo(typeof(IReadOnlyDictionary<string, GoldenQuery>)))
        .SelectMany(field => (IReadOnlyDictionary<string, GoldenQuery>)field.GetValue(null)!)
        .ToDictionary(StringComparer.Ordinal);

    /// <summary>True when a query goes on from a cursor: a row of its own golden file's database.</summary>
    public static bool AsksOn(string name) =>
        Queries[name].Document.Contains("after: \"", StringComparison.Ordinal) || Queries[name].Document.Contains("before: \"", StringComparison.Ordinal);
}
