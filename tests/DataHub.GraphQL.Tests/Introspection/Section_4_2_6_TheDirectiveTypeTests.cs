using System.Text.Json;
using DataHub.GraphQL.Tests.Execution;
using DataHub.GraphQL.Types.Coordinates;

namespace DataHub.GraphQL.Tests.Introspection;

public sealed class Section_4_2_6_TheDirectiveTypeTests
{
    private static async Task<JsonElement> DirectiveAsync(string name)
    {
        var data = await new TestHub("""
            type Query { a: Int }
            "About d" directive @d(a: Int! = 1, old: Int @deprecated) repeatable on FIELD | SCHEMA | VARIABLE_DEFINITION
            """).DataAsync("{ __schema { directives { name description isRepeatable locations args { name } } } }");
        return JsonDocument.Parse(data).RootElement.GetProperty("__schema").GetProperty("directives").EnumerateArray()
            .Single(d => d.GetProperty("name").GetString() == name);
    }

    [Fact]
    public async Task A_directive_tells_where_it_may_stand_and_whether_again() => Assert.Equal(
        """{"name":"d","description":"About d","isRepeatable":true,"locations":"""
        + """["FIELD","SCHEMA","VARIABLE_DEFINITION"],"args":[{"name":"a"}]}""",
        (await DirectiveAsync("d")).GetRawText());

    [Theory]
    [InlineData("skip", "FIELD FRAGMENT_SPREAD INLINE_FRAGMENT", "if")]
    [InlineData("include", "FIELD FRAGMENT_SPREAD INLINE_FRAGMENT", "if")]
    [InlineData("deprecated", "FIELD_DEFINITION ARGUMENT_DEFINITION INPUT_FIELD_DEFINITION ENUM_VALUE", "reason")]
    [InlineData("specifiedBy", "SCALAR", "url")]
    [InlineData("oneOf", "INPUT_OBJECT", "")]
    public async Task Built_in_directives_are_told_as_the_specification_has_them(string name, string locations, string arguments)
    {
        var directive = await DirectiveAsync(name);
        Assert.False(directive.GetProperty("isRepeatable").GetBoolean());
        Assert.Equal(locations, string.Join(' ', directive.GetProperty("locations").EnumerateArray().Select(l => l.GetString())));
        var names = directive.GetProperty("args").EnumerateArray().Select(a => a.GetProperty("name").GetString());
        Assert.Equal(arguments, string.Join(' ', names));
    }
}
