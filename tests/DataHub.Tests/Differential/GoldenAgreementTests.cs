using System.Runtime.CompilerServices;
using DataHub.Tests.Differential.Rows;

namespace DataHub.Tests.Differential;

/// <summary>Each operation that has a golden file has the naive answer too, on rows that are harder than those of its file.</summary>
public sealed class GoldenAgreementTests(NastyFixture nasty, SamplesFixture samples) : IClassFixture<NastyFixture>, IClassFixture<SamplesFixture>
{
    public static TheoryData<string> Names => [.. Golden.Queries.Keys.Where(name => !Golden.AsksOn(name))];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Golden_query_has_the_naive_answer_on_nasty_rows(string name) =>
        Assert.Null(await new SideBySide(nasty).DifferenceAsync(Golden.Queries[name].Document, null, Golden.Queries[name].Caller));

    [Fact]
    public async Task Golden_queries_have_the_naive_answers_on_their_own_rows()
    {
        // Cursors are of rows that are met only in the answers of other queries: those go first.
        var sides = new SideBySide(samples);
        foreach (var (name, query) in Golden.Queries.OrderBy(q => Golden.AsksOn(q.Key)))
        {
            var difference = await sides.DifferenceAsync(query.Document, null, query.Caller);
            Assert.True(difference is null, $"{name}: {difference}");
        }
    }

    [Fact]
    public void Every_golden_file_is_among_them()
    {
        var files = Directory.EnumerateFiles(Folder(), "*.txt", SearchOption.AllDirectories);
        var golden = files.Where(f => f.Contains("__snapshots__", StringComparison.Ordinal) && File.ReadLines(f).FirstOrDefault() == "# query");
        Assert.Empty(golden.Select(f => Path.GetFileNameWithoutExtension(f)).Except(Golden.Queries.Keys));
    }

    private static string Folder([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(here, "..", ".."));
}
