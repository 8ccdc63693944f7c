using System.Text.Json;
using DataHub.Testing;

namespace DataHub.Tests.Rights;

public sealed class BreachReportTests(HubFixture hub) : IClassFixture<HubFixture>
{
    private const string Report =
        """
        query($input: BreachReportInput!, $first: Int, $after: String) {
          breachReport(input: $input, first: $first, after: $after) {
            entries persons businesses fields { coordinate description entries }
            affected { nodes { personId businessId entries } hasNextPage endCursor } notice { dueAt data whenAndHow handling }
          }
        }
        """;

    [Fact]
    public async Task It_names_whom_and_what_the_answers_between_two_times_were_about_a_page_at_a_time()
    {
        var from = TimeProvider.System.GetUtcNow().AddSeconds(-1);
        await hub.AskAsync($$"""{ business(nib: "{{Samples.FirstNib}}") { address owner { name } } }""", Callers.Bank);
        await hub.AskAsync("""{ business(nib: "0000000000002") { address owner { name } } }""", Callers.Bank);

        var report = await AskAsync(from, "bank-sandbox", 1, null);
        Assert.Equal(2, report.GetProperty("entries").GetInt32());
        Assert.Equal(2, report.GetProperty("persons").GetInt32());
        Assert.Contains(report.GetProperty("fields").EnumerateArray(), field => field.GetProperty("coordinate").GetString() == "Person.name");
        Assert.Contains("Person.name", report.GetProperty("notice").GetProperty("data").GetString(), StringComparison.Ordinal);
        Assert.Contains("bank-sandbox", report.GetProperty("notice").GetProperty("whenAndHow").GetString(), StringComparison.Ordinal);

        var people = new List<string?>();
        for (string? after = null; ;)
        {
            var page = (await AskAsync(from, "bank-sandbox", 1, after)).GetProperty("affected");
            people.Add(Assert.Single(page.GetProperty("nodes").EnumerateArray()).GetProperty("personId").GetString());
            if (!page.GetProperty("hasNextPage").GetBoolean()) break;
            after = page.GetProperty("endCursor").GetString();
        }
        Assert.Equal([hub.Hub.Ids.Encode("Person", 1), hub.Hub.Ids.Encode("Person", 2)], people.Take(2));
    }

    [Fact]
    public async Task Answers_to_others_and_of_other_times_are_not_in_it()
    {
        var from = TimeProvider.System.GetUtcNow().AddSeconds(-1);
        await hub.AskAsync($$"""{ business(nib: "{{Samples.FirstNib}}") { address } }""", Callers.Bank);

        Assert.Equal(0, (await AskAsync(from, "no-such-client", 10, null)).GetProperty("entries").GetInt32());
        Assert.Equal(0, (await AskAsync(from.AddDays(10), "bank-sandbox", 10, null)).GetProperty("entries").GetInt32());
        Assert.True((await hub.AskAsync(Report, Callers.Bank, Variables(from, null, 10, null))).HasErrors);
    }

    private static object Variables(DateTimeOffset from, string? client, int first, string? after) =>
        new { input = new { from = from.ToString("O"), to = from.AddDays(1).ToString("O"), client }, first, after };

    private async Task<JsonElement> AskAsync(DateTimeOffset from, string client, int first, string? after)
    {
        var answer = await hub.AskAsync(Report, Callers.Steward, Variables(from, client, first, after));
        Assert.False(answer.HasErrors, answer.ToString());
        return answer.Data.GetProperty("breachReport");
    }
}
