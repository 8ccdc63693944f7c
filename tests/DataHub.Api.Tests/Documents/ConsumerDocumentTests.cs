using System.Text.Json;
using System.Text.RegularExpressions;
using DataHub.Access;
using DataHub.Api.Documents;
using DataHub.Testing;

namespace DataHub.Api.Tests.Documents;

/// <summary>Each document of schema/operations, asked of the whole hub as its consumer asks it.</summary>
public sealed partial class ConsumerDocumentTests(HubFixture hub) : IClassFixture<HubFixture>
{
    private const string Application = """{ "nib": "0000000000001", "kind": "MIKRO", "amount": "20000000", "date": "2026-11-21" }""";

    private const string SmallApplication =
        """{ "nib": "0000000000002", "kind": "SUPER_MIKRO", "amount": "5000000", "date": "2026-11-21" }""";

    private static readonly Dictionary<string, string> Variables = new(StringComparer.Ordinal)
    {
        ["bank/applicant.graphql"] = """{ "nib": "0000000000001", "loans": 3 }""",
        ["bank/kur-decision.graphql"] = $$"""{ "input": {{Application}} }""",
        ["bank/kur-screening.graphql"] = $$"""{ "inputs": [{{Application}}, {{SmallApplication}}] }""",
        ["bank/kur-settings.graphql"] = "{}",
        ["dashboard/businesses.graphql"] = """{ "where": { "regency": { "code": { "eq": "18.71" } } }, "first": 3 }""",
        ["dashboard/programmes.graphql"] = "{}",
        ["dashboard/totals.graphql"] = """{ "scales": ["MIKRO"] }""",
        ["owner/my-businesses.graphql"] = "{}",
        ["owner/my-loans-and-trainings.graphql"] = """{ "first": 2 }""",
        ["partner/seller-verification.graphql"] = """{ "nib": "0000000000001" }""",
        ["partner/sellers-status.graphql"] = """{ "nibs": ["0000000000002", "1111111111111", "0000000000001"] }""",
        ["steward/feed-runs.graphql"] = "{}",
        ["steward/rejected-rows.graphql"] = """{ "where": { "feed": { "eq": "OSS" } } }""",
        ["steward/set-kur-setting.graphql"] =
            """{ "input": { "name": "no such reading", "value": "1", "reason": "To see the refusal." } }""",
        ["university/businesses-by-place.graphql"] = """{ "regencies": ["18.01", "18.71"] }""",
        ["university/registrations-by-year.graphql"] = "{}",
    };

    private static readonly Dictionary<string, Caller> Consumers = new(StringComparer.Ordinal)
    {
        ["bank"] = Callers.Bank,
        ["dashboard"] = Callers.Dashboard,
        ["owner"] = Callers.Owner(1),
        ["partner"] = Callers.Partner,
        ["steward"] = Callers.Steward,
        ["university"] = Callers.University,
    };

    public static TheoryData<string> Names => [.. StoredDocument.Embedded().Select(NameOf)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_consumer_gets_the_answer_of_the_golden_file(string name)
    {
        var document = StoredDocument.Embedded().Single(document => NameOf(document) == name);
        using var variables = JsonDocument.Parse(Variables[name]);
        var answer = await hub.AskAsync(document.Text(), Consumers[document.Consumer], variables.RootElement);
        Assert.Empty(hub.Failures);
        // Nobody of the samples has consented to anything: what takes consent is null, and the document is answered all the same.
        Assert.Equal(name == "bank/applicant.graphql" ? ["CONSENT_REQUIRED"] : [], answer.Codes);
        GoldenFile.Match($"{name.Replace('/', '_')}.json", Moment().Replace(answer.ToString(), "\"$1\": \"…\""));
    }

    [Fact]
    public void Every_consumer_of_the_hub_has_two_to_four_documents_and_each_is_described()
    {
        var documents = StoredDocument.Embedded();
        Assert.Equal(Consumers.Keys.Order(), documents.Select(document => document.Consumer).Distinct().Order());
        Assert.All(documents.GroupBy(document => document.Consumer), group => Assert.InRange(group.Count(), 2, 4));
        Assert.All(documents, document => Assert.StartsWith("\"", document.Text(), StringComparison.Ordinal));
    }

    private static string NameOf(StoredDocument document) => $"{document.Consumer}/{document.File}";

    // Times of the run itself, and the budget at that time.
    [GeneratedRegex("\"(asOf|since|remaining)\": (\"[^\"]*\"|[0-9]+)")]
    private static partial Regex Moment();
}
