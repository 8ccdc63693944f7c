using System.Text.Json;
using DataHub.Api.Tests;
using DataHub.GraphQL.Errors;
using DataHub.GraphQL.Language;
using Xunit.Abstractions;

namespace DataHub.GraphQL.Tests.Differential;

/// <summary>
/// Whatever the text, this parser and the reference implementation's both accept it, as the same document, or both refuse it.
/// </summary>
[Collection(nameof(ReferenceImplementation))]
public sealed class ParseAgreementTests(OracleFixture oracle, ITestOutputHelper output)
{
    private const int Cases = 21_000;

    private static readonly ParserOptions Deep = ParserOptions.Trusted with { MaxDepth = 2000 };

    private static readonly Disagreement[] Listed =
    [
        new("3.2 Type System Extensions", "Directives cannot be extended; the other side reads a proposal.", "extend directive @a @b",
            v => v.Theirs is null && v.Ours!.EndsWith("the keyword of a type, found \"directive\".", StringComparison.Ordinal)),
        new("3.13 Directives", "A directive's definition takes no directives; the other side reads a proposal.", "directive @a @b on FIELD",
            v => v.Theirs is null && v.Ours!.EndsWith("Expected \"on\", found \"@\".", StringComparison.Ordinal)),
        new("3.13 Directives", "DirectiveLocation has nineteen names; the other side has two more, of proposals.",
            "directive @a on DIRECTIVE_DEFINITION",
            v => v.Theirs is null && v.Ours!.Contains("Expected a directive location, found \"", StringComparison.Ordinal)),
        new("2.9.4 String Value", "Braces may hold any number of hexadecimal digits; the other side reads eight at most.",
            "{a(b:\"\\u{000000041}\")}",
            v => v.Ours is null && v.Theirs!.Contains("Invalid Unicode escape sequence: \"\\u{0000", StringComparison.Ordinal)),
    ];

    [NodeFact]
    public async Task Texts_are_accepted_or_refused_and_read_alike()
    {
        var comparison = new SideBySide(JudgeAsync, Shrinking.Characters, Listed);
        await comparison.RunAsync(Enumerable.Range(0, Cases * Runs.Factor).Select(i => new AnySource(new Random(Runs.SeedOf(i))).Make()));
        output.WriteLine($"{comparison.Cases} texts, {comparison.Accepted} accepted by both.");
        foreach (var (reason, count) in comparison.Explained) output.WriteLine($"{count} times: {reason}");
        Assert.True(comparison.Cases >= 20_000 && comparison.Accepted >= comparison.Cases / 5, "The texts say too little.");
        await comparison.RequireAgreementAsync();
    }

    [NodeFact]
    public async Task Each_listed_disagreement_is_still_one()
    {
        foreach (var listed in Listed)
        {
            var verdict = Assert.Single(await JudgeAsync([listed.Example]));
            Assert.True(!verdict.Agree && listed.Explains(verdict), $"No longer a disagreement: {listed.Reason}\n{verdict.Show()}");
        }
    }

    private async Task<IReadOnlyList<Verdict>> JudgeAsync(IReadOnlyList<string> texts)
    {
        var ours = texts.Select(Read).ToList();
        var items = texts.Zip(ours, (text, read) => read.Document is null
            ? $"{{\"text\":{Oracle.Quote(text)}}}"
            : $"{{\"text\":{Oracle.Quote(text)},\"printed\":{Oracle.Quote(Printer.Print(read.Document))}}}");
        var theirs = await oracle.AskAsync("parse", $"\"items\":[{string.Join(',', items)}]");
        return [.. theirs.EnumerateArray().Select((answer, i) => Compare(texts[i], ours[i], answer))];
    }

    private static (DocumentNode? Document, string? Error) Read(string text)
    {
        try
        {
            return (Parser.Parse(new Source(text), Deep), null);
        }
        catch (GraphQLException refused)
        {
            return (null, refused.Message);
        }
    }

    private static Verdict Compare(string text, (DocumentNode? Document, string? Error) ours, JsonElement theirs)
    {
        if (theirs.TryGetProperty("error", out var error)) return new Verdict(text, ours.Error, error.GetString(), ours.Document is null);
        if (ours.Document is null) return new Verdict(text, ours.Error, null, false);
        if (!theirs.GetProperty("same").GetBoolean())
            return new Verdict(text, $"read as {Printer.Print(ours.Document)}", $"read as {theirs.GetProperty("print")}", false);
        var written = Nodes.All(ours.Document).OfType<StringValueNode>().OrderBy(s => s.Start);
        var strings = written.Select(s => Oracle.Quote(s.Value)[1..^1]).ToList();
        var expected = theirs.GetProperty("strings").EnumerateArray().Select(s => s.GetString()!).ToList();
        return strings.SequenceEqual(expected, StringComparer.Ordinal)
            ? new Verdict(text, null, null, true)
            : new Verdict(text, Shown(strings), Shown(expected), false);
    }

    private static string Shown(IEnumerable<string> strings) => "read strings " + string.Join(" | ", strings);
}
