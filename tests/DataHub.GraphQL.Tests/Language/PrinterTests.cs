using DataHub.GraphQL.Language;

using FsCheck;
using FsCheck.Fluent;

namespace DataHub.GraphQL.Tests.Language;

public sealed class PrinterTests
{
    [Fact]
    public void Parsing_what_was_printed_gives_the_same_document() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
        {
            var document = new AnyNode(seed).Document();
            var printed = Printer.Print(document);
            var parsed = Text.Document(printed);
            if (!Structure.AreSame(document, parsed)) Assert.Equal(Structure.Of(document), Structure.Of(parsed));
            Assert.Equal(printed, Printer.Print(parsed));
        }).Check(Runs.Config);

    [Fact]
    public void Documents_have_one_layout()
    {
        const string expected = """"
            "What it asks"
            query Q(
              "How many"
              $a: Int = 1 @d

              "Which"
              $b: [T!]!
            ) @e {
              x: a(b: { c: [1, $a], d: {} }) @d(e: "\"\\\n\u0001") {
                ...F @d
                ... on T {
                  d
                }
                ... @include(if: true) {
                  e
                }
              }
            }

            mutation ($a: Int) {
              a
            }

            {
              a
            }

            """
            A "block"

              indented
            """
            fragment F on T {
              a
            }
            """";
        const string text = """"
            "What it asks" query Q("How many" $a: Int=1@d,"Which"$b: [T!]!)@e{x:a(b:{c:[1,$a]d:{}})@d(e:"\"\\\n\u0001")
                {...F@d...on T{d}...@include(if:true){e}}}
            mutation($a: Int){a} {a}
              """
                A "block"

                  indented
              """ fragment F on T{a}
            """";
        Assert.Equal(expected, Printer.Print(Text.Document(text)));
        Assert.Equal(expected, Printer.Print(Text.Document(expected)));
    }

    [Fact]
    public void Type_systems_have_one_layout()
    {
        const string expected = """"
            schema @d {
              query: Q
              mutation: M
            }

            extend schema @d

            scalar S @specifiedBy(url: "u")

            type T implements A & B @d {
              plain: Int

              "Described"
              f(a: Int = 1, b: [E!] = [A]): Int! @deprecated

              """
              In
              lines
              """
              g(
                "Also described"
                a: Int
                b: Int
              ): T
            }

            type Empty

            union U = A | B

            enum E {
              A
              B @d
            }

            extend input I {
              a: Int = null
            }

            directive @d(a: Int) repeatable on FIELD | OBJECT
            """";
        Assert.Equal(expected, Printer.Print(Text.Document(expected)));
    }

    [Theory]
    [InlineData("\n leading blank line")]
    [InlineData("trailing blank line\n")]
    [InlineData("carriage\rreturn")]
    [InlineData("  all\n  indented")]
    [InlineData(" ")]
    public void What_no_block_string_can_say_is_quoted(string value)
    {
        var printed = Printer.Print(new StringValueNode(value, IsBlock: true));
        Assert.False(printed.StartsWith("\"\"\"", StringComparison.Ordinal));
        Assert.Equal(value, Assert.IsType<StringValueNode>(Text.Value(printed)).Value);
    }

    [Theory]
    [InlineData("")]
    [InlineData("ends with \"")]
    [InlineData("ends with \\")]
    [InlineData("\"starts")]
    [InlineData("\"\"\"\"\"\"\"")]
    [InlineData("\\\"\"\"\\")]
    [InlineData("  first deeper\nthan the rest")]
    [InlineData("  only line")]
    [InlineData("a\n \nb")]
    public void Block_strings_stay_block_strings(string value)
    {
        var printed = Printer.Print(new StringValueNode(value, IsBlock: true));
        Assert.Equal(new { Value = value, IsBlock = true },
            Assert.IsType<StringValueNode>(Text.Value(printed)) is var n ? new { n.Value, n.IsBlock } : null);
    }
}
