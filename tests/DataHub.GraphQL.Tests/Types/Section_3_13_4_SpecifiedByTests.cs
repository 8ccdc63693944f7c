using DataHub.GraphQL.Tests.Execution;
using DataHub.GraphQL.Types;

namespace DataHub.GraphQL.Tests.Types;

public sealed class Section_3_13_4_SpecifiedByTests
{
    [Fact]
    public async Task It_gives_a_custom_scalar_the_address_of_its_specification()
    {
        var hub = new TestHub("type Query { a: A } scalar A @specifiedBy(url: \"https://example.org/a\") scalar B");
        Assert.Equal("https://example.org/a", Assert.IsType<ScalarType>(hub.Schema.Type("A")).SpecifiedBy);
        Assert.Equal("""{"a":{"specifiedByURL":"https://example.org/a"},"b":{"specifiedByURL":null},"s":{"specifiedByURL":null}}""",
            await hub.DataAsync("""
                { a: __type(name: "A") { ...U } b: __type(name: "B") { ...U } s: __type(name: "String") { ...U } }
                fragment U on __Type { specifiedByURL }
                """));
    }

    [Theory]
    [InlineData("scalar A @specifiedBy", "A: in \"@specifiedBy\": the argument \"url\" is required")]
    [InlineData("scalar A @specifiedBy(url: null)",
        "A: in \"@specifiedBy\": the argument \"url\" does not fit String!: String! cannot be null")]
    [InlineData("scalar A @specifiedBy(url: \"a\") @specifiedBy(url: \"b\")",
        "A: \"@specifiedBy\" is not repeatable and stands here more than once")]
    [InlineData("enum A @specifiedBy(url: \"a\") { B }", "A: \"@specifiedBy\" cannot stand here: ENUM is none of its locations")]
    [InlineData("extend scalar Int @specifiedBy(url: \"a\")", "Int: a type that the specification brings cannot be extended")]
    [InlineData("scalar String @specifiedBy(url: \"a\")", "String: the specification itself brings a type of this name")]
    public void It_stands_at_custom_scalars_only_and_once(string sdl, string fault) => Assert.Equal(fault, Sdl.Fault(sdl));
}
