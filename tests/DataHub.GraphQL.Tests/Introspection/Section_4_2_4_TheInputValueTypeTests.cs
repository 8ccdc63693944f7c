using DataHub.GraphQL.Tests.Execution;

namespace DataHub.GraphQL.Tests.Introspection;

public sealed class Section_4_2_4_TheInputValueTypeTests
{
    private static readonly TestHub Hub = new("""
        enum E { A B }
        input In {
          "About a" a: Int! = 1, b: In2, text: String = "x\ny", none: Int = null, list: [E!] = [A B], gone: Int @deprecated(reason: "r")
        }
        input In2 { c: Float = 1.50 }
        directive @d(x: In = { a: 2, b: { c: 3 } }) on FIELD
        type Query { f(e: E = A): Int }
        """);

    [Fact]
    public async Task An_input_field_tells_its_name_type_default_and_deprecation() => Assert.Equal(
        """{"__type":{"inputFields":[{"name":"a","description":"About a","defaultValue":"1","isDeprecated":false,"deprecationReason":"""
        + """null},"""
        + """{"name":"b","description":null,"defaultValue":null,"isDeprecated":false,"deprecationReason":null},"""
        + """{"name":"text","description":null,"defaultValue":"\"x\\ny\"","isDeprecated":false,"deprecationReason":null},"""
        + """{"name":"none","description":null,"defaultValue":"null","isDeprecated":false,"deprecationReason":null},"""
        + """{"name":"list","description":null,"defaultValue":"[A, B]","isDeprecated":false,"deprecationReason":null},"""
        + """{"name":"gone","description":null,"defaultValue":null,"isDeprecated":true,"deprecationReason":"r"}]}}""",
        await Hub.DataAsync("""
            { __type(name: "In") { inputFields(includeDeprecated: true) { name description defaultValue isDeprecated deprecationReason } } }
            """));

    [Fact]
    public async Task Arguments_of_fields_and_directives_are_the_same()
    {
        Assert.Equal("""{"__type":{"fields":[{"args":[{"name":"e","type":{"name":"E"},"defaultValue":"A"}]}]}}""",
            await Hub.DataAsync("""{ __type(name: "Query") { fields { args { name type { name } defaultValue } } } }"""));
        Assert.Contains("""{"args":[{"name":"x","defaultValue":"{ a: 2, b: { c: 3 } }"}]}""",
            await Hub.DataAsync("{ __schema { directives { args { name defaultValue } } } }"), StringComparison.Ordinal);
    }
}
