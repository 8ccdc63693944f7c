using System.Text.Json;
using System.Text.Json.Nodes;
using DataHub.Api.Tests;
using DataHub.GraphQL.Errors;
using DataHub.GraphQL.Language;
using DataHub.GraphQL.Tests.Differential.Worlds;
using DataHub.GraphQL.Types;
using Xunit.Abstractions;

namespace DataHub.GraphQL.Tests.Differential;

/// <summary>Both sides take the same SDL for a type system (section 3), and tell a client the same of it (section 4).</summary>
[Collection(nameof(ReferenceImplementation))]
public sealed class SchemaAgreementTests(OracleFixture oracle, ITestOutputHelper output)
{
    private const int Cases = 1_200;

    private const string Described = """"
        "The whole" schema @tag(name: "s") { query: Root mutation: Change subscription: Event }
        "Marks" directive @tag("which" name: String! = "a\n\"b\"", old: Int @deprecated(reason: "no use")) repeatable on
          SCHEMA | OBJECT | FIELD_DEFINITION
        directive @plain(filter: Filter = { text: "x", kinds: [SMALL] }, list: [Int!]! = 1) on FIELD | QUERY
        """
        Block
          text
        """
        type Root implements Named & Node @tag(name: "r") @tag(name: "t") {
          "a field" a("an argument" x: [[Kind!]]! = [[SMALL], [LARGE]], y: Filter = {}, z: Float = 1, w: ID = 5 @deprecated): Int!
            @deprecated
          name: String @deprecated(reason: "because \"it\" is\nold") @tag(name: "n", old: 1)
          id: ID! either: [Either!]! anything(v: Anything = { a: [1, "b", E, null, 1.50] }): Anything
        }
        type Change { a: Int } type Event { a: Int b: Int }
        interface Named { name: String @deprecated }
        interface Node { id: ID! }
        interface Both implements Named & Node { name: String id: ID! }
        type Leaf implements Both & Named & Node { name: String id: ID! size(min: Float = 1e10, max: Float = -0.5): [[Leaf]!]! }
        "Either" union Either = | Root | Leaf
        enum Kind { "small" SMALL LARGE @deprecated(reason: "too large") }
        input Filter {
          text: String = "é\u0001😀\\" kinds: [Kind!] = [] one: One flag: Boolean! = false id: ID = "7" not: Filter
          old: Int @deprecated(reason: "gone") n: Int = null
        }
        input One @oneOf { a: Int b: [String!] @deprecated }
        scalar Anything scalar Date @specifiedBy(url: "https://scalars.graphql.org/date")
        extend scalar Anything @specifiedBy(url: "https://example.org/any")
        extend type Leaf { more: Int }
        extend union Either = Change
        extend enum Kind { MORE }
        extend input Filter { more: [[Int]] = [[1], null] }
        """";

    private static readonly Disagreement[] Listed =
    [
        new("5.6.1 Values of Correct Type",
            "An applied directive's arguments fit their types; the other side does not look at them in SDL.",
            "directive @d(n: Int) on OBJECT type Query @d(n: \"x\") { a: Int }",
            v => v.Theirs is null
                && v.Ours!.Contains("in \"@", StringComparison.Ordinal) && v.Ours.Contains("does not fit", StringComparison.Ordinal)),
        new("3.13 Directives",
            "A built-in directive that is written out is as in the specification; the other side takes any definition for it.",
            "directive @deprecated(name: String!) on FIELD type Query { a: Int }",
            v => v.Theirs is null && v.Ours!.Contains("this directive is built in", StringComparison.Ordinal)),
    ];

