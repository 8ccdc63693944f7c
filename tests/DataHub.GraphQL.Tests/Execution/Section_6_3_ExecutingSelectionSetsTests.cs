namespace DataHub.GraphQL.Tests.Execution;

public sealed class Section_6_3_ExecutingSelectionSetsTests
{
    private sealed record Dog(string Name);

    private sealed record Cat(string Name);

    private static TestHub Hub() => new TestHub("""
        type Query { pets: [Pet] } interface Pet { name: String }
        type Dog implements Pet { name: String } type Cat implements Pet { name: String }
        """).Value("Query.pets", new object?[] { new Dog("Rex"), null, new Cat("Tom") });

    [Fact]
    public async Task Each_object_is_asked_what_its_own_type_is_asked() => Assert.Equal(
        """{"pets":[{"name":"Rex","kind":"Dog"},null,{"name":"Tom","t":"Cat"}]}""",
        await Hub().DataAsync("{ pets { name ... on Dog { kind: __typename } ... on Cat { t: __typename } } }"));

    [Fact]
    public async Task A_selection_that_applies_to_nothing_is_an_empty_object() =>
        Assert.Equal("""{"pets":[{"name":"Rex"},null,{}]}""", await Hub().DataAsync("{ pets { ... on Dog { name } } }"));
}
