using DataHub.GraphQL.Tests.Language;
using DataHub.GraphQL.Types;

namespace DataHub.GraphQL.Tests.Types;

public sealed class Section_3_2_TypeSystemDescriptionsTests
{
    private static readonly Schema Described = Sdl.Build(""""
        "The schema" schema { query: Query }
        """
        A simple schema with **Markdown**.
          - one
        """
        type Query {
          "Translates"
          translate("The source" from: Language, "The text" text: String): String
        }
        "Languages" enum Language { "English" EN  "Indonesian" ID_ }
        "A scalar" scalar S
        "An interface" interface I { "Its field" f: Int }
        "A union" union U = Query
        "An input" input In { "Its field" f: Int = 1 }
        "A directive" directive @d("Its argument" a: Int) on FIELD
        """");

    [Fact]
    public void Every_definition_and_every_part_of_it_keeps_its_description()
    {
        Assert.Equal("The schema", Described.Description);
        Assert.Equal("A simple schema with **Markdown**.\n  - one", Described.Query.Description);
        var field = Described.Query.Field("translate")!;
        Assert.Equal(["Translates", "The source", "The text"], field.Arguments.Select(a => a.Description).Prepend(field.Description));
        Assert.Equal(["English", "Indonesian"], ((EnumType)Described.Type("Language")!).Values.Select(v => v.Description));
        Assert.Equal(["Languages", "A scalar", "An interface", "A union", "An input"],
            new[] { "Language", "S", "I", "U", "In" }.Select(n => Described.Type(n)!.Description));
        Assert.Equal(("Its field", "Its field"),
            (((InterfaceType)Described.Type("I")!).Fields[0].Description, ((InputObjectType)Described.Type("In")!).Fields[0].Description));
        Assert.Equal(("A directive", "Its argument"),
            (Described.Directive("d")!.Description, Described.Directive("d")!.Arguments[0].Description));
    }

    [Fact]
    public void A_description_changes_nothing_else()
    {
        var plain = Sdl.BuildWithQuery("type T { f(a: Int = 1): Int }");
        var described = Sdl.BuildWithQuery("\"t\" type T { \"f\" f(\"a\" a: Int = 1): Int }");
        Assert.Null(plain.Type("T")!.Description);
        IEnumerable<string> Fields(Schema schema) =>
            ((ObjectType)schema.Type("T")!).Fields.Select(f => $"{f.Name}({f.Arguments[0].Type}): {f.Type}");
        Assert.Equal(Fields(plain), Fields(described));
    }

    [Fact]
    public void An_empty_description_is_one() => Assert.Equal("", Sdl.BuildWithQuery("\"\" scalar S").Type("S")!.Description);

    [Theory]
    [InlineData("\"d\" extend type T { a: Int }", "1:1")]
    [InlineData("type T { \"d\" }", "1:14")]
    [InlineData("union U = \"d\" A", "1:11")]
    [InlineData("type T implements \"d\" I { a: Int }", "1:19")]
    public void Other_parts_have_none(string sdl, string place) => Text.RefusedAt(place, sdl);
}
