using DataHub.GraphQL.Tests.SpecCompliance;
using DataHub.GraphQL.Types;

namespace DataHub.GraphQL.Tests.Types;

public sealed class Section_3_8_1_UnionExtensionsTests
{
    private const string Members = "type A { a: Int } type B { a: Int } directive @d on UNION ";

    [Fact]
    public void An_extension_adds_members_and_directives()
    {
        var type = Assert.IsType<UnionType>(Sdl.BuildWithQuery(Members + "union U = A extend union U @d extend union U = | B").Type("U"));
        Assert.Equal(["A", "B"], type.Types.Select(t => t.Name));
        Assert.Equal(["d"], type.Directives.Select(d => d.Name));
    }

    [Theory]
    [InlineData("extend union U = A", "U: there is no such type to extend")]
    [InlineData("scalar U extend union U = A", "U: a scalar type cannot be extended as a union type")]
    [InlineData("union U = A extend union U = A", "U: the member type \"A\" is named more than once")]
    [InlineData("union U = A extend union U = B | B", "U: the member type \"B\" is named more than once")]
    [InlineData("union U = A extend union U = Int", "U: members must be object types, and \"Int\" is a scalar type")]
    [InlineData("union U = A extend union U = U", "U: members must be object types, and \"U\" is a union type")]
    [InlineData("union U @d = A extend union U @d", "U: \"@d\" is not repeatable and stands here more than once")]
    [Specifies("Type Validation")]
    public void Wrong_extensions_are_refused(string sdl, string fault) => Assert.Equal(fault, Sdl.Fault(Members + sdl));
}
