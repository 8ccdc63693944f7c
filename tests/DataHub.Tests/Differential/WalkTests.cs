using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using DataHub.GraphQL.Types;
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
        var walks = Gen.Choose(0, int.MaxValue).Select(seed => Make(new Random(seed)));
        Prop.ForAll(Arb.From(walks, Shrink), walk => WalkAsync(walk).GetAwaiter().GetResult()).Check(Runs.Config(few: 40, many: 400));
        output.WriteLine($"Seed {Runs.Seed} ({Runs.SeedVariable}): {pages} pages, {backwards} of them backwards.");
        Assert.True(pages > 100 && backwards > 30, "The walks say too little.");
    }

    private Question Make(Random random)
    {
        var view = new NastyWorldView(hub.Hub.Schema, hub.Hub.Rules, sides.Types, hub.World);
        var maker = new ArgumentMaker(view, Callers.Steward, random);
        var query = view.Schema.Query;
        var roots = query.Fields.Where(IsList).Concat(Enumerable.Repeat(query.Field("business")!, 4)).ToList();
        var root = roots[random.Next(roots.Count)];
        if (IsList(root)) return Of(List(root));
        var lists = ((ObjectType)root.Type.Named).Fields.Where(f => IsList(f) && view.Rules.Allows(Callers.Steward, f)).ToList();
        var nib = new Given(root.Arguments[0], random.Next(2) == 0 ? "0000000000001" : "0000000000002");
        return Of(new Asked(root, "root", [nib], [List(lists[random.Next(lists.Count)])]));

        Question Of(Asked asked) => new(Callers.Steward, [asked], random.Next(2) == 0 ? 0 : null);

        Asked List(FieldDefinition field)
        {
            var arguments = maker.Of(field).RemoveAll(g => g.Argument.Name is "first" or "last");
            var goesBack = field.Argument("last") is { } last && random.Next(2) == 0;
            var size = goesBack ? field.Argument("last")! : field.Argument("first")!;
            return new Asked(field, "list", arguments.Add(new Given(size, JsonValue.Create(3 + random.Next(40)))), Page((ObjectType)field.Type.Named))
            {
                From = new Place(goesBack ? "before" : "after", 0),
            };
        }
    }

    private static bool IsList(FieldDefinition field) => field.Type.Named.Name.EndsWith("Connection", StringComparison.Ordinal);

    private static ImmutableArray<Asked> Page(ObjectType connection)
    {
        var edge = (ObjectType)connection.Field("edges")!.Type.Named;
        var node = (ObjectType)edge.Field("node")!.Type.Named;
        return
        [
            Leaf(connection, "totalCount"), Below(connection, "pageInfo", "hasNextPage", "hasPreviousPage", "startCursor", "endCursor"),
            new Asked(connection.Field("edges"), "edges", [], [Leaf(edge, "cursor"), new Asked(edge.Field("node"), "node", [], [Leaf(node, "id")])]),
        ];

        static Asked Leaf(ObjectType type, string name) => new(type.Field(name), name, [], []);

        static Asked Below(ObjectType type, string name, params string[] leaves) =>
            new(type.Field(name), name, [], [.. leaves.Select(leaf => Leaf((ObjectType)type.Field(name)!.Type.Named, leaf))]);
    }

    // What is asked of each page is what the walk needs.
    private static IEnumerable<Question> Shrink(Question walk) => Shrinking.Of(walk).Where(q => Listed(q) is { From: not null, Below.Length: 3 } list
        && list.Below.SequenceEqual(Listed(walk)!.Below) && list.Arguments.Any(a => a.Argument.Name is "first" or "last"));

    private static Asked? Listed(Question walk) => walk.Roots[0] is { Alias: "root" } root ? root.Below.FirstOrDefault() : walk.Roots[0];

    private async Task WalkAsync(Question walk)
    {
        var place = Listed(walk)!.From!;
        var goesBack = place.Argument == "before";
        var seen = new List<string>();
        string? cursor = null;
        for (var page = 0; page < MostPages; page++)
        {
            var (document, variables) = QuestionText.Of(walk, new Dictionary<Place, string?> { [place] = cursor });
            if (await sides.DifferenceAsync(document, variables, walk.Caller) is { } difference)
                throw new InvalidOperationException($"Page {page}: {difference}\n{document}\n{variables?.ToJsonString()}\nseed {Runs.Seed} ({Runs.SeedVariable})");
            var list = List(sides.Answer!.Data);
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

    private static JsonElement List(JsonElement data) => data.TryGetProperty("root", out var root) ? root.GetProperty("list") : data.GetProperty("list");
}
