using System.Text.Json;
using DataHub.Feeds.Loading;
using DataHub.Shared.Secrets;
using DataHub.Testing;

namespace DataHub.Tests.Research;

/// <summary>Answers from roll-ups are those that counting gives.</summary>
public sealed class RollUpAnswerTests(RollUpAnswerTests.Fixture hub) : IClassFixture<RollUpAnswerTests.Fixture>
{
    private static readonly string[] Dimensions = ["REGENCY", "DISTRICT", "SCALE", "SECTOR", "GENDER", "STATUS", "REGISTRATION_YEAR"];

    /// <summary>Every combination of conditions, among them ones that nothing meets.</summary>
    private static readonly string[] Conditions =
    [
        "", "regencies: [\"18.01\", \"18.71\"]", "scales: [MIKRO]", "sectors: [\"C\", \"G\"]", "regencies: [\"18.71\"], scales: [KECIL, MENENGAH]",
        "scales: [MIKRO, KECIL], sectors: [\"C\"]", "regencies: [\"18.02\"], sectors: [\"G\", \"I\"]",
        "regencies: [\"18.03\", \"18.72\"], scales: [MIKRO], sectors: [\"C\", \"G\"]", "regencies: []", "sectors: [\"?\"]",
    ];

    private const string Columns =
        "regency { code } district { code } scale sector { code name } gender status registrationYear count sumAnnualSales sumWorkers suppressed";

    public static TheoryData<int> Sizes => [1, 2, 3, 4];

    [Theory]
    [MemberData(nameof(Sizes))]
    public async Task Every_set_of_dimensions_and_conditions_gives_what_counting_gives(int size)
    {
        var groups = 0;
        foreach (var by in Sets(size))
        {
            var kept = await AskAsync(by, "false", "ROLL_UP");
            Assert.Equal(await AskAsync(by, "true", "EXACT"), kept);
            groups += kept.Sum(answer => answer.Split("\"count\"").Length - 1);
        }
        // 7, 21, 35 and 35 sets with ten conditions each: enough of them have an answer.
        Assert.True(groups > 100 * size, $"{groups} groups");
    }

    [Fact]
    public async Task Rows_stand_in_the_order_of_the_dimensions()
    {
        var answer = await hub.AskAsync("{ statistics(by: [SCALE, REGENCY]) { rows { scale regency { code } } } }", Callers.University);
        var rows = answer.Data.GetProperty("statistics").GetProperty("rows").EnumerateArray()
            .Select(row => $"{row.GetProperty("scale")}|{row.GetProperty("regency").GetProperty("code")}").ToList();
        Assert.True(rows.Count > 15);
        Assert.Equal(rows.Order(StringComparer.Ordinal), rows);
    }

    [Fact]
    public async Task An_exact_answer_is_of_now_and_another_of_the_last_change()
    {
        var before = hub.Hub.Time.GetUtcNow();
        var exact = await AsOfAsync("exact: true");
        var kept = await AsOfAsync("exact: false");
        Assert.True(exact >= before.AddMilliseconds(-1), $"{exact:O} is before {before:O}");
        Assert.True(kept < before, $"{kept:O} is not before {before:O}");
        Assert.Equal(kept, await AsOfAsync("where: { regencies: [] }"));
        await hub.RunAsync("update registry.business set workers = workers + 1 where id = (select min(id) from registry.business)");
        Assert.True(await AsOfAsync("exact: false") > kept);
    }

    [Fact]
    public async Task Counting_costs_more_than_reading_what_is_kept()
    {
        var kept = await hub.AskAsync("{ statistics(by: [SCALE]) { rows { count } } }", Callers.University);
        var off = await hub.AskAsync("query($e: Boolean!) { statistics(by: [SCALE], exact: $e) { rows { count } } }", Callers.University, new { e = false });
        var on = await hub.AskAsync("query($e: Boolean!) { statistics(by: [SCALE], exact: $e) { rows { count } } }", Callers.University, new { e = true });
        Assert.Equal(kept.Cost!.Requested, off.Cost!.Requested);
        Assert.Equal(kept.Cost.Requested + 450, on.Cost!.Requested);
    }

    private static IEnumerable<string> Sets(int size) => Enumerable.Range(0, 1 << Dimensions.Length)
        .Where(bits => int.PopCount(bits) == size)
        .Select(bits => string.Join(", ", Dimensions.Where((_, index) => (bits >> index & 1) == 1)));

    private async Task<List<string>> AskAsync(string by, string exact, string source)
    {
        var fields = Conditions.Select((where, index) =>
            $"a{index}: statistics(by: [{by}], where: {{ {where} }}, exact: {exact}) {{ source suppressedRows rows {{ {Columns} }} }}");
        // So many questions are more than one client's budget.
        var answer = await hub.AskAsync($"{{ {string.Join(' ', fields)} }}", Callers.University with { Client = $"university {by} {exact}" });
        Assert.False(answer.HasErrors, answer.ToString());
        var answers = answer.Data.EnumerateObject().Select(field => field.Value).ToList();
        Assert.All(answers, statistics => Assert.Equal(source, statistics.GetProperty("source").GetString()));
        return [.. answers.Select(statistics => $"{statistics.GetProperty("suppressedRows")} of {statistics.GetProperty("rows").GetRawText()}")];
    }

    private async Task<DateTimeOffset> AsOfAsync(string argument)
    {
        var answer = await hub.AskAsync($"{{ statistics(by: [REGENCY], {argument}) {{ asOf }} }}", Callers.University);
        return answer.Data.GetProperty("statistics").GetProperty("asOf").Deserialize<DateTimeOffset>();
    }

    /// <summary>A hub that was given a demonstration.</summary>
    public sealed class Fixture : HubFixture
    {
        protected override async Task FillRowsAsync(Protector protector)
        {
            using var folder = new TemporaryFolder();
            var loader = new FeedLoader(DataSource, protector, TimeProvider.System);
            foreach (var file in SmallDemonstration.WriteTo(folder).Where(file => Path.GetFileName(file) is "oss.csv" or "sidt.csv"))
                await loader.LoadAsync(file);
        }
    }
}
