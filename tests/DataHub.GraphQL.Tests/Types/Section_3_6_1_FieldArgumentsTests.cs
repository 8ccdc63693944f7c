using DataHub.GraphQL.Tests.Execution;
using DataHub.GraphQL.Types;

namespace DataHub.GraphQL.Tests.Types;

public sealed class Section_3_6_1_FieldArgumentsTests
{
    [Fact]
    public void Arguments_belong_to_their_field()
    {
        var type = Assert.IsType<ObjectType>(Sdl.BuildWithQuery("""
            type Person { picture(size: Int, "Square or not" square: Boolean! = true): String, name: String }
            """).Type("Person"));
        var picture = type.Field("picture")!;
        Assert.Equal(["size", "square"], picture.Arguments.Select(a => a.Name));
        Assert.Equal(("Square or not", "Boolean!", false),
            (picture.Argument("square")!.Description, picture.Argument("square")!.Type.ToString(), picture.Argument("square")!.IsRequired));
        Assert.Empty(type.Field("name")!.Arguments);
    }

    [Theory]
    [InlineData("type A { a(b: Query): Int }", "A.a(b:): an input cannot be of type \"Query\", which is an object type")]
    [InlineData("interface A { a(b: A): Int }", "A.a(b:): an input cannot be of type \"A\", which is an interface type")]
    [InlineData("type A { a(b: Int, c: Int, b: Int): Int }", "A.a(b:): there is more than one argument of this name")]
    [InlineData("interface A { a(b: Int = 1.5): Int }", "A.a(b:): its default value does not fit Int: Int must be a whole number")]
    [InlineData("type A { a(__b: Int): Int }",
        "A.a(__b:): a name must not begin with two underscores, which are reserved for introspection")]
    public void Wrong_arguments_are_refused(string sdl, string fault) => Assert.Equal(fault, Sdl.Fault(sdl));

    [Fact]
    public async Task Values_reach_the_field() => Assert.Equal(
        """{"a":"600","b":"none"}""",
        await new TestHub("type Query { picture(size: Int): String }")
            .From("Query.picture", f => f.Arguments.TryGetValue("size", out var size) ? $"{size}" : "none")
            .DataAsync("{ a: picture(size: 600) b: picture }"));
}
