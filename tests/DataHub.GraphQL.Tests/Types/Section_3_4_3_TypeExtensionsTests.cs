namespace DataHub.GraphQL.Tests.Types;

public sealed class Section_3_4_3_TypeExtensionsTests
{
    [Fact]
    public void An_extension_may_stand_before_its_type_and_in_another_document()
    {
        var schema = Sdl.Build("extend type Query { b: Int }", "type Query { a: Int }", "extend type Query { c: Int }");
        Assert.Equal(["a", "b", "c"], schema.Query.Fields.Select(f => f.Name));
    }

    [Theory]
    [InlineData("extend type A { a: Int }", "A: there is no such type to extend")]
    [InlineData("extend enum A { A }", "A: there is no such type to extend")]
    [InlineData("extend type A { a: Int } scalar A", "A: a scalar type cannot be extended as an object type")]
    [InlineData("extend interface A { a: Int } type A { a: Int }", "A: an object type cannot be extended as an interface type")]
    [InlineData("extend input A { a: Int } union A = Query", "A: a union type cannot be extended as an input object type")]
    [InlineData("extend union A = Query enum A { B }", "A: an enum type cannot be extended as a union type")]
    [InlineData("extend scalar String @specifiedBy(url: \"u\")", "String: a type that the specification brings cannot be extended")]
    [InlineData("extend enum __TypeKind { TUPLE }", "__TypeKind: a type that the specification brings cannot be extended")]
    public void Only_a_type_that_is_there_is_extended_and_as_what_it_is(string sdl, string fault) => Assert.Equal(fault, Sdl.Fault(sdl));
}
