using DataHub.GraphQL.Tests.Execution;
using DataHub.GraphQL.Types;

namespace DataHub.GraphQL.Tests.Introspection;

public sealed class Section_4_1_TypeNameIntrospectionTests
{
    private sealed record Dog(string Name);

    private static TestHub Hub() => new TestHub("""
        type Query { any: [Any] named: Named dog: Dog }
        type Mutation { m: Int } type Subscription { s: Int }
        interface Named { name: String }
        union Any = Dog
        type Dog implements Named { name: String }
        input In { a: Int } enum E { A }
        """).Value("Query.any", new object[] { new Dog("a") }).Value("Query.named", (object)new Dog("b")).Value("Query.dog", new Dog("c"));

    [Fact]
    public async Task The_name_of_the_object_can_be_asked_on_objects_interfaces_and_unions() => Assert.Equal(
        """{"__typename":"Query","any":[{"__typename":"Dog"}],"named":{"kind":"Dog","name":"b"},"dog":{"__typename":"Dog"}}""",
        await Hub().DataAsync("{ __typename any { __typename } named { kind: __typename name } dog { __typename } }"));

    [Fact]
    public async Task It_is_a_non_null_string_and_in_no_list_of_fields()
    {
        var hub = Hub();
        Assert.Equal("String!", MetaFields.Find(hub.Schema, hub.Schema.Query, "__typename")!.Type.ToString());
        Assert.DoesNotContain("__typename", await hub.DataAsync("{ __schema { types { fields { name } } } }"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_root_of_a_mutation_has_a_name_too_and_that_of_a_subscription_is_not_asked()
    {
        Assert.Equal("""{"__typename":"Mutation"}""", await Hub().DataAsync("mutation { __typename }"));
        var refused = await Hub().ExecuteAsync("subscription { __typename }");
        Assert.Equal("5.2.4.1 Single Root Field", Assert.Single(refused.Errors).Specification);
    }
}