    [NodeFact]
    public async Task Changed_schemas_are_taken_or_refused_alike()
    {
        string[] texts = [Described, TortureSdl.Text, .. Enumerable.Range(0, 10).Select(i => RandomSchema.Of(Runs.SeedOf(i)))];
        var wholes = texts.Select(sdl => Parser.Parse(new Source(sdl), ParserOptions.Trusted)).ToList();
        var comparison = new SideBySide(JudgeAsync, Shrinking.Parts, Listed);
        await comparison.RunAsync(Enumerable.Range(0, Cases * Runs.Factor).Select(i =>
        {
            var random = new Random(Runs.SeedOf(i));
            return new AnySdl(random.Pick(wholes), random).Make();
        }));
        output.WriteLine($"{comparison.Cases} schemas, {comparison.Accepted} taken by both.");
        foreach (var (reason, count) in comparison.Explained) output.WriteLine($"{count} times: {reason}");
        await comparison.RequireAgreementAsync();
        Assert.InRange(comparison.Accepted, comparison.Cases / 10, comparison.Cases * 9 / 10);
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

    [NodeTheory]
    [InlineData("described")]
    [InlineData("torture")]
    [InlineData("hub")]
    public async Task A_client_reads_the_same_of_a_schema(string which)
    {
        var sdl = which switch
        {
            "described" => Described,
            "torture" => TortureSdl.Text,
            _ => Hub(),
        };
        var ours = JsonNode.Parse(await new ComparedSchema(which, [new Source(sdl)]).IntrospectAsync())!["__schema"]!;
        var theirs = JsonNode.Parse((await oracle.AskAsync("introspect", $"\"sdl\":{Oracle.Quote(sdl)}")).GetRawText())!["__schema"]!;
        Withdraw(theirs);
        // How values are laid out is not specified.
        Assert.Equal(Normal(theirs).Replace("{  }", "{}", StringComparison.Ordinal), Normal(ours));
    }

    /// <summary>
    /// Takes out what the other side has of proposals, whatever the schema says: directives that can be deprecated, variables of fragments.
    /// </summary>
    private static void Withdraw(JsonNode schema)
    {
        foreach (var directive in schema["directives"]!.AsArray().OfType<JsonObject>())
        {
            directive.Remove("isDeprecated");
            directive.Remove("deprecationReason");
            var locations = directive["locations"]!.AsArray();
            if (Name(directive) == "deprecated") locations.RemoveAll(l => (string)l! == "DIRECTIVE_DEFINITION");
        }
        foreach (var type in schema["types"]!.AsArray().OfType<JsonObject>())
        {
            if (Name(type) == "__DirectiveLocation")
                type["enumValues"]!.AsArray().RemoveAll(v => Name(v) is "DIRECTIVE_DEFINITION" or "FRAGMENT_VARIABLE_DEFINITION");
            if (Name(type) == "__Schema")
                type["fields"]!.AsArray().Single(f => Name(f) == "directives")!["args"]!.AsArray().Clear();
            if (Name(type) == "__Directive")
                type["fields"]!.AsArray().RemoveAll(f => Name(f) is "isDeprecated" or "deprecationReason");
        }
    }

    private static string Name(JsonNode? element) => (string)element!["name"]!;

    private static string Hub() => string.Join(
        '\n', Directory.GetFiles(Repository.Folder("schema"), "*.graphql").Order(StringComparer.Ordinal).Select(File.ReadAllText));

    /// <summary>Types and directives by name; what is built in without descriptions, which each side words itself.</summary>
    private static string Normal(JsonNode schema)
    {
        foreach (var list in new[] { "types", "directives" })
        {
            var sorted = schema[list]!.AsArray().OrderBy(Name, StringComparer.Ordinal).Select(t => t!.DeepClone()).ToList();
            schema[list] = new JsonArray([.. sorted.Select(Undescribed)]);
        }
        return Sorted(schema)!.ToJsonString(new JsonSerializerOptions { WriteIndented = true });
    }

    private static JsonNode Undescribed(JsonNode element)
    {
        var name = Name(element);
        var isBuiltIn = name.StartsWith("__", StringComparison.Ordinal)
            || name is "Int" or "Float" or "String" or "Boolean" or "ID" or "skip" or "include" or "deprecated" or "specifiedBy" or "oneOf";
        if (isBuiltIn) Undescribe(element);
        return element;
    }

    private static void Undescribe(JsonNode? node)
    {
        if (node is JsonObject fields)
        {
            fields.Remove("description");
            foreach (var (_, value) in fields) Undescribe(value);
        }
        foreach (var item in node as JsonArray ?? []) Undescribe(item);
    }

    private static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonObject fields => new JsonObject(
            fields.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => KeyValuePair.Create(f.Key, Sorted(f.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Sorted)]),
        _ => node?.DeepClone(),
    };

    private async Task<IReadOnlyList<Verdict>> JudgeAsync(IReadOnlyList<string> texts)
    {
        var theirs = oracle.AskAsync("build", $"\"items\":[{string.Join(',', texts.Select(Oracle.Quote))}]");
        var ours = texts.Select(Build).ToList();
        return [.. (await theirs).EnumerateArray().Select((answer, i) => Compare(texts[i], ours[i], answer.GetString()))];
    }

    private static Verdict Compare(string text, string? ours, string? theirs) =>
        new(text, ours, theirs, ours is null == theirs is null);

    private static string? Build(string sdl)
    {
        try
        {
            SchemaBuilder.Build([new Source(sdl)]);
            return null;
        }
        catch (GraphQLException refused)
        {
            return refused.Errors[0].Message;
        }
    }
}
