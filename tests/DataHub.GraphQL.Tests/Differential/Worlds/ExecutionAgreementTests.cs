using System.Globalization;
using System.Text.Json;
using DataHub.Api.Tests;
using DataHub.GraphQL.Execution;
using DataHub.GraphQL.Language;
using DataHub.GraphQL.Limits;
using DataHub.GraphQL.Tests.Execution;
using DataHub.GraphQL.Types;
using Xunit.Abstractions;

namespace DataHub.GraphQL.Tests.Differential.Worlds;

/// <summary>
/// Over random schemas and objects with failures among them, both sides refuse the same requests and give the same answers: <c>data</c>
/// with its order, nulls that moved up, and errors with paths and locations. Sections 6.1 to 6.4 and 7.1.
/// </summary>
[Collection(nameof(ReferenceImplementation))]
public sealed class ExecutionAgreementTests(OracleFixture oracle, ITestOutputHelper output)
{
    private const int Schemas = 65;
    private const int RequestsPerSchema = 100;

    private const string NullCondition =
        "For section 6.3.2, null given for the variable of @skip or @include is not true; the other side fails.";

    private static readonly EngineOptions Unlimited = new()
    {
        Limits = new OperationLimits
        {
            MaxErrors = 10_000,
            Depth = new(100),
            Aliases = new(10_000),
            Fields = new(1_000_000),
            ResponseBytes = new(1 << 28),
        },
    };

    private int executed;
    private int refused;
    private int failing;
    private int nullConditions;

    [NodeFact]
    public async Task Answers_are_the_same()
    {
        var differences = new List<string>();
        Task<IReadOnlyList<string>>? before = null;
        for (var i = 0; i < Schemas * Runs.Factor; i++)
        {
            var seed = Runs.SeedOf(i);
            // While the other side works, this side makes and answers the next requests.
            var next = Task.Run(() => CompareAsync(seed));
            if (before is not null) differences.AddRange(await before);
            before = next;
        }
        differences.AddRange(await before!);
        output.WriteLine($"{executed} executed by both, {failing} of them with errors; {refused} refused by both.");
        output.WriteLine($"{nullConditions} times: {NullCondition}");
        Assert.True(differences.Count == 0, $"{differences.Count} differences; the shortest:\n{differences.MinBy(d => d.Length)}");
        Assert.True(executed >= 5_000 && failing >= executed / 5, "The requests say too little.");
    }

    private async Task<IReadOnlyList<string>> CompareAsync(int seed)
    {
        var sdl = RandomSchema.Of(seed);
        var engine = new GraphQLEngine(new World(SchemaBuilder.Build([new Source(sdl)]), seed).Schema, Unlimited);
        var random = new Random(seed);
        var requests = Enumerable.Range(0, RequestsPerSchema).Select(_ => RandomRequest.Of(engine.Schema, random)).ToList();
        var items = requests.Select(r => $"{{\"text\":{Oracle.Quote(r.Text)},\"variables\":{Oracle.Quote(r.Variables)}}}");
        var members = string.Create(
            CultureInfo.InvariantCulture, $"\"sdl\":{Oracle.Quote(sdl)},\"seed\":{seed},\"items\":[{string.Join(',', items)}]");
        var asked = oracle.AskAsync("execute", members);
        var ours = new List<JsonElement>();
        foreach (var (text, variables) in requests) ours.Add(await AnswerAsync(engine, text, variables));
        var theirs = (await asked).EnumerateArray().ToList();
        return [.. requests.Select((request, i) => Compare(ours[i], theirs[i]) is { } difference
            ? $"{difference}\n{request.Text}\n{request.Variables}\nours:   {ours[i]}\ntheirs: {theirs[i]}\n{sdl}" : null).OfType<string>()];
    }

    private static async Task<JsonElement> AnswerAsync(GraphQLEngine engine, string text, string variables)
    {
        using var json = JsonDocument.Parse(variables);
        var request = new OperationRequest { Variables = json.RootElement };
        // Twice: the second time by the plan that the first has left.
        string? first = null;
        for (var time = 0; time < 2; time++)
        {
            var answer = TestHub.Json(await engine.ExecuteAsync(engine.Prepare(text), request, new ComparedSchema.NoHost(), default));
            Assert.Equal(first ??= answer, answer);
        }
        return JsonDocument.Parse(first!).RootElement;
    }

    /// <summary>Null when the sides agree.</summary>
    private string? Compare(JsonElement ours, JsonElement theirs)
    {
        var isRefused = !theirs.TryGetProperty("data", out var data);
        if (isRefused == ours.TryGetProperty("data", out var ourData)) return "one side refuses";
        if (isRefused)
        {
            refused++;
            return null;
        }
        if (HasNullCondition(theirs))
        {
            nullConditions++;
            return null;
        }
        executed++;
        var agreement = new AnswerAgreement(data, theirs.GetProperty("before"), theirs.GetProperty("causes"));
        var ourErrors = ours.TryGetProperty("errors", out var errors) ? errors.EnumerateArray().ToList() : [];
        if (ourErrors.Count > 0) failing++;
        return AnswerAgreement.Same(ourData, data)
            ? agreement.OfErrors(ourErrors, [.. theirs.GetProperty("errors").EnumerateArray()])
            : "data differs";
    }

    private static bool HasNullCondition(JsonElement answer) => answer.GetProperty("errors").EnumerateArray()
        .Any(e => e.GetProperty("message").GetString()!.StartsWith("Argument \"@", StringComparison.Ordinal));
}
