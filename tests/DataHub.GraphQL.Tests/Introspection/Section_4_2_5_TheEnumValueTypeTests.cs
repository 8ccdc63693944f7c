using DataHub.GraphQL.Tests.Execution;

namespace DataHub.GraphQL.Tests.Introspection;

public sealed class Section_4_2_5_TheEnumValueTypeTests
{
    [Fact]
    public async Task A_value_tells_its_name_and_deprecation() => Assert.Equal(
        """{"__type":{"enumValues":[{"name":"A","description":"About A","isDeprecated":false,"deprecationReason":null},"""
        + """{"name":"B","description":null,"isDeprecated":true,"deprecationReason":"No longer supported"},"""
        + """{"name":"C","description":null,"isDeprecated":true,"deprecationReason":""}]}}""",
        await new TestHub("type Query { e: E } enum E { \"About A\" A B @deprecated C @deprecated(reason: \"\") }").DataAsync("""
            { __type(name: "E") { enumValues(includeDeprecated: true) { name description isDeprecated deprecationReason } } }
            """));
}
