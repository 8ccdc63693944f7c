using DataHub.GraphQL.Language;
using DataHub.GraphQL.Types;

namespace DataHub.GraphQL.Tests.Types;

public sealed class Section_3_6_ObjectsTests
{
    [Fact]
    public void Fields_keep_what_the_document_says()
    {
        var schema = Sdl.BuildWithQuery("""
            "A thing" type T {
              "A field" f("An argument" a: [Int!]! = [1] @deprecated(reason: "r"), b: ID): [T!]! @deprecated
            }
            """);
        var type = Assert.IsType<ObjectType>(schema.Type("T"));
        var field = type.Field("f")!;
        Assert.Equal("A thing", type.Description);
        Assert.Equal("A field", field.Description);
        Assert.Equal("T.f", field.Coordinate);
        Assert.Equal("[T!]!", field.Type.ToString());
        Assert.Same(type, field.Type.Named);
        Assert.Equal("No longer supported", field.DeprecationReason);
        var argument = field.Argument("a")!;
        Assert.Equal(("An argument", "r", "[Int!]!", false),
            (argument.Description, argument.DeprecationReason, argument.Type.ToString(), argument.IsRequired));
        Assert.IsType<ListValueNode>(argument.DefaultValue);
        Assert.Null(field.Argument("b")!.DeprecationReason);
        Assert.False(type.IsBuiltIn);
    }

    [Theory]
    [InlineData("type A", "A: an object type must have one field at least")]
    [InlineData("type A { a: Int a: ID }", "A.a: there is more than one field of this name")]
    [InlineData("type A { a: I } input I { a: Int }", "A.a: a field cannot return \"I\", which is an input object type")]
    [InlineData("type A { a: [I!]! } input I { a: Int }", "A.a: a field cannot return \"I\", which is an input object type")]
    [InlineData("type A { a: Nothing }", "A.a: there is no type \"Nothing\"")]
    [InlineData("type A { a(b: Int b: ID): Int }", "A.a(b:): there is more than one argument of this name")]
    [InlineData("type A { a(b: A): Int }", "A.a(b:): an input cannot be of type \"A\", which is an object type")]
    [InlineData("type A { a(b: Nothing): Int }", "A.a(b:): there is no type \"Nothing\"")]
    [InlineData("type A { a(b: Int! @deprecated): Int }",
        "A.a(b:): it is required and so cannot be deprecated; make it nullable or give it a default value first")]
    [InlineData("type A { a(b: Int = \"x\"): Int }", "A.a(b:): its default value does not fit Int: Int must be a whole number")]
    [InlineData("type A { a(b: Int! = null): Int }", "A.a(b:): its default value does not fit Int!: Int! cannot be null")]
    [InlineData("type A { a(b: [Int!] = [1 null]): Int }", "A.a(b:): its default value does not fit [Int!]: Int! cannot be null")]
    [InlineData("type A { a(b: E = B): Int } enum E { A }",
        "A.a(b:): its default value does not fit E: it must be one of the values of \"E\"")]
    [InlineData("type A { a(b: E = \"A\"): Int } enum E { A }",
        "A.a(b:): its default value does not fit E: it must be one of the values of \"E\"")]
    public void Wrong_object_types_are_refused(string sdl, string fault) => Assert.Equal(fault, Sdl.Fault(sdl));

    [Theory]
    [InlineData("type A { a(b: Int! = 1 @deprecated): Int }")]
    [InlineData("type A { a(b: [[Int]] = 1): Int }")]
    [InlineData("type A { a(b: Float = 1, c: ID = 1, d: S = {any: [thing]}): Int } scalar S")]
    [InlineData("type A { a(b: [Int] = null): Int }")]
    public void Default_values_are_coerced(string sdl) => Assert.NotNull(Sdl.BuildWithQuery(sdl).Type("A"));
}
