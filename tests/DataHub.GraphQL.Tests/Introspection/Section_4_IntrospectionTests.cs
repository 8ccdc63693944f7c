using System.Text.Json;
using DataHub.GraphQL.Tests.Execution;
using DataHub.GraphQL.Tests.SpecCompliance;

namespace DataHub.GraphQL.Tests.Introspection;

public sealed class Section_4_IntrospectionTests
{
    private const string Sdl = """"
        "All there is"
        schema { query: Query, mutation: Change }
        "Where it starts"
        type Query {
          "One business"
          business(nib: NIB!, "Old way" scale: Scale = MIKRO @deprecated(reason: "Use nib")): Business
          search(where: Filter = { text: "a\"b", sizes: [1, 2] }): [Found!]!
          old: Int @deprecated
        }
        type Change { set(by: Key!): Node }
        interface Node { id: ID! }
        interface Named implements Node { id: ID!, name: String }
        type Business implements Named & Node { id: ID!, name: String }
        type Region { code: String! }
        union Found = Business | Region
        enum Scale { MIKRO, "Small" KECIL, BESAR @deprecated(reason: "Out of scope") }
        input Filter { text: String = "x", sizes: [Int!], gone: Int @deprecated(reason: "No use"), of: Scale! = KECIL }
        input Key @oneOf { nib: NIB, nik: String }
        scalar NIB @specifiedBy(url: "https://oss.go.id/nib")
        directive @cost(weight: String!, old: Int = 1 @deprecated) repeatable on FIELD_DEFINITION | OBJECT
        """";

    private static async Task<JsonElement> DataAsync(string query, string? variables = null) =>
        JsonDocument.Parse(await new TestHub(Sdl).DataAsync(query, variables)).RootElement;

    private static async Task<string> TextAsync(string query) => await new TestHub(Sdl).DataAsync(query);

    [Fact]
    public async Task The_standard_introspection_query_is_answered_without_errors()
    {
        var schema = (await DataAsync(IntrospectionQuery.Text)).GetProperty("__schema");
        Assert.Equal("All there is", schema.GetProperty("description").GetString());
        Assert.Equal("Query", schema.GetProperty("queryType").GetProperty("name").GetString());
        Assert.Equal("Change", schema.GetProperty("mutationType").GetProperty("name").GetString());
        Assert.Equal(JsonValueKind.Null, schema.GetProperty("subscriptionType").ValueKind);
        var names = schema.GetProperty("types").EnumerateArray().Select(t => t.GetProperty("name").GetString()).ToHashSet();
        Assert.Superset(
            new HashSet<string?>
            {
                "Query", "Change", "Node", "Named", "Business", "Region", "Found", "Scale", "Filter", "Key", "NIB",
                "Int", "String", "Boolean", "ID",
                "__Schema", "__Type", "__TypeKind", "__Field", "__InputValue", "__EnumValue", "__Directive", "__DirectiveLocation",
            },
            names);
        var directives = schema.GetProperty("directives").EnumerateArray().Select(d => d.GetProperty("name").GetString()).ToHashSet();
        Assert.Superset(new HashSet<string?> { "skip", "include", "deprecated", "specifiedBy", "oneOf", "cost" }, directives);
    }

