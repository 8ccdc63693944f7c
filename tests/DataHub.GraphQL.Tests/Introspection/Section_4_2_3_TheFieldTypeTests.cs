using DataHub.GraphQL.Tests.Execution;

namespace DataHub.GraphQL.Tests.Introspection;

public sealed class Section_4_2_3_TheFieldTypeTests
{
    private static readonly TestHub Hub = new(
        "type Query { \"About f\" f(a: Int, old: Int @deprecated): [Int!] @deprecated(reason: \"why\") g: Int }");

    [Fact]
    public async Task A_field_tells_its_name_arguments_type_and_deprecation() => Assert.Equal(
        """{"__type":{"fields":[{"name":"f","description":"About f","args":[{"name":"a"}],"type":{"kind":"LIST"},"isDeprecated":"""
        + """true,"deprecationReason":"why"},{"name":"g","description":null,"args":[],"type":{"kind":"SCALAR"},"isDeprecated":"""
        + """false,"deprecationReason":null}]}}""",
        await Hub.DataAsync("""
            { __type(name: "Query") { fields(includeDeprecated: true) {
              name description args { name } type { kind } isDeprecated deprecationReason
            } } }
            """));

    [Fact]
    public async Task Deprecated_arguments_are_told_when_asked() => Assert.Contains(
        """{"args":[{"name":"a"},{"name":"old"}]}""",
        await Hub.DataAsync("""{ __type(name: "Query") { fields(includeDeprecated: true) { args(includeDeprecated: true) { name } } } }"""),
        StringComparison.Ordinal);
}
