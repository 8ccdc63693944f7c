using System.Text.Json;
using System.Text.RegularExpressions;
using DataHub.Api.Tests;
using DataHub.GraphQL.Errors;
using DataHub.GraphQL.Execution;
using DataHub.GraphQL.Language;
using DataHub.GraphQL.Types;
using Xunit.Abstractions;

namespace DataHub.GraphQL.Tests.Differential;

/// <summary>Whatever the type and the JSON, both sides refuse the variable or coerce it to the same value. Section 6.1.2.</summary>
[Collection(nameof(ReferenceImplementation))]
public sealed partial class VariableAgreementTests(OracleFixture oracle, ITestOutputHelper output)
{
    private const int Cases = 6_000;
    private const string NoId = "ID must be a string or a whole number";

    // The other side's values are what JSON.parse makes of numbers: doubles, of which nobody knows how they were written.
    private static readonly Disagreement[] Listed =
    [
        new("3.5.5 ID", "A float such as 4.0 is no ID; the other side sees the number 4.", "query ($v: ID) { takes28(v: $v) }\n{\"v\":4.0}",
            v => v.Theirs is null && v.Ours!.EndsWith(NoId, StringComparison.Ordinal) && Float().IsMatch(v.Text)),
        new("3.5.5 ID", "An integer is an ID as it is written; the other side has 0 for -0.",
            "query ($v: ID) { takes28(v: $v) }\n{\"v\":-0}",
            v => v.Ours?.Replace("\"-0\"", "\"0\"", StringComparison.Ordinal) == v.Theirs),
    ];

    private readonly ComparedSchema schema = ComparedSchema.Variables;

    [NodeFact]
    public async Task Values_are_refused_or_coerced_alike()
    {
        await oracle.TeachAsync(schema);
        var comparison = new SideBySide(JudgeAsync, Smaller, Listed);
        await comparison.RunAsync(Enumerable.Range(0, Cases * Runs.Factor).Select(i => Make(new Random(Runs.SeedOf(i)))));
        output.WriteLine($"{comparison.Cases} values, {comparison.Accepted} accepted by both.");
        foreach (var (reason, count) in comparison.Explained) output.WriteLine($"{count} times: {reason}");
        Assert.True(comparison.Cases >= 5_000 && comparison.Accepted >= comparison.Cases / 5, "The values say too little.");
        await comparison.RequireAgreementAsync();
    }

    [NodeFact]
    public async Task Each_listed_disagreement_is_still_one()
    {
        await oracle.TeachAsync(schema);
        foreach (var listed in Listed)
        {
            var verdict = Assert.Single(await JudgeAsync([listed.Example]));
            Assert.True(!verdict.Agree && listed.Explains(verdict), $"No longer a disagreement: {listed.Reason}\n{verdict.Show()}");
        }
    }

    /// <summary>A document, a line end, and its variables as JSON.</summary>
    private string Make(Random random)
    {
        var field = random.Pick([.. schema.Schema.Query.Fields.Where(f => f.Name.StartsWith("takes", StringComparison.Ordinal))]);
        var type = field.Arguments[0].Type;
        var value = random.OneIn(5) ? $" = {Printer.Print(new AnyLiteral(random, _ => null).Of(type)).ReplaceLineEndings(" ")}" : "";
        var variables = random.OneIn(10) ? "{}" : $"{{\"v\":{new AnyJson(random).Of(type)}}}";
        return $"query ($v: {type}{value}) {{ {field.Name}(v: $v) }}\n{variables}";
    }

    private async Task<IReadOnlyList<Verdict>> JudgeAsync(IReadOnlyList<string> texts)
    {
        var items = texts.Select(Split).Select(c => $"{{\"text\":{Oracle.Quote(c.Document)},\"variables\":{Oracle.Quote(c.Variables)}}}");
        var theirs = oracle.AskAsync("variables", $"\"schema\":\"{schema.Name}\",\"items\":[{string.Join(',', items)}]");
        var ours = new List<(string? Value, string? Error)>();
        foreach (var text in texts) ours.Add(await CoerceAsync(text));
        return [.. (await theirs).EnumerateArray().Select((answer, i) => Compare(texts[i], ours[i], answer))];
    }

    private async Task<(string? Value, string? Error)> CoerceAsync(string text)
    {
        var (document, variables) = Split(text);
        string? coerced = null;
        // Called with the coerced variables, before anything is executed.
        var options = new EngineOptions
        {
            Authorize = (plan, _) =>
            {
                coerced = CoercedValue.Of(plan.Variables);
                return [new GraphQLError("Seen.", "SEEN")];
            },
        };
        using var json = JsonDocument.Parse(variables);
        var engine = new GraphQLEngine(schema.Schema, options);
        var request = new OperationRequest { Variables = json.RootElement };
        var result = await engine.ExecuteAsync(engine.Prepare(document), request, new ComparedSchema.NoHost(), default);
        return coerced is null ? (null, result.Errors[0].Message) : (coerced, null);
    }

    private static Verdict Compare(string text, (string? Value, string? Error) ours, JsonElement theirs)
    {
        if (theirs.TryGetProperty("error", out var error)) return new Verdict(text, ours.Error, error.GetString(), ours.Value is null);
        if (ours.Value is null) return new Verdict(text, ours.Error, null, false);
        var value = CoercedValue.Of(theirs.GetProperty("values"));
        return value == ours.Value
            ? new Verdict(text, null, null, true)
            : new Verdict(text, $"coerced to {ours.Value}", $"coerced to {value}", false);
    }

    private static IEnumerable<string> Smaller(string text)
    {
        var (document, variables) = Split(text);
        return Shrinking.Characters(variables).Where(IsJsonObject).Select(smaller => $"{document}\n{smaller}");
    }

    private static bool IsJsonObject(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            return json.RootElement.ValueKind == JsonValueKind.Object;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    [GeneratedRegex("[0-9][.eE]")]
    private static partial Regex Float();

    private static (string Document, string Variables) Split(string text)
    {
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        return (text[..end], text[(end + 1)..]);
    }
}
