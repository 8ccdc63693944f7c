using System.Text.Json;
using DataHub.Testing;
using DataHub.Tests.Planning;

namespace DataHub.Tests.Consent;

/// <summary>A withdrawal of consent bites within five seconds, also in an answer that is still written.</summary>
public sealed class LongAnswerTests(ManyBusinesses hub) : IClassFixture<ManyBusinesses>
{
    [Fact]
    public async Task An_answer_with_values_by_consent_that_lasts_too_long_ends_with_whole_rows_and_the_reason()
    {
        var (nodes, codes) = await AskAsync("{ businesses(first: 3000) { nodes { id annualSales } } }");
        Assert.InRange(nodes, 500, 2500);
        Assert.Equal("CONSENT_STALE", codes[^1]);
        Assert.Equal(["CONSENT_REQUIRED"], codes.SkipLast(1).Distinct());
    }

    [Fact]
    public async Task An_answer_without_such_values_may_last()
    {
        var (nodes, codes) = await AskAsync("{ businesses(first: 3000) { nodes { id name } } }");
        Assert.Equal(3000, nodes);
        Assert.Empty(codes);
    }

    // After the second flush the clock is put past the four seconds for which such an answer is read on.
    private async Task<(int Nodes, IReadOnlyList<string?> Codes)> AskAsync(string document)
    {
        var (text, isStreamed) = await hub.SendAsync(document, mayStream: true, caller: Callers.Bank, afterFlush: flush =>
        {
            if (flush == 2) hub.Clock.Step(TimeSpan.FromSeconds(5));
            return Task.CompletedTask;
        });
        Assert.True(isStreamed);
        using var json = JsonDocument.Parse(text);
        var nodes = json.RootElement.GetProperty("data").GetProperty("businesses").GetProperty("nodes").GetArrayLength();
        return (nodes, json.RootElement.TryGetProperty("errors", out var errors)
            ? [.. errors.EnumerateArray().Select(e => e.GetProperty("extensions").GetProperty("code").GetString())]
            : []);
    }
}
