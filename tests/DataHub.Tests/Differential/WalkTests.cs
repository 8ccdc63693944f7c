using System.Text.Json;
using DataHub.Testing;
using DataHub.Tests.Differential.Questions;
using DataHub.Tests.Differential.Rows;
using FsCheck;
using FsCheck.Fluent;
using Xunit.Abstractions;

namespace DataHub.Tests.Differential;

/// <summary>Lists with any conditions and order, walked page by page.</summary>
public sealed class WalkTests(NastyFixture hub, ITestOutputHelper output) : IClassFixture<NastyFixture>
{
    private const int MostPages = 70;
    private readonly SideBySide sides = new(hub);
    private int pages;
    private int backwards;

    [Fact]
    public void Walking_a_list_either_way_meets_each_row_once()
    {
        var view = new NastyWorldView(hub.Hub, sides.Types, hub.World);
        var walks = Gen.Choose(0, int.MaxValue).Select(seed => new ListMaker(view, Callers.Steward, new Random(seed)).Make(pages: true));
        Prop.ForAll(Arb.From(walks, Shrink), walk => WalkAsync(walk).GetAwaiter().GetResult()).Check(Runs.Config(few: 60, many: 300));
        output.WriteLine($"Seed {Runs.Seed} ({Runs.SeedVariable}): {pages} pages, {backwards} of them backwards.");
        Assert.True(pages > 150 && backwards > 40, "The walks say too little.");
    }

    // What is asked of each page is what the walk needs.
    private static IEnumerable<Question> Shrink(Question walk) => Shrinking.Of(walk).Where(q => ListMaker.ListOf(q) is { From: not null } list
        && list.Below.SequenceEqual(ListMaker.ListOf(walk)!.Below) && list.Arguments.Any(a => a.Argument.Name is "first" or "last"));

    private async Task WalkAsync(Question walk)
    {
        var place = ListMaker.ListOf(walk)!.From!;
        var goesBack = place.Argument == "before";
        var seen = new List<string>();
        string? cursor = null;
        for (var page = 0; page < MostPages; page++)
        {
            var list = await PageAsync(walk, place, cursor);
            var ids = list.GetProperty("edges").EnumerateArray().Select(e => e.GetProperty("node").GetProperty("id").GetString()!).ToList();
            seen.InsertRange(goesBack ? 0 : seen.Count, ids);
            (pages, backwards) = (pages + 1, backwards + (goesBack ? 1 : 0));
            var info = list.GetProperty("pageInfo");
            cursor = info.GetProperty(goesBack ? "startCursor" : "endCursor").GetString();
            if (info.GetProperty(goesBack ? "hasPreviousPage" : "hasNextPage").GetBoolean()) continue;
            Assert.Equal(list.GetProperty("totalCount").GetInt32(), seen.Count);
            Assert.Equal(seen.Count, seen.Distinct().Count());
            return;
        }
        throw new InvalidOperationException($"The list does not end within {MostPages} pages.");
    }

    private async Task<JsonElement> PageAsync(Question walk, Place place, string? cursor)
    {
        var (document, variables) = QuestionText.Of(walk, new Dictionary<Place, string?> { [place] = cursor });
        if (await sides.DifferenceAsync(document, variables, walk.Caller) is { } difference)
            throw new InvalidOperationException($"{difference}\n{document}\n{variables?.ToJsonString()}\nseed {Runs.Seed} ({Runs.SeedVariable})");
        var data = sides.Answer!.Data;
        return data.TryGetProperty("root", out var root) ? root.GetProperty("list") : data.GetProperty("list");
    }
}
