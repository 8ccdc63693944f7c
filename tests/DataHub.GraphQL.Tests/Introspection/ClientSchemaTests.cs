using System.Text.Json;
using DataHub.GraphQL.Errors;
using DataHub.GraphQL.Execution;
using DataHub.GraphQL.Introspection;
using DataHub.GraphQL.Language;
using DataHub.GraphQL.Tests.Execution;
using DataHub.GraphQL.Types;
using DataHub.GraphQL.Types.Coordinates;

namespace DataHub.GraphQL.Tests.Introspection;

public sealed class ClientSchemaTests
{
    // Every kind of type, every kind of default, deprecations at every place, descriptions that block strings find hard.
    private const string Torture = """""""
        "The schema\nin two lines" schema @tag(n: 1) { query: Root mutation: Change subscription: News }
        directive @tag(n: Int! = 0, "old" old: String = "x" @deprecated) repeatable on SCHEMA | OBJECT | FIELD_DEFINITION | SCALAR
        directive @every(a: In = { e: B, list: [[1, 2], []], text: """block "quoted" \""" text""" })
          on QUERY | MUTATION | SUBSCRIPTION | FIELD | FRAGMENT_DEFINITION | FRAGMENT_SPREAD | INLINE_FRAGMENT | VARIABLE_DEFINITION | ENUM
        """
            starts with spaces

          ends with a quote "
        """
        type Root implements Named & Node @tag @tag(n: 2) {
          id: ID!
          name(short: Boolean = true, "In which language" language: Language! = ID_): String @deprecated @tag
          "Deprecated in default words" old: [Int] @deprecated(reason: "No longer supported")
          empty: Int @deprecated(reason: "")
          lines: Int @deprecated(reason: """
            first
              second
            """)
          any(float: Float = -1.5e10, int: Int = -0, nothing: Any = null, deep: In = {}, list: [In!]! = [{ e: A }]): [[Any!]]!
          found: Found
        }
        type Change { change(one: One!): Node }
        type News { news: Named }
        "Ends with a backslash \\" interface Node { id: ID! }
        "\u0001 a control character" interface Named implements Node {
          id: ID!
          name(short: Boolean = true, language: Language! = ID_): String @deprecated
        }
        "" union Found = Root | Change
        """""" enum Language { "Bahasa\tIndonesia" ID_ EN @deprecated(reason: "back\\slash \"quoted\"") }
        enum E { A B }
        input In {
          e: E! = A, list: [[Int!]] = [[1]], text: String = "\u00e9\n\""
          gone: Boolean = false @deprecated(reason: "r"), any: Any = { a: [X] }
        }
        input One @oneOf { a: In, b: [ID!] @deprecated }
        scalar Any @specifiedBy(url: "https://example.org/any?a=1&b=\"2\"") @tag
        scalar Plain
        """"""";

    private static async Task<string> IntrospectAsync(Schema schema)
    {
        var engine = new GraphQLEngine(schema, new EngineOptions());
        var result = await engine.ExecuteAsync(
            engine.Prepare(IntrospectionQuery.Text), new OperationRequest(), new TestHub("type Query { a: Int }"), default);
        return TestHub.Json(result);
    }

    private static async Task CheckTheoremAsync(Schema schema)
    {
        var answer = JsonDocument.Parse(await IntrospectAsync(schema)).RootElement;
        Assert.False(answer.TryGetProperty("errors", out _));
        var printed = SchemaPrinter.Print(ClientSchema.Build(answer));
        Assert.Equal(SchemaPrinter.Print(schema, appliedDirectives: false), printed);
        Assert.Equal(printed, SchemaPrinter.Print(SchemaBuilder.Build([new Source(printed)])));
    }

    [Fact]
    public async Task Print_introspect_build_is_the_sorted_SDL_of_everything_SDL_can_say() =>
        await CheckTheoremAsync(SchemaBuilder.Build([new Source(Torture, "torture.graphql")]));

    [Fact]
    public async Task Print_introspect_build_is_the_sorted_SDL_of_the_hub()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "schema", "registry.graphql"))) folder = folder.Parent!;
        var files = Directory.GetFiles(Path.Combine(folder.FullName, "schema"), "*.graphql").Order(StringComparer.Ordinal).ToArray();
        Assert.Contains(files, f => f.EndsWith("credit.graphql", StringComparison.Ordinal));
        await CheckTheoremAsync(SchemaBuilder.Build([.. files.Select(f => new Source(File.ReadAllText(f), Path.GetFileName(f)))]));
    }

    [Fact]
    public async Task The_data_alone_will_do_as_well_as_the_whole_answer()
    {
        var schema = SchemaBuilder.Build([new Source("type Query { a: Int }")]);
        var data = JsonDocument.Parse(await IntrospectAsync(schema)).RootElement.GetProperty("data");
        Assert.Equal("type Query {\n  a: Int\n}\n", SchemaPrinter.Print(ClientSchema.Build(data)));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"data":null}""")]
    [InlineData("""{"__schema":{}}""")]
    [InlineData("""{"__schema":{"queryType":{"name":"Q"},"directives":[],"types":[{"kind":"LIST","name":"Q"}]}}""")]
    [InlineData("""{"__schema":{"queryType":{"name":"Q"},"directives":[],"types":[{"kind":"OBJECT","name":"Q","interfaces":[]}]}}""")]
    [InlineData("""{"__schema":{"queryType":{"name":1},"directives":[],"types":[]}}""")]
    public void What_is_no_introspection_result_is_refused(string json)
    {
        var error = Assert.Single(Assert.Throws<GraphQLException>(() => ClientSchema.Build(JsonDocument.Parse(json).RootElement)).Errors);
        Assert.StartsWith("This is no complete introspection result", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_schema_that_is_not_valid_is_refused_with_its_faults()
    {
        const string json = """{"__schema":{"queryType":{"name":"Q"},"directives":[],"types":["""
            + """{"kind":"OBJECT","name":"Q","interfaces":[],"fields":[]}]}}""";
        var error = Assert.Single(Assert.Throws<GraphQLException>(() => ClientSchema.Build(JsonDocument.Parse(json).RootElement)).Errors);
        Assert.Equal("Q", error.Coordinate);
    }
}
