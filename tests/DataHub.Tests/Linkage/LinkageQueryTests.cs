using DataHub.Access;
using DataHub.Testing;
using DataHub.Tests.Linkage.Review;

namespace DataHub.Tests.Linkage;

/// <summary>What stewards and owners read of linkage: query, answer and SQL as agreed.</summary>
public sealed class LinkageQueryTests(ReviewWorld hub) : IClassFixture<ReviewWorld>
{
    private const string Business = """
        { business(nib: "0000000000001") { formerIds mergeHistory { kind at businessId otherId records reason actor steward modelVersion attribute }
            provenance { feed sourceRecordId rule certainty evidence { comparison level bits words wordsEn } } } }
        """;

    private const string Values = """
        { businessesByNib(nibs: ["0000000000001", "0000000000002"]) { values {
            attribute value rule feed sourceRecordId sourceDate receivedAt pin { value } alternatives { value feed sourceRecordId sourceDate receivedAt } } } }
        """;

    private const string Own = """
        { me { businesses { mergeHistory { kind reason actor records } provenance { feed sourceRecordId certainty }
            values { attribute value rule feed sourceRecordId alternatives { value feed sourceRecordId } } } } }
        """;

    public static TheoryData<string> Names => [.. Queries.Keys];

    private static Dictionary<string, (Caller Caller, string Document)> Queries { get; } = new(StringComparer.Ordinal)
    {
        ["review_queue"] = (Callers.Steward,
            """
            { reviewQueue(first: 3) { totalCount pageInfo { hasNextPage } nodes {
                subject state reason reasonWords bits worth needsTwo evidence { comparison level bits words wordsEn }
                left { feed sourceRecordId sourceDate receivedAt values { column value damaged } business { nib name } person { name } otherRecords loans outstanding }
                right { feed sourceRecordId sourceDate values { column value damaged } business { nib } otherRecords loans outstanding }
                ifSame { survivorId mergedId records loans certificates trainings shops conflicts { attribute left right } }
                lock { by } decision { verdict } } } }
            """),
        ["business_history_and_evidence"] = (Callers.Steward, Business),
        ["business_values"] = (Callers.Steward, Values),
        ["own_history_and_values"] = (Callers.Owner(1), Own),
    };

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Query_gives_the_answer_and_the_sql_of_its_golden_file(string name)
    {
        var (caller, document) = Queries[name];
        var answer = await hub.AskAsync(document, caller);
        Assert.Empty(hub.Failures);
        // Not among those that the naive evaluation answers: its worlds have no pairs and no history.
        GoldenFile.Match($"{name}.txt", $"# linkage\n{answer.Golden(document)}");
    }

    [Fact]
    public async Task The_id_of_a_business_that_was_merged_answers_for_the_survivor()
    {
        var answer = await hub.AskAsync($$"""{ node(id: "{{hub.Id("Business", 901)}}") { ... on Business { id nib formerIds } } }""", Callers.Bank);
        Assert.Equal(hub.Id("Business", 1), answer.Data.GetProperty("node").GetProperty("id").GetString());
        Assert.Equal([hub.Id("Business", 901)], answer.Data.GetProperty("node").GetProperty("formerIds").EnumerateArray()
            .Select(id => id.GetString()));
    }

    [Fact]
    public async Task Nobody_but_stewards_asks_for_pairs_decisions_and_passes()
    {
        foreach (var caller in new[] { Callers.Bank, Callers.Partner, Callers.University, Callers.Dashboard, Callers.Owner(1) })
            foreach (var field in new[] { "reviewQueue { totalCount }", "linkDecisions { totalCount }", "linkagePasses { totalCount }" })
                Assert.Equal(["GRAPHQL_VALIDATION_FAILED"], (await hub.AskAsync($"{{ {field} }}", caller)).Codes);
        Assert.Equal(["GRAPHQL_VALIDATION_FAILED"],
            (await hub.AskAsync("{ me { businesses { mergeHistory { steward } } } }", Callers.Owner(1))).Codes);
        Assert.Equal(["GRAPHQL_VALIDATION_FAILED"], (await hub.AskAsync("""{ business(nib: "0000000000001") { values { value } } }""", Callers.Bank)).Codes);
    }

    [Fact]
    public async Task Owners_see_the_history_of_their_own_businesses_alone()
    {
        var answer = await hub.AskAsync("{ me { businesses { mergeHistory { id } } } }", Callers.Owner(2));
        Assert.DoesNotContain(
            hub.Id("BusinessEvent", 1),
            answer.Data.GetProperty("me").GetProperty("businesses")[0].GetProperty("mergeHistory").EnumerateArray().Select(e => e.GetProperty("id").GetString()));
    }

    [Theory]
    [InlineData("{ subject: PERSON }", "PS-2")]
    [InlineData("{ feed: MARKETPLACE }", "2")]
    [InlineData("{ reason: \"NIK\" }", "2")]
    [InlineData("{ minBits: 2, maxBits: 2.9 }", "2")]
    [InlineData("{ regency: \"18.71\" }", "2,2,PS-2")]
    [InlineData("{ waitsForSecond: true }", "")]
    [InlineData("{ mine: true }", "")]
    [InlineData("{ mine: false, waitsForSecond: false }", "2,GONE,2,PS-2")]
    public async Task Conditions_of_the_queue_leave_what_meets_them(string where, string rights)
    {
        var answer = await hub.AskAsync($"{{ reviewQueue(where: {where}) {{ totalCount nodes {{ right {{ sourceRecordId }} }} }} }}");
        var found = answer.Data.GetProperty("reviewQueue").GetProperty("nodes").EnumerateArray()
            .Select(n => n.GetProperty("right").GetProperty("sourceRecordId").GetString());
        Assert.Equal(rights, string.Join(',', found));
    }

    [Fact]
    public async Task The_queue_is_walked_page_by_page_without_gap_or_repetition()
    {
        var (seen, after) = (new List<string>(), (string?)null);
        do
        {
            var page = (await hub.AskAsync(
                "query($after: String) { reviewQueue(first: 1, after: $after) { edges { node { id } } pageInfo { endCursor hasNextPage } } }", null, new { after }))
                .Data.GetProperty("reviewQueue");
            seen.AddRange(page.GetProperty("edges").EnumerateArray().Select(e => e.GetProperty("node").GetProperty("id").GetString()!));
            after = page.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean() ? page.GetProperty("pageInfo")
                .GetProperty("endCursor").GetString() : null;
        }
        while (after is not null);
        Assert.Equal(new long[] { 2, 4, 1, 3 }.Select(n => hub.Id("ReviewItem", n)), seen);
        Assert.Equal(["BAD_USER_INPUT"], (await hub.AskAsync("""{ reviewQueue(after: "x") { totalCount } }""")).Codes);
    }
}
