using DataHub.GraphQL.Types;

namespace DataHub.GraphQL.Tests.Types;

public sealed class Section_3_7_InterfacesTests
{
    [Fact]
    public void Types_may_implement_interfaces_with_narrower_types_and_more_arguments()
    {
        var schema = Sdl.BuildWithQuery("""
            interface Node { id: ID! self: Node all: [Node] one: U f(a: Int): Int }
            interface Named implements Node { id: ID! self: Named all: [Named!] one: U f(a: Int): Int name: String }
            type A implements Named & Node {
              id: ID! self: A! all: [A!]! one: A! f(a: Int, b: Int, c: Int! = 1): Int! name: String! @deprecated
            }
            union U = A
            extend interface Named { name2: String }
            extend type A { name2: String }
            """.Replace("name: String }", "name: String @deprecated }", StringComparison.Ordinal));
        var node = Assert.IsType<InterfaceType>(schema.Type("Node"));
        Assert.Equal(["A"], schema.PossibleTypes(node).Select(t => t.Name));
        Assert.Equal(["Named", "Node"], Assert.IsType<ObjectType>(schema.Type("A")).Interfaces.Select(t => t.Name));
    }

    [Theory]
    [InlineData("interface A", "A: an interface type must have one field at least")]
    [InlineData("type B implements Nothing { a: Int }", "B: there is no type \"Nothing\"")]
    [InlineData("type B implements Query { q: Int }", "B: only interfaces can be implemented, and \"Query\" is an object type")]
    [InlineData("type B implements A & A { a: Int } interface A { a: Int }", "B: the interface \"A\" is named more than once")]
    [InlineData("interface A implements A { a: Int }", "A: an interface must not implement itself")]
    [InlineData("type B implements A { b: Int } interface A { a: Int }", "B: it must have a field \"a\" because it implements \"A\"")]
    [InlineData("type B implements A { a: ID } interface A { a: Int }", "B.a: its type ID must be Int or a sub-type of it, as in A.a")]
    [InlineData("type B implements A { a: Int } interface A { a: Int! }", "B.a: its type Int must be Int! or a sub-type of it, as in A.a")]
    [InlineData("type B implements A { a: Int } interface A { a: [Int] }",
        "B.a: its type Int must be [Int] or a sub-type of it, as in A.a")]
    [InlineData("type B implements A { a: [Int] } interface A { a: Int }",
        "B.a: its type [Int] must be Int or a sub-type of it, as in A.a")]
    [InlineData("type B implements A { a: [Int] } interface A { a: [Int!] }",
        "B.a: its type [Int] must be [Int!] or a sub-type of it, as in A.a")]
    [InlineData("type B implements A { a: Query } interface A { a: B }", "B.a: its type Query must be B or a sub-type of it, as in A.a")]
    [InlineData("type B implements A { a: Query } interface A { a: A }", "B.a: its type Query must be A or a sub-type of it, as in A.a")]
    [InlineData("type B implements A { a: Query } interface A { a: U } union U = B",
        "B.a: its type Query must be U or a sub-type of it, as in A.a")]
    [InlineData("type B implements A { a: Int } interface A { a(x: Int): Int }", "B.a: it must have an argument \"x\", as A.a has")]
    [InlineData("type B implements A { a(x: Int!): Int } interface A { a(x: Int): Int }", "B.a(x:): its type must be Int, as in A.a")]
    [InlineData("type B implements A { a(x: Int!): Int } interface A { a: Int }",
        "B.a(x:): it must not be required, because A.a has no such argument")]
    [InlineData("type B implements A { a: Int @deprecated } interface A { a: Int }",
        "B.a: it must not be deprecated as long as A.a is not")]
    [InlineData("type C implements B { a: Int } interface B implements A { a: Int } interface A { a: Int }",
        "C: it must implement \"A\" too, because \"B\" does")]
    [InlineData("type B implements A { a: Int } interface A { a: Int } extend interface A { b: Int }",
        "B: it must have a field \"b\" because it implements \"A\"")]
    public void Wrong_implementations_are_refused(string sdl, string fault) => Assert.Equal(fault, Sdl.Fault(sdl));

    [Fact]
    public void Interfaces_must_not_implement_one_another()
    {
        string[] expected =
        [
            "A: this interface and \"B\" implement one another (1.graphql, line 1)",
            "B: this interface and \"A\" implement one another (1.graphql, line 1)",
        ];
        Assert.Equal(expected, Sdl.Faults("interface A implements B { a: Int } interface B implements A { a: Int } type Query { a: Int }"));
    }

    [Fact]
    public void An_interface_that_nobody_implements_has_no_possible_types()
    {
        var schema = Sdl.BuildWithQuery("interface A { a: Int } input I { a: Int }");
        Assert.Empty(schema.PossibleTypes(schema.Type("A")!));
        Assert.Empty(schema.PossibleTypes(schema.Type("I")!));
    }
}
