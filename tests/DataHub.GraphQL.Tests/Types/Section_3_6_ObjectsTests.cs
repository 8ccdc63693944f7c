using System.Text.Json;
using DataHub.GraphQL.Language;
using DataHub.GraphQL.Tests.Execution;
using DataHub.GraphQL.Tests.SpecCompliance;
using DataHub.GraphQL.Types;
using DataHub.GraphQL.Types.Coordinates;

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
    [Specifies("Type Validation")]
    public void Wrong_object_types_are_refused(string sdl, string fault) => Assert.Equal(fault, Sdl.Fault(sdl));

    [Theory]
    [InlineData("type A { a(b: Int! = 1 @deprecated): Int }")]
    [InlineData("type A { a(b: [[Int]] = 1): Int }")]
    [InlineData("type A { a(b: Float = 1, c: ID = 1, d: S = {any: [thing]}): Int } scalar S")]
    [InlineData("type A { a(b: [Int] = null): Int }")]
    public void Default_values_are_coerced(string sdl) => Assert.NotNull(Sdl.BuildWithQuery(sdl).Type("A"));

    private sealed record Pair(int Foo, int Bar, int Baz);

    [Theory]
    [InlineData("{ o { foo bar baz } }", "foo,bar,baz")]
    [InlineData("{ o { baz foo bar } }", "baz,foo,bar")]
    [InlineData("{ o { foo ...F baz } } fragment F on O { bar }", "foo,bar,baz")]
    [InlineData("{ o { foo ...F bar foo } } fragment F on O { foo bar baz }", "foo,bar,baz")]
    [InlineData("{ o { foo @skip(if: true) bar foo } }", "bar,foo")]
    [InlineData("{ o { x: baz foo x: baz } }", "x,foo")]
    [Specifies("Field Ordering")]
    [Specifies("Result Coercion")]
    public async Task An_object_holds_the_fields_asked_for_in_the_order_asked(string text, string keys)
    {
        var hub = new TestHub("type Query { o: O } type O { foo: Int, bar: Int, baz: Int }").Value("Query.o", new Pair(1, 2, 3));
        var result = JsonDocument.Parse(await hub.DataAsync(text)).RootElement.GetProperty("o");
        Assert.Equal(keys, string.Join(',', result.EnumerateObject().Select(p => p.Name)));
    }

    [Fact]
    [Specifies("Input Coercion")]
    public void Objects_are_never_inputs() => Assert.Equal(
        "A.a(b:): an input cannot be of type \"A\", which is an object type", Sdl.Fault("type A { a(b: [A!]): Int }"));

    private const string Kinds = """
        interface I { a: Int } interface J implements I { a: Int } type O implements J & I { a: Int }
        type P implements I { a: Int } union U = O | P
        """;

    [Theory]
    [InlineData("O", "O", true)]
    [InlineData("O", "U", true)]
    [InlineData("O", "I", true)]
    [InlineData("J", "I", true)]
    [InlineData("O", "J", true)]
    [InlineData("P", "J", false)]
    [InlineData("I", "J", false)]
    [InlineData("U", "I", false)]
    [InlineData("U", "O", false)]
    [InlineData("I", "U", false)]
    [InlineData("O", "P", false)]
    [Specifies("IsSubType()")]
    public void A_member_or_implementation_is_a_sub_type(string sub, string super, bool isSubType)
    {
        var sdl = $"{Kinds} interface X {{ x: {super} }} type Y implements X {{ x: {sub} }}";
        if (isSubType) Assert.NotNull(Sdl.BuildWithQuery(sdl));
        else Assert.Equal($"Y.x: its type {sub} must be {super} or a sub-type of it, as in X.x", Sdl.Fault(sdl));
    }

    [Theory]
    [InlineData("Int!", "Int", true)]
    [InlineData("Int", "Int!", false)]
    [InlineData("[Int!]", "[Int]", true)]
    [InlineData("[Int]", "[Int!]", false)]
    [InlineData("[Int!]!", "[Int]", true)]
    [InlineData("[O]", "[I]", true)]
    [InlineData("[O!]!", "[I]", true)]
    [InlineData("O!", "U", true)]
    [InlineData("[Int]", "Int", false)]
    [InlineData("Int", "[Int]", false)]
    [InlineData("[[Int]]", "[Int]", false)]
    [InlineData("Int", "Float", false)]
    [Specifies("IsValidImplementationFieldType()")]
    public void A_field_is_of_the_same_type_or_a_narrower_one(string own, string required, bool isValid)
    {
        var sdl = $"{Kinds} interface X {{ x: {required} }} type Y implements X {{ x: {own} }}";
        if (isValid) Assert.NotNull(Sdl.BuildWithQuery(sdl));
        else Assert.Equal($"Y.x: its type {own} must be {required} or a sub-type of it, as in X.x", Sdl.Fault(sdl));
    }

    [Theory]
    [InlineData("interface X { x: Int } type Y implements X { x: Int, y: Int }", null)]
    [InlineData("interface X { x: Int } type Y implements X { y: Int }", "Y: it must have a field \"x\" because it implements \"X\"")]
    [InlineData("interface X { x(a: Int): Int } type Y implements X { x: Int }", "Y.x: it must have an argument \"a\", as X.x has")]
    [InlineData("interface X { x(a: Int): Int } type Y implements X { x(a: Int!): Int }", "Y.x(a:): its type must be Int, as in X.x")]
    [InlineData("interface X { x(a: Int!): Int } type Y implements X { x(a: Int): Int }", "Y.x(a:): its type must be Int!, as in X.x")]
    [InlineData("interface X { x: Int } type Y implements X { x(a: Int): Int }", null)]
    [InlineData("interface X { x: Int } type Y implements X { x(a: Int! = 1): Int }", null)]
    [InlineData("interface X { x: Int } type Y implements X { x(a: Int!): Int }",
        "Y.x(a:): it must not be required, because X.x has no such argument")]
    [InlineData("interface W { w: Int } interface X implements W { w: Int } type Y implements X { w: Int }",
        "Y: it must implement \"W\" too, because \"X\" does")]
    [InlineData("interface X { x: Int } type Y implements X { x: Int @deprecated }",
        "Y.x: it must not be deprecated as long as X.x is not")]
    [Specifies("IsValidImplementation()")]
    public void A_type_has_all_that_its_interfaces_have(string sdl, string? fault)
    {
        if (fault is null) Assert.NotNull(Sdl.BuildWithQuery(sdl));
        else Assert.Equal(fault, Sdl.Fault(sdl));
    }
}
