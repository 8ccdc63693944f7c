using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using DataHub.Api.Tests.Overload;
using DataHub.Testing;

namespace DataHub.Api.Tests.Attacks;

/// <summary>Whether a bank can find out, by the form or the time of an answer, which NIKs the hub knows.</summary>
public sealed class EnumerationTests(ServedFixture fixture) : IClassFixture<ServedFixture>
{
    private const string Query =
        """
        query($nik: NIK!) {
          kurEligibility(input: { nik: $nik, kind: MIKRO, amount: "20000000", date: "2026-11-23" }) {
            outcome rules { id result }
          }
        }
        """;

    private readonly ServedSamples served = fixture.Served;

    [Fact]
    public async Task An_existing_and_a_missing_NIK_are_answered_in_the_same_form()
    {
        var known = await AskAsync(Samples.FirstNik);
        var missing = await AskAsync(Missing(1));
        Assert.Equal(known.Status, missing.Status);
        Assert.Equal(Form(known.Json.GetProperty("data")), Form(missing.Json.GetProperty("data")));
        Assert.Equal(known.Json.TryGetProperty("errors", out _), missing.Json.TryGetProperty("errors", out _));
        foreach (var nik in new[] { Samples.FirstNik, Missing(1) })
            foreach (var answer in new[] { known, missing })
                Assert.DoesNotContain(nik, answer.Body, StringComparison.Ordinal);
        static IEnumerable<string> Names(Answer answer) =>
            answer.Message.Headers.Select(header => header.Key).Order(StringComparer.Ordinal);
        Assert.Equal(Names(known), Names(missing));
    }

    [Fact]
    public async Task The_medians_of_the_times_lie_close_together()
    {
        for (var i = 0; i < 20; i++) await AskAsync(i % 2 == 0 ? Samples.FirstNik : Missing(i));
        var (known, missing) = (new List<double>(), new List<double>());
        for (var i = 0; i < 60; i++)
        {
            known.Add(await TimeAsync(Samples.FirstNik));
            missing.Add(await TimeAsync(Missing(i)));
        }
        var (one, other) = (Median(known), Median(missing));
        Assert.True(Math.Abs(one - other) <= Math.Max(5, 0.25 * Math.Min(one, other)), $"known {one:F2} ms, missing {other:F2} ms");
    }

    private async Task<double> TimeAsync(string nik)
    {
        var started = Stopwatch.GetTimestamp();
        await AskAsync(nik);
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    private Task<Answer> AskAsync(string nik) => served.Host.SendAsync(RunningHost.PostAs(
        served.Token("bank-sandbox"),
        JsonSerializer.Serialize(new { query = Query, variables = new { nik } }),
        "application/graphql-response+json"));

    private static string Missing(int number) => $"18710145059{number % 10}{9000 + number}";

    private static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);

    /// <summary>Names and kinds of members, and how many items lists have; no values.</summary>
    private static string Form(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => $"{{{string.Join(',', element.EnumerateObject().Select(m => $"{m.Name}:{Form(m.Value)}"))}}}",
        JsonValueKind.Array => $"[{string.Join(',', element.EnumerateArray().Select(Form))}]",
        _ => Regex.Replace(element.ValueKind.ToString(), "True|False", "Boolean"),
    };
}
