using System.Text.Json;
using DataHub.Api.Tests;
using DataHub.GraphQL.Errors;
using DataHub.GraphQL.Language;
using DataHub.GraphQL.Tests.Differential.Worlds;
using DataHub.GraphQL.Types;
using DataHub.GraphQL.Validation;
using Xunit.Abstractions;

namespace DataHub.GraphQL.Tests.Differential;

/// <summary>Whatever the document, this engine and the reference implementation both find it valid, or broken by the same rules.</summary>
[Collection(nameof(ReferenceImplementation))]
public sealed class ValidateAgreementTests(OracleFixture oracle, ITestOutputHelper output)
{
    private const int Cases = 20_400;
    private const int LeastPerRule = 100;
    private const string NoDocument = "2.2";

    private static readonly ValidationOptions AllErrors = new() { MaxErrors = 1000 };

    private readonly Dictionary<string, int> broken = new(StringComparer.Ordinal);

    [NodeFact]
    public async Task Documents_are_valid_or_broken_alike()
    {
        var (cases, accepted) = (0, 0);
        foreach (var schema in ComparedSchema.All)
        {
            await TeachAsync(schema);
            var comparison = new SideBySide(texts => JudgeAsync(schema, texts), Shrinking.Parts, Listed(schema.Schema));
            var share = Cases * Runs.Factor / ComparedSchema.All.Count;
            await comparison.RunAsync(Enumerable.Range(0, share).Select(i => Make(schema.Schema, new Random(Runs.SeedOf(i)))));
            (cases, accepted) = (cases + comparison.Cases, accepted + comparison.Accepted);
            foreach (var (reason, count) in comparison.Explained) output.WriteLine($"{schema.Name}: {count} times: {reason}");
            await comparison.RequireAgreementAsync();
        }
        output.WriteLine($"{cases} documents, {accepted} valid.");
        foreach (var rule in broken.OrderBy(r => r.Key, StringComparer.Ordinal)) output.WriteLine($"{rule.Value,6} broke {rule.Key}");
        Assert.True(cases >= 20_000 && accepted >= cases / 5, "The documents say too little.");
        var seldom = Breakage.Ways.Keys.Where(rule => broken.GetValueOrDefault(rule) < LeastPerRule);
        Assert.True(!seldom.Any(), $"Broken too seldom: {string.Join(", ", seldom)}.");
    }

    [NodeFact]
    public async Task Documents_over_schemas_that_were_drawn_are_valid_or_broken_alike()
    {
        const int schemas = 50;
        const int documents = 105;
        var (cases, accepted) = (0, 0);
        for (var i = 0; i < schemas * Runs.Factor; i++)
        {
            var seed = Runs.SeedOf(i);
            var schema = new ComparedSchema("drawn", [new Source(RandomSchema.Of(seed))]);
            await TeachAsync(schema);
            var comparison = new SideBySide(texts => JudgeAsync(schema, texts), Shrinking.Parts, Listed(schema.Schema));
            var random = new Random(seed);
            await comparison.RunAsync(Enumerable.Range(0, documents).Select(_ => Make(schema.Schema, random)).ToList());
            (cases, accepted) = (cases + comparison.Cases, accepted + comparison.Accepted);
            await comparison.RequireAgreementAsync();
        }
        output.WriteLine($"{cases} documents over {schemas * Runs.Factor} schemas, {accepted} valid.");
        Assert.True(cases >= 5_000 && accepted >= cases / 6, "The documents say too little.");
    }

    [NodeFact]
    public async Task Each_listed_disagreement_is_still_one()
    {
        await TeachAsync(ComparedSchema.Torture);
        foreach (var listed in Listed(ComparedSchema.Torture.Schema))
        {
            var verdict = Assert.Single(await JudgeAsync(ComparedSchema.Torture, [listed.Example]));
            Assert.True(!verdict.Agree && listed.Explains(verdict), $"No longer a disagreement: {listed.Reason}\n{verdict.Show()}");
        }
    }

    [Fact]
    public void Every_rule_has_a_way_to_break_it()
    {
        var context = new ValidationContext(ComparedSchema.Torture.Schema, Parser.Parse(new Source("{a}")), AllErrors);
        var sections = SpecifiedRules.All.Select(make => Number(make(context).Specification));
        Assert.Equal(sections.Order(StringComparer.Ordinal), Breakage.Ways.Keys.Order(StringComparer.Ordinal));
    }

