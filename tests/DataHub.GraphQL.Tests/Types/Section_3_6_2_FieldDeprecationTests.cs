using DataHub.GraphQL.Tests.Execution;

namespace DataHub.GraphQL.Tests.Types;

public sealed class Section_3_6_2_FieldDeprecationTests
{
    [Fact]
    public async Task A_deprecated_field_is_marked_and_still_answers()
    {
        var hub = new TestHub("type Query { old: Int @deprecated(reason: \"Use `fresh`.\"), fresh: Int }").Value("Query.old", 1);
        Assert.Equal(("Use `fresh`.", null), (hub.Field("Query.old").DeprecationReason, hub.Field("Query.fresh").DeprecationReason));
        Assert.Equal("""{"old":1}""", await hub.DataAsync("{ old }"));
        Assert.Equal(
            """{"__type":{"fields":[{"name":"fresh"}]}}""",
            await hub.DataAsync("""{ __type(name: "Query") { fields { name } } }"""));
    }

    [Fact]
    public void Without_a_reason_there_is_the_default_one() => Assert.Equal(
        "No longer supported", Sdl.Build("type Query { a: Int @deprecated }").Query.Field("a")!.DeprecationReason);

    [Fact]
    public void An_implementation_is_not_deprecated_before_its_interface()
    {
        Assert.NotNull(Sdl.BuildWithQuery("interface I { a: Int @deprecated } type T implements I { a: Int @deprecated }"));
        Assert.NotNull(Sdl.BuildWithQuery("interface I { a: Int @deprecated } type T implements I { a: Int }"));
        Assert.Equal("T.a: it must not be deprecated as long as I.a is not",
            Sdl.Fault("interface I { a: Int } type T implements I { a: Int @deprecated }"));
    }
}
