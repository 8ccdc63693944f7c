namespace DataHub.GraphQL.Tests.Types;

/// <summary>https://ibm.github.io/graphql-specs/cost-spec.html#sec-Validation</summary>
public sealed class CostDirectivesTests
{
    private const string Directives = """
        directive @cost(weight: String!) on ARGUMENT_DEFINITION | ENUM | FIELD_DEFINITION | INPUT_FIELD_DEFINITION | OBJECT | SCALAR
        directive @listSize(
          assumedSize: Int, slicingArguments: [String!], sizedFields: [String!], requireOneSlicingArgument: Boolean = true
        ) on FIELD_DEFINITION

        """;

    [Theory]
    [InlineData("""type T { a: Int @cost(weight: "much") }""", "T.a: in \"@cost\": the weight is not a number")]
    [InlineData("""type T @cost(weight: "") { a: Int }""", "T: in \"@cost\": the weight is not a number")]
    [InlineData("""type T { a(b: Int @cost(weight: "NaN")): Int }""", "T.a(b:): in \"@cost\": the weight is not a number")]
    [InlineData("""input I { a: Int @cost(weight: "1,5") }""", "I.a: in \"@cost\": the weight is not a number")]
    [InlineData("""scalar S @cost(weight: "1e999")""", "S: in \"@cost\": the weight is not a number")]
    [InlineData("""enum E @cost(weight: "0x1") { A }""", "E: in \"@cost\": the weight is not a number")]
    [InlineData("""interface I { a: Int @cost(weight: "1") }""",
        "I.a: \"@cost\" must not stand on a field of an interface, but on those of the types that implement it")]
    [InlineData("type T { a: Int @listSize(assumedSize: 1) }", "T.a: in \"@listSize\": the field gives no list, and no sizedFields are named")]
    [InlineData("type T { a: [Int] @listSize(assumedSize: -1) }", "T.a: in \"@listSize\": the assumedSize is negative")]
    [InlineData("""type T { a(n: Int): [Int] @listSize(slicingArguments: ["m"]) }""", "T.a: in \"@listSize\": there is no argument \"m\"")]
    [InlineData("""type T { a(n: String): [Int] @listSize(slicingArguments: ["n"]) }""",
        "T.a: in \"@listSize\": the slicing argument \"n\" must be an Int or a list")]
    [InlineData("""type T { a(f: F): [Int] @listSize(slicingArguments: ["f.m"]) } input F { n: Int }""",
        "T.a: in \"@listSize\": there is no argument \"f.m\"")]
    [InlineData("""type T { a(n: Int): [Int] @listSize(slicingArguments: ["n"], assumedSize: 5) }""",
        "T.a: in \"@listSize\": an assumedSize beside slicingArguments is of use only with requireOneSlicingArgument: false")]
    [InlineData("""type T { a(n: Int = 1): [Int] @listSize(slicingArguments: ["n"], assumedSize: 5, requireOneSlicingArgument: false) }""",
        "T.a: in \"@listSize\": an assumedSize is of no use, because a slicing argument has a default")]
    [InlineData("""type T { a: P @listSize(assumedSize: 5, sizedFields: ["rows"]) } type P { nodes: [T] }""",
        "T.a: in \"@listSize\": \"P\" has no field \"rows\"")]
    [InlineData("""type T { a: P @listSize(assumedSize: 5, sizedFields: ["node"]) } type P { node: T }""",
        "T.a: in \"@listSize\": \"P.node\" gives no list")]
    public void What_the_directives_say_must_hold(string sdl, string fault) => Assert.Equal(fault, Sdl.Fault(Directives + sdl));

    [Theory]
    [InlineData("""type T { a: Int @cost(weight: "-1.5e1") b: Int @cost(weight: "0") }""")]
    [InlineData("""type T { a(f: F): [Int] @listSize(slicingArguments: ["f.g.n"]) } input F { g: G! } input G { n: Int }""")]
    [InlineData("""type T { a(keys: [ID!]!): [Int] @listSize(slicingArguments: ["keys"]) }""")]
    [InlineData("""type T { a(n: Int): P! @listSize(slicingArguments: ["n"], sizedFields: ["nodes"], assumedSize: 5, requireOneSlicingArgument: false) } type P { nodes: [T!]! }""")]
    public void What_holds_is_taken(string sdl) => Assert.NotNull(Sdl.BuildWithQuery(Directives + sdl));

    [Fact]
    public void A_directive_of_that_name_with_another_meaning_is_left_alone() =>
        Assert.NotNull(Sdl.BuildWithQuery("""directive @cost(complexity: String) on FIELD_DEFINITION type T { a: Int @cost(complexity: "much") }"""));
}