    [Theory]
    [InlineData("Query", "OBJECT")]
    [InlineData("Node", "INTERFACE")]
    [InlineData("Found", "UNION")]
    [InlineData("Scale", "ENUM")]
    [InlineData("Filter", "INPUT_OBJECT")]
    [InlineData("NIB", "SCALAR")]
    public async Task A_type_has_the_fields_of_its_kind_and_null_for_the_others(string name, string kind)
    {
        var type = (await DataAsync(
            """
            query($name: String!) {
              __type(name: $name) {
                kind name fields { name } interfaces { name } possibleTypes { name } enumValues { name } inputFields { name }
                isOneOf ofType { name }
              }
            }
            """,
            $$"""{"name":"{{name}}"}""")).GetProperty("__type");
        Assert.Equal((kind, name), (type.GetProperty("kind").GetString(), type.GetProperty("name").GetString()));
        var given = type.EnumerateObject().Where(p => p.Value.ValueKind != JsonValueKind.Null).Select(p => p.Name).Skip(2);
        string[] expected = kind switch
        {
            "OBJECT" => ["fields", "interfaces"],
            "INTERFACE" => ["fields", "interfaces", "possibleTypes"],
            "UNION" => ["possibleTypes"],
            "ENUM" => ["enumValues"],
            "INPUT_OBJECT" => ["inputFields", "isOneOf"],
            _ => [],
        };
        Assert.Equal(expected, given);
    }

    [Fact]
    public async Task A_type_that_is_not_there_is_null() =>
        Assert.Equal("""{"__type":null}""", await TextAsync("""{ __type(name: "Nothing") { name } }"""));

    [Fact]
    public async Task Wrapping_types_are_told_from_the_outside_in() => Assert.Equal(
        """{"__type":{"fields":[{"type":{"kind":"OBJECT","name":"Business","ofType":null}},{"type":"""
        + """{"kind":"NON_NULL","name":null,"ofType":"""
        + """{"kind":"LIST","name":null,"ofType":{"kind":"NON_NULL","name":null,"ofType":"""
        + """{"kind":"UNION","name":"Found","ofType":null}}}}}]}}""",
        await TextAsync("""
            { __type(name: "Query") { fields { type { ...T ofType { ...T ofType { ...T ofType { ...T ofType { name } } } } } } } }
            fragment T on __Type { kind name }
            """));

    [Fact]
    public async Task Deprecated_elements_are_listed_only_when_asked_for()
    {
        Assert.Equal(
            """{"q":{"fields":[{"name":"business","args":[{"name":"nib"}]},{"name":"search","args":[{"name":"where"}]}]}"""
            + ""","e":{"enumValues":[{"name":"MIKRO"},{"name":"KECIL"}]},"i":{"inputFields":[{"name":"text"},{"name":"sizes"},"""
            + """{"name":"of"}]}}""",
            await TextAsync("""
                { q: __type(name: "Query") { fields { name args { name } } } e: __type(name: "Scale") { enumValues { name } }
                  i: __type(name: "Filter") { inputFields { name } } }
                """));
        Assert.Equal(
            """{"e":{"enumValues":[{"name":"MIKRO","isDeprecated":false,"deprecationReason":null},"""
            + """{"name":"KECIL","isDeprecated":false,"deprecationReason":null},"""
            + """{"name":"BESAR","isDeprecated":true,"deprecationReason":"Out of scope"}]}}""",
            await TextAsync("""
                { e: __type(name: "Scale") { enumValues(includeDeprecated: true) { name isDeprecated deprecationReason } } }
                """));
        Assert.Equal(
            """{"q":{"fields":[{"name":"business","deprecationReason":null,"args":[{"name":"nib","deprecationReason":null},"""
            + """{"name":"scale","deprecationReason":"Use nib"}]},{"name":"search","deprecationReason":null,"args":["""
            + """{"name":"where","deprecationReason":null}]},"""
            + """{"name":"old","deprecationReason":"No longer supported","args":[]}]}}""",
            await TextAsync("""
                { q: __type(name: "Query") { fields(includeDeprecated: true) { name deprecationReason
                    args(includeDeprecated: true) { name deprecationReason } } } }
                """));
    }

