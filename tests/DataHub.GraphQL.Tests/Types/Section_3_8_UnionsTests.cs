using DataHub.GraphQL.Tests.Execution;
using DataHub.GraphQL.Tests.SpecCompliance;
using DataHub.GraphQL.Types;

namespace DataHub.GraphQL.Tests.Types;

public sealed class Section_3_8_UnionsTests
{
    [Fact]
    public void A_union_has_its_members_in_order()
    {
        var schema = Sdl.BuildWithQuery("union U = B | Query type B { a: Int }");
        Assert.Equal(["B", "Query"], Assert.IsType<UnionType>(schema.Type("U")).Types.Select(t => t.Name));
        Assert.Equal(2, schema.PossibleTypes(schema.Type("U")!).Count);
    }

    [Theory]
    [InlineData("union U", "U: a union type must have one member type at least")]
    [InlineData("union U = Query | Query", "U: the member type \"Query\" is named more than once")]
    [InlineData("union U = Query extend union U = Query", "U: the member type \"Query\" is named more than once")]
    [InlineData("union U = Int", "U: members must be object types, and \"Int\" is a scalar type")]
    [InlineData("union U = A interface A { a: Int }", "U: members must be object types, and \"A\" is an interface type")]
    [InlineData("union U = U", "U: members must be object types, and \"U\" is a union type")]
    [InlineData("union U = Nothing", "U: there is no type \"Nothing\"")]
    [Specifies("Type Validation")]
    public void Wrong_unions_are_refused(string sdl, string fault) => Assert.Equal(fault, Sdl.Fault(sdl));

    private sealed record Photo(int Height);

    [Fact]
    [Specifies("Result Coercion")]
    public async Task A_result_is_an_object_of_a_member_type()
    {
        var hub = new TestHub("""
            type Query { found: [Found] } union Found = Photo | Person
            type Photo { height: Int } type Person { name: String }
            """)
            .Value("Query.found", new object[] { new Photo(3) });
        Assert.Equal("""{"found":[{"__typename":"Photo","height":3}]}""",
            await hub.DataAsync("{ found { __typename ... on Photo { height } ... on Person { name } } }"));
        Assert.Equal("5.3.1 Field Selections", Assert.Single((await hub.ExecuteAsync("{ found { height } }")).Errors).Specification);
    }

    [Fact]
    [Specifies("Input Coercion")]
    public void Unions_are_never_inputs() => Assert.Equal(
        "A.a: an input cannot be of type \"U\", which is a union type", Sdl.Fault("input A { a: [U] } union U = Query"));
}
