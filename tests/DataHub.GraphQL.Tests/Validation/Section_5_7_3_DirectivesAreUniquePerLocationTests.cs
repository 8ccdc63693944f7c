namespace DataHub.GraphQL.Tests.Validation;

public sealed class Section_5_7_3_DirectivesAreUniquePerLocationTests() : RuleTests("5.7.3 Directives Are Unique per Location")
{
    [Fact]
    public void Same_directive_twice_on_a_field_is_refused() => ExpectErrors(
        """
        query ($foo: Boolean = true, $bar: Boolean = false) {
          field @skip(if: $foo) @skip(if: $bar)
        }
        """,
        ("Directive \"@skip\" can be used only once in a place.", 2, 10));

    [Fact]
    public void Same_directive_on_two_fields_is_right() => ExpectValid(
        """
        query ($foo: Boolean = true, $bar: Boolean = false) {
          field @skip(if: $foo) { subfieldA }
          field @skip(if: $bar) { subfieldB }
        }
        """);

    [Fact]
    public void Repeatable_directive_may_repeat() => ExpectValid(
        "query @tag(name: \"a\") @tag(name: \"b\") { dog { name @tag(name: \"a\") @tag(name: \"a\") } }");

    [Fact]
    public void Different_directives_may_stand_together() => ExpectValid(
        "{ dog { name @skip(if: false) @include(if: true) @once } }");

    [Fact]
    public void Other_places_are_checked() => ExpectOnlyErrors(
        """
        query @once @once { dog { ...s @once @once ... @once @once { name } } }
        fragment s on Dog @once @once { name }
        """,
        ("\"@once\"", 1, 8),
        ("\"@once\"", 1, 33),
        ("\"@once\"", 1, 49),
        ("\"@once\"", 2, 20));

    [Fact]
    public void Unknown_directives_are_left_to_their_own_rule() => ExpectValid(
        "{ dog @x @x { name } }");
}