    [Fact]
    public async Task Defaults_are_told_in_the_language_of_GraphQL()
    {
        Assert.Equal(
            """{"__type":{"inputFields":[{"name":"text","defaultValue":"\"x\""},{"name":"sizes","defaultValue":null},"""
            + """{"name":"of","defaultValue":"KECIL"}]}}""",
            await TextAsync("""{ __type(name: "Filter") { inputFields { name defaultValue } } }"""));
        Assert.Equal(
            """{"__type":{"fields":[{"args":[{"defaultValue":null}]},"""
            + """{"args":[{"defaultValue":"{ text: \"a\\\"b\", sizes: [1, 2] }"}]}]}}""",
            await TextAsync("""{ __type(name: "Query") { fields { args { defaultValue } } } }"""));
    }

    [Fact]
    public async Task Custom_scalars_one_of_inputs_and_directives_tell_what_is_theirs()
    {
        Assert.Equal(
            """{"s":{"specifiedByURL":"https://oss.go.id/nib"},"i":{"specifiedByURL":null},"k":{"isOneOf":true},"f":"""
            + """{"isOneOf":false},"q":{"isOneOf":null}}""",
            await TextAsync("""
                { s: __type(name: "NIB") { specifiedByURL } i: __type(name: "Int") { specifiedByURL }
                  k: __type(name: "Key") { isOneOf } f: __type(name: "Filter") { isOneOf } q: __type(name: "Query") { isOneOf } }
                """));
        var cost = (await DataAsync("""
            { __schema { directives { name isRepeatable locations args { name } all: args(includeDeprecated: true) { name } } } }
            """))
            .GetProperty("__schema").GetProperty("directives").EnumerateArray().Single(d => d.GetProperty("name").GetString() == "cost");
        Assert.Equal(
            """{"name":"cost","isRepeatable":true,"locations":["FIELD_DEFINITION","OBJECT"],"args":[{"name":"weight"}],"all":"""
            + """[{"name":"weight"},{"name":"old"}]}""",
            cost.GetRawText());
    }

    [Fact]
    public async Task Elements_keep_the_order_of_the_source() => Assert.Equal(
        """{"b":{"interfaces":[{"name":"Named"},{"name":"Node"}],"fields":[{"name":"id"},{"name":"name"}]},"f":"""
        + """{"possibleTypes":[{"name":"Business"},{"name":"Region"}]}}""",
        await TextAsync("""
            { b: __type(name: "Business") { interfaces { name } fields { name } } f: __type(name: "Found") { possibleTypes { name } } }
            """));

    [Fact]
    public async Task Type_names_are_told_at_every_level_also_of_the_schema_itself() => Assert.Equal(
        """{"__typename":"Query","__schema":{"__typename":"__Schema","queryType":{"__typename":"__Type","name":"Query"}}}""",
        await TextAsync("{ __typename __schema { __typename queryType { __typename name } } }"));

    [Fact]
    public async Task The_introspection_types_describe_themselves()
    {
        var data = await TextAsync("""
            { __type(name: "__Type") { kind fields { name type { kind ofType { name } } args { name defaultValue } } } }
            """);
        Assert.Contains(
            """{"name":"fields","type":{"kind":"LIST","ofType":{"name":null}},"args":["""
            + """{"name":"includeDeprecated","defaultValue":"false"}]}""",
            data,
            StringComparison.Ordinal);
    }

    [Fact]
    [Specifies("Reserved Names")]
    public async Task Only_introspection_has_names_that_begin_with_two_underscores()
    {
        var names = (await DataAsync("{ __schema { types { name fields(includeDeprecated: true) { name } } } }")).GetProperty("__schema");
        Assert.All(names.GetProperty("types").EnumerateArray(), type =>
            Assert.DoesNotContain("\"name\":\"__", type.GetProperty("fields").GetRawText(), StringComparison.Ordinal));
        Assert.Equal(8, names.GetProperty("types").EnumerateArray()
            .Count(t => t.GetProperty("name").GetString()!.StartsWith("__", StringComparison.Ordinal)));
        Assert.Equal("A.__a: a name must not begin with two underscores, which are reserved for introspection",
            Types.Sdl.Fault("type A { __a: Int }"));
    }
}
