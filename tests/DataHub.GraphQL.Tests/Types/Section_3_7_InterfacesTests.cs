using DataHub.GraphQL.Tests.Execution;
using DataHub.GraphQL.Tests.SpecCompliance;
using DataHub.GraphQL.Tests.Validation;
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

    private const string Pets = """
        type Query { pet: Pet, named: [Named] }
        interface Named { name: String } interface Pet implements Named { name: String }
        type Dog implements Pet & Named { name: String, barks: Boolean }
        """;

    private sealed record Dog(string Name, bool Barks);

    [Fact]
    [Specifies("Result Coercion")]
    [Specifies("Interfaces Implementing Interfaces")]
    public async Task A_result_is_an_object_that_implements_the_interface()
    {
        var hub = new TestHub(Pets)
            .Value("Query.pet", (object)new Dog("Rex", true)).Value("Query.named", new object[] { new Dog("Bo", false) });
        Assert.Equal("""{"pet":{"__typename":"Dog","name":"Rex"},"named":[{"name":"Bo","barks":false}]}""",
            await hub.DataAsync("{ pet { __typename ... on Named { name } } named { ... on Pet { name ... on Dog { barks } } } }"));
        Assert.Equal("5.3.1 Field Selections", Assert.Single((await hub.ExecuteAsync("{ pet { barks } }")).Errors).Specification);
    }

    [Fact]
    [Specifies("Input Coercion")]
    public void Interfaces_are_never_inputs() => Assert.Equal(
        "A.a(b:): an input cannot be of type \"A\", which is an interface type", Sdl.Fault("interface A { a(b: A!): Int }"));

    [Theory]
    [InlineData("interface A implements A { a: Int }", "A: an interface must not implement itself")]
    [InlineData("interface A { a: Int } interface B implements A { b: Int }", "B: it must have a field \"a\" because it implements \"A\"")]
    [InlineData("interface A { a: Int } interface B implements A { a: Int } interface C implements B { a: Int }",
        "C: it must implement \"A\" too, because \"B\" does")]
    [InlineData("interface B implements A { a: Int } union A = Query", "B: only interfaces can be implemented, and \"A\" is a union type")]
    [Specifies("Interfaces Implementing Interfaces")]
    public void Interfaces_that_implement_wrongly_are_refused(string sdl, string fault) => Assert.Equal(fault, Sdl.Fault(sdl));

    [Theory]
    [InlineData("interface A { a: Int a: Int }", "A.a: there is more than one field of this name")]
    [InlineData("interface A { __a: Int }", "A.__a: a name must not begin with two underscores, which are reserved for introspection")]
    [InlineData("interface A { a: I } input I { a: Int }", "A.a: a field cannot return \"I\", which is an input object type")]
    [InlineData("interface A { a(__b: Int): Int }",
        "A.a(__b:): a name must not begin with two underscores, which are reserved for introspection")]
    [InlineData("interface A { a(b: Int b: Int): Int }", "A.a(b:): there is more than one argument of this name")]
    [InlineData("interface A { a(b: Query): Int }", "A.a(b:): an input cannot be of type \"Query\", which is an object type")]
    [InlineData("interface A { a(b: Int = \"\"): Int }", "A.a(b:): its default value does not fit Int: Int must be a whole number")]
    [InlineData("interface A", "A: an interface type must have one field at least")]
    [Specifies("Type Validation")]
    public void Wrong_interfaces_are_refused(string sdl, string fault) => Assert.Equal(fault, Sdl.Fault(sdl));
}
