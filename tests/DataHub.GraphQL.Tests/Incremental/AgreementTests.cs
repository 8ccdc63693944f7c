using DataHub.Api.Tests;
using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace DataHub.GraphQL.Tests.Incremental;

/// <summary>Answers in several payloads beside the same answers in one, and beside those of npm's graphql.</summary>
public sealed class AgreementTests
{
    private const int Operations = 400;
    private const string Variables = """{"on":true,"off":false,"count":1}""";

    [Fact]
    public async Task Payloads_together_are_the_answer_in_one()
    {
        var hub = Things.Hub();
        var several = 0;
        for (var seed = 0; seed < Operations; seed++)
        {
            var query = RandomOperation.Of(seed, mayFail: false);
            var payloads = await Payloads.OfAsync(hub, query, Variables);
            var plain = JsonNode.Parse(await hub.AnswerAsync(query, Variables))!;
            Assert.True(JsonNode.DeepEquals(plain["data"], payloads.Data), $"Seed {seed}: {query}\n{plain}\n{payloads}");
            if (payloads.All.Count > 1) several++;
        }
        Assert.InRange(several, Operations / 2, Operations);
    }

    [Fact]
    public async Task Payloads_keep_the_protocol_when_nulls_move_up()
    {
        var hub = Things.Hub();
        var failed = 0;
        for (var seed = 0; seed < Operations; seed++)
        {
            var payloads = await Payloads.OfAsync(hub, RandomOperation.Of(seed, mayFail: true), Variables);
            if (payloads.All.Any(p => (p["completed"] as JsonArray)?.Any(c => c!["errors"] is not null) == true)) failed++;
        }
        Assert.InRange(failed, 10, Operations);
    }

    [NodeFact]
    public async Task Both_implementations_put_the_same_answers_together()
    {
        var queries = Enumerable.Range(0, Operations).Select(seed => RandomOperation.Of(seed, mayFail: false)).ToArray();
        var theirs = await Oracle.ExecuteAsync(Things.Sdl, queries, Variables);
        var hub = Things.Hub();
        for (var i = 0; i < queries.Length; i++)
        {
            Assert.True(theirs[i].Errors.Count == 0, $"{queries[i]}\n{string.Join('\n', theirs[i].Errors)}");
            var ours = await Payloads.OfAsync(hub, queries[i], Variables);
            var other = Payloads.Of(theirs[i].Payloads!);
            Assert.True(JsonNode.DeepEquals(other.Data, ours.Data), $"{queries[i]}\n{ours}\n{other}");
            Assert.True(JsonNode.DeepEquals(theirs[i].Plain!["data"], ours.Data), $"{queries[i]}\n{ours}\n{theirs[i].Plain}");
        }
    }

    private sealed record Answer(IReadOnlyList<string> Errors, JsonObject? Plain, IReadOnlyList<JsonObject>? Payloads);

    /// <summary>npm's graphql in a process of its own.</summary>
    private static class Oracle
    {
        public static async Task<IReadOnlyList<Answer>> ExecuteAsync(string sdl, string[] queries, string variables)
        {
            var folder = Path.Combine(AppContext.BaseDirectory, "Incremental", "npm");
            if (!Directory.Exists(Path.Combine(folder, "node_modules"))) await RunAsync(folder, "npm", "ci", "--no-audit", "--no-fund");
            var (cases, results) = (Path.Combine(folder, "cases.json"), Path.Combine(folder, "results.json"));
            var given = JsonNode.Parse(variables);
            await File.WriteAllTextAsync(cases, JsonSerializer.Serialize(
                new { sdl, cases = queries.Select(query => new { query, variables = given }) }));
            await RunAsync(folder, "node", "execute.mjs", cases, results);
            return JsonSerializer.Deserialize<List<Answer>>(await File.ReadAllTextAsync(results), JsonSerializerOptions.Web)!;
        }

        private static async Task RunAsync(string folder, string program, params string[] arguments)
        {
            var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardError = true };
            using var process = Process.Start(start)!;
            var errors = await process.StandardError.ReadToEndAsync();
            await process.WaitForExitAsync();
            Assert.True(process.ExitCode == 0, errors);
        }
    }
}