    private static Disagreement[] Listed(Schema schema) =>
    [
        new("5.8.5 All Variable Usages Are Allowed",
            "A nullable variable with a default other than null may stand in a OneOf input object; the other side refuses it.",
            "query ($v: Int = 1) { things(where: { one: { number: $v } }) { id } }",
            v => v.Theirs is not null && HasNullableInOneOf(schema, WithoutDefaults(v.Text)) && v.Ours == Without(v.Theirs, "5.8.5")),
        new("5.8.5 All Variable Usages Are Allowed",
            "A nullable variable may not stand in a OneOf input object; the other side misses it where the object must not be null.",
            "query ($v: Int) { one(of: { number: $v }) }",
            v => v.Ours is not null && HasNullableInOneOf(schema, Read(v.Text)) && v.Theirs == Without(v.Ours, "5.8.5")),
        new("5.3.2 Field Selection Merging", "__typename is a String!, which merges with nothing else; the other side gives it no type.",
            "{ a: __typename named { ... on Firm { name } } ... on Named { ... on Firm { a: value } } }",
            v => v.Ours is not null && v.Theirs == Without(v.Ours, "5.3.2") && IsClashOfTypeName(schema, v.Text)),
        new("3.5.2 Float", "A literal beyond the finite doubles is no Float; the other side makes it Infinity.", "{ scalars(f: 1e400) }",
            v => v.Ours is not null && v.Theirs == Without(v.Ours, RuleGroups.Values)
                && v.Text.Contains("1e400", StringComparison.Ordinal)),
        new("4.2 Schema Introspection",
            "__Directive has neither isDeprecated nor deprecationReason; the other side has both, of a proposal, whatever the schema says.",
            "{ __schema { directives { isDeprecated } } }",
            v => v.Ours is not null && HasDeprecatedDirectives(v.Text) && v.Theirs == Without(v.Ours, "5.3.1")),
    ];

    private static string? Without(string groups, string group)
    {
        var rest = string.Join("; ", groups.Split("; ").Where(g => g != group));
        return rest.Length == 0 ? null : rest;
    }

    private static DocumentNode Read(string text) => Parser.Parse(new Source(text), ParserOptions.Trusted);

    private static DocumentNode WithoutDefaults(string text) => (DocumentNode)Nodes.Rewrite(Read(text),
        node => node is VariableDefinitionNode { DefaultValue: not null } v ? v with { DefaultValue = null } : node)!;

    private static bool HasNullableInOneOf(Schema schema, DocumentNode document) => DocumentValidator.Validate(schema, document, AllErrors)
        .Any(e => e.Specification!.StartsWith("5.8.5", StringComparison.Ordinal) && e.Message.Contains("OneOf", StringComparison.Ordinal));

    private static bool IsClashOfTypeName(Schema schema, string text)
    {
        var document = (DocumentNode)Nodes.Rewrite(Read(text),
            node => node is FieldNode { Name.Value: "__typename", Alias: not null } f ? f with { Alias = null } : node)!;
        return !DocumentValidator.Validate(schema, document, AllErrors)
            .Any(e => e.Specification!.StartsWith("5.3.2", StringComparison.Ordinal));
    }

    private static bool HasDeprecatedDirectives(string text) => Nodes.All(Read(text))
        .OfType<FieldNode>().Where(f => f.Name.Value == "directives").SelectMany(Nodes.All)
        .Any(n => n is FieldNode { Name.Value: "isDeprecated" or "deprecationReason" });

    private static string Make(Schema schema, Random random)
    {
        var document = new AnyDocument(schema, random).Make();
        for (var breaks = random.Next(4) switch { 0 => 0, 1 or 2 => 1, _ => random.Next(1, 4) }; breaks > 0; breaks--)
        {
            // A way that finds nothing to break gives place to another.
            var ways = Breakage.Ways.Values.OrderBy(_ => random.Next());
            document = ways.Select(way => way(new Breakage(document, schema, random))).First(changed => changed is not null)!;
        }
        return Printer.Print(document);
    }

    private async Task TeachAsync(ComparedSchema schema)
    {
        var rules = await oracle.TeachAsync(schema);
        Assert.Equal(RuleGroups.AllTheirs.Order(StringComparer.Ordinal), rules.Order(StringComparer.Ordinal));
    }

    private async Task<IReadOnlyList<Verdict>> JudgeAsync(ComparedSchema schema, IReadOnlyList<string> texts)
    {
        var items = string.Join(',', texts.Select(Oracle.Quote));
        var theirs = oracle.AskAsync("validate", $"\"schema\":\"{schema.Name}\",\"items\":[{items}]");
        var ours = texts.Select(text => Validate(schema.Schema, text)).ToList();
        return [.. (await theirs).EnumerateArray().Select((answer, i) => Compare(texts[i], ours[i], answer))];
    }

    /// <summary>The sections of the rules that a document breaks.</summary>
    private static IReadOnlyList<string> Validate(Schema schema, string text)
    {
        try
        {
            var document = Read(text);
            return [.. DocumentValidator.Validate(schema, document, AllErrors).Select(e => Number(e.Specification!)).Distinct()];
        }
        catch (GraphQLException)
        {
            // A variable was put into a constant.
            return [NoDocument];
        }
    }

    private Verdict Compare(string text, IReadOnlyList<string> sections, JsonElement answer)
    {
        var rules = answer.TryGetProperty("rules", out var names)
            ? names.EnumerateArray().Select(r => RuleGroups.OfTheirs(r.GetString()!))
            : [NoDocument];
        lock (broken)
        {
            foreach (var section in sections) broken[section] = broken.GetValueOrDefault(section) + 1;
        }
        var (ours, theirs) = RuleGroups.Comparable(sections.Select(RuleGroups.OfOurs).ToHashSet(), rules.ToHashSet());
        var agree = sections.Contains(RuleGroups.ExecutableDefinitions) ? theirs is not null : ours == theirs;
        return new Verdict(text, ours, theirs, agree);
    }

    private static string Number(string specification) => specification[..specification.IndexOf(' ', StringComparison.Ordinal)];
}
