using System.Text.Json;
using DataHub.GraphQL.Tests.Execution;
using DataHub.GraphQL.Tests.SpecCompliance;
using DataHub.GraphQL.Types.Coordinates;

namespace DataHub.GraphQL.Tests.Introspection;

public sealed class Section_4_2_2_TheTypeTypeTests
{
    private const string Sdl = """
        type Query implements I { u: U, i: I, list(in: In): [Int!]!, old: Int @deprecated }
        interface I { i: I }
        interface J implements I { i: I }
        union U = Query | Other
        type Other { a: Int }
        "About E" enum E { A B @deprecated }
        input In { a: Int = 1, e: E, gone: Int @deprecated }
        input One @oneOf { a: Int }
        scalar S @specifiedBy(url: "https://example.org/s")
        """;

    private const string All = """
        query ($name: String!) { __type(name: $name) {
          kind name description specifiedByURL fields { name } interfaces { name } possibleTypes { name } enumValues { name }
          inputFields { name } ofType { name } isOneOf
        } }
        """;

    /// <summary>The members that are not null, kind and name first.</summary>
    private static async Task<string> TypeAsync(string name)
    {
        var data = JsonDocument.Parse(await new TestHub(Sdl).DataAsync(All, $$"""{"name":"{{name}}"}""")).RootElement.GetProperty("__type");
        var given = data.EnumerateObject().Where(p => p.Value.ValueKind != JsonValueKind.Null);
        return string.Join(' ', given.Select(p => p.Value.ValueKind switch
        {
            JsonValueKind.Array => $"{p.Name}={string.Join(',', p.Value.EnumerateArray().Select(i => i.GetProperty("name").GetString()))}",
            _ => $"{p.Name}={p.Value}",
        }));
    }

    [Fact]
    [Specifies("Scalar")]
    public async Task A_scalar_has_no_parts()
    {
        Assert.Equal("kind=SCALAR name=S specifiedByURL=https://example.org/s", await TypeAsync("S"));
        Assert.StartsWith("kind=SCALAR name=Int description=", await TypeAsync("Int"), StringComparison.Ordinal);
    }

    [Fact]
    [Specifies("Object")]
    public async Task An_object_has_fields_and_interfaces()
    {
        Assert.Equal("kind=OBJECT name=Query fields=u,i,list interfaces=I", await TypeAsync("Query"));
        Assert.Equal("kind=OBJECT name=Other fields=a interfaces=", await TypeAsync("Other"));
    }

    [Fact]
    [Specifies("Union")]
    public async Task A_union_has_possible_types() => Assert.Equal("kind=UNION name=U possibleTypes=Query,Other", await TypeAsync("U"));

    [Fact]
    [Specifies("Interface")]
    public async Task An_interface_has_fields_interfaces_and_possible_types()
    {
        Assert.Equal("kind=INTERFACE name=I fields=i interfaces= possibleTypes=Query", await TypeAsync("I"));
        Assert.Equal("kind=INTERFACE name=J fields=i interfaces=I possibleTypes=", await TypeAsync("J"));
    }

    [Fact]
    [Specifies("Enum")]
    public async Task An_enum_has_values() => Assert.Equal("kind=ENUM name=E description=About E enumValues=A", await TypeAsync("E"));

    [Fact]
    [Specifies("Input Object")]
    public async Task An_input_object_has_input_fields_and_says_whether_it_is_OneOf()
    {
        Assert.Equal("kind=INPUT_OBJECT name=In inputFields=a,e isOneOf=False", await TypeAsync("In"));
        Assert.Equal("kind=INPUT_OBJECT name=One inputFields=a isOneOf=True", await TypeAsync("One"));
    }

    [Fact]
    [Specifies("List")]
    [Specifies("Non-Null")]
    public async Task Wrappers_have_no_name_and_tell_what_they_wrap()
    {
        var data = JsonDocument.Parse(await new TestHub(Sdl).DataAsync("""
            { __type(name: "Query") { fields { name type { ...T ofType { ...T ofType { ...T ofType { ...T ofType { name } } } } } } } }
            fragment T on __Type { kind name fields { name } }
            """)).RootElement;
        var list = data.GetProperty("__type").GetProperty("fields").EnumerateArray()
            .Single(f => f.GetProperty("name").GetString() == "list");
        Assert.Equal(
            """{"kind":"NON_NULL","name":null,"fields":null,"ofType":{"kind":"LIST","name":null,"fields":null,"ofType":"""
            + """{"kind":"NON_NULL","name":null,"fields":null,"ofType":{"kind":"SCALAR","name":"Int","fields":null,"ofType":null}}}}""",
            list.GetProperty("type").GetRawText());
    }

    [Theory]
    [InlineData("fields", "Query", 3, 4)]
    [InlineData("enumValues", "E", 1, 2)]
    [InlineData("inputFields", "In", 2, 3)]
    public async Task Deprecated_parts_are_told_when_asked(string field, string type, int current, int all)
    {
        async Task<int> CountAsync(string arguments) => JsonDocument.Parse(await new TestHub(Sdl)
            .DataAsync($"{{ __type(name: \"{type}\") {{ {field}{arguments} {{ name }} }} }}"))
            .RootElement.GetProperty("__type").GetProperty(field).GetArrayLength();
        Assert.Equal((current, current, all),
            (await CountAsync(""), await CountAsync("(includeDeprecated: false)"), await CountAsync("(includeDeprecated: true)")));
    }
}
