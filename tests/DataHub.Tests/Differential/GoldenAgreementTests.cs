using System.Reflection;
using DataHub.Tests.Differential.Rows;
using DataHub.Tests.Planning;

namespace DataHub.Tests.Differential;

/// <summary>Each operation that has a golden file has the naive answer too, on rows that are harder than those of its file.</summary>
public sealed class GoldenAgreementTests(NastyFixture hub) : IClassFixture<NastyFixture>
{
    private static readonly Dictionary<string, GoldenQuery> Queries = typeof(GoldenAgreementTests).Assembly.GetTypes()
        .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public))
        .Where(field => field.FieldType.IsAssignableTo(typeof(IReadOnlyDictionary<string, GoldenQuery>)) && field.DeclaringType != typeof(GoldenAgreementTests))
        .SelectMany(field => (IReadOnlyDictionary<string, GoldenQuery>)field.GetValue(null)!)
        .ToDictionary(StringComparer.Ordinal);

    public static TheoryData<string> Names => [.. Queries.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Golden_query_has_the_naive_answer(string name) =>
        Assert.Null(await new SideBySide(hub).DifferenceAsync(Queries[name].Document, null, Queries[name].Caller));

    [Fact]
    public void Every_golden_file_is_among_them()
    {
        var files = Directory.EnumerateFiles(Folder(), "*.txt", SearchOption.AllDirectories).Where(f => File.ReadLines(f).FirstOrDefault() == "# query");
        Assert.Empty(files.Select(f => Path.GetFileNameWithoutExtension(f)).Except(Queries.Keys));
    }

    private static string Folder([System.Runtime.CompilerServices.CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(here, "..", ".."));
}
