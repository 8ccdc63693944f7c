using DataHub.GraphQL.Types;

namespace DataHub.GraphQL.Tests.Types;

public sealed class Section_3_4_TypesTests
{
    [Theory]
    [InlineData("scalar A", typeof(ScalarType))]
    [InlineData("type A { a: Int }", typeof(ObjectType))]
    [InlineData("interface A { a: Int }", typeof(InterfaceType))]
    [InlineData("union A = Query", typeof(UnionType))]
    [InlineData("enum A { B }", typeof(EnumType))]
    [InlineData("input A { a: Int }", typeof(InputObjectType))]
    public void There_are_six_kinds_of_named_types(string sdl, Type kind) => Assert.IsType(kind, Sdl.BuildWithQuery(sdl).Type("A"));

    [Theory]
    [InlineData("type A { a: Nothing }", "A.a: there is no type \"Nothing\"")]
    [InlineData("type A { a: [Nothing!]! }", "A.a: there is no type \"Nothing\"")]
    [InlineData("input A { a: Nothing }", "A.a: there is no type \"Nothing\"")]
    [InlineData("directive @a(b: Nothing) on FIELD", "@a(b:): there is no type \"Nothing\"")]
    [InlineData("type A implements Nothing { a: Int }", "A: there is no type \"Nothing\"")]
    [InlineData("union A = Nothing", "A: there is no type \"Nothing\"")]
    public void Every_type_that_is_named_is_defined(string sdl, string fault) => Assert.Equal(fault, Sdl.Fault(sdl));

    [Fact]
    public void Types_may_refer_to_one_another_before_they_are_defined()
    {
        var schema = Sdl.BuildWithQuery("type A { b: B } type B { a: [A!]! }");
        Assert.Same(schema.Type("A"), ((ObjectType)schema.Type("B")!).Field("a")!.Type.Named);
    }
}
