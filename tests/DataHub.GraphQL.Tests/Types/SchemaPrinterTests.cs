using DataHub.GraphQL.Types;

namespace DataHub.GraphQL.Tests.Types;

public sealed class SchemaPrinterTests
{
    private const string Unsorted = """"
        directive @d(b: Int = 1, a: [Int!]) repeatable on OBJECT | FIELD_DEFINITION | ENUM_VALUE
        type Query implements Node & Named @d(a: [2, 1]) @d {
          "One line"
          name(b: In = { y: 1, x: 2 }, a: Int): String! @deprecated(reason: "r") @d
          id: ID!
        }
        """
        Two
          lines
        """
        interface Node { id: ID! }
        interface Named { name(a: Int, b: In): String @deprecated }
        union U = Query | A
        type A { u: U, e: E, s: S }
        enum E { Z @d Y @deprecated }
        input In @oneOf { y: Int, x: Int }
        scalar S @specifiedBy(url: "u")
        """";

    private const string Sorted = """"
        directive @d(a: [Int!], b: Int = 1) repeatable on ENUM_VALUE | FIELD_DEFINITION | OBJECT

        type A {
          e: E
          s: S
          u: U
        }

        enum E {
          Y @deprecated
          Z @d
        }

        input In {
          x: Int
          y: Int
        }

        interface Named {
          name(a: Int, b: In): String @deprecated
        }

        """
        Two
          lines
        """
        interface Node {
          id: ID!
        }

        type Query implements Named & Node @d(a: [2, 1]) @d {
          id: ID!

          "One line"
          name(a: Int, b: In = { y: 1, x: 2 }): String! @deprecated(reason: "r") @d
        }

        scalar S @specifiedBy(url: "u")

        union U = A | Query

        """";

    [Fact]
    public void A_schema_is_printed_sorted() =>
        Assert.Equal(Sorted, SchemaPrinter.Print(Sdl.Build(Unsorted.Replace(" @oneOf", "", StringComparison.Ordinal))));

    [Fact]
    public void What_was_printed_builds_the_same_schema() => Assert.Equal(Sorted, SchemaPrinter.Print(Sdl.Build(Sorted)));

    [Fact]
    public void Applied_directives_can_be_left_out()
    {
        var expected = Sorted.Replace(" @d(a: [2, 1])", "", StringComparison.Ordinal).Replace(" @d\n", "\n", StringComparison.Ordinal)
            .Replace(" @d {", " {", StringComparison.Ordinal);
        Assert.Equal(expected, SchemaPrinter.Print(Sdl.Build(Sorted), appliedDirectives: false));
    }

    [Theory]
    [InlineData("schema {\n  query: Q\n}\n\ntype Q {\n  a: Int\n}\n")]
    [InlineData("\"d\"\nschema {\n  query: Query\n}\n\ntype Query {\n  a: Int\n}\n")]
    [InlineData("schema {\n  query: Query\n}\n\ntype Mutation {\n  a: Int\n}\n\ntype Query {\n  a: Int\n}\n")]
    [InlineData("type Mutation {\n  a: Int\n}\n\ntype Query {\n  a: Int\n}\n")]
    [InlineData("input I @oneOf {\n  a: Int\n}\n\ntype Query {\n  a: Int\n}\n")]
    public void The_schema_definition_stands_where_it_is_needed(string sdl) => Assert.Equal(sdl, SchemaPrinter.Print(Sdl.Build(sdl)));
}
