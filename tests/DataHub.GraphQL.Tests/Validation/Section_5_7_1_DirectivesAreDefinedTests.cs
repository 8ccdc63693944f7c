namespace DataHub.GraphQL.Tests.Validation;

public sealed class Section_5_7_1_DirectivesAreDefinedTests() : RuleTests("5.7.1 Directives Are Defined")
{
    [Fact]
    public void Directives_of_the_schema_are_defined() => ExpectValid(
        "query @once { dog @include(if: true) { name @skip(if: false) @tag(name: \"a\") } }");

    [Fact]
    public void Other_directives_are_refused_everywhere() => ExpectOnlyErrors(
        """
        query ($x: Boolean! @v) @q {
          dog @f { name @include(if: $x) ... @i { name } ...s @s }
        }
        fragment s on Dog @d { name }
        """,
        ("Directive \"@v\" is not defined.", 1, 21),
        ("\"@q\"", 1, 25),
        ("\"@f\"", 2, 7),
        ("\"@i\"", 2, 38),
        ("\"@s\"", 2, 55),
        ("\"@d\"", 4, 19));
}
