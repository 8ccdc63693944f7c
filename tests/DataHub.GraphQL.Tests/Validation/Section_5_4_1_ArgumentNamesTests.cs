namespace DataHub.GraphQL.Tests.Validation;

public sealed class Section_5_4_1_ArgumentNamesTests() : RuleTests("5.4.1 Argument Names")
{
    [Fact]
    public void Defined_arguments_are_known() => ExpectValid(
        """
        fragment argOnRequiredArg on Dog { doesKnowCommand(dogCommand: SIT) }
        fragment argOnOptional on Dog { isHouseTrained(atOtherHomes: true) @include(if: true) }
        """);

    [Fact]
    public void Order_does_not_matter() => ExpectValid(
        """
        fragment multipleArgs on Arguments { multipleRequirements(x: 1, y: 2) }
        fragment multipleArgsReverseOrder on Arguments { multipleRequirements(y: 2, x: 1) }
        """);

    [Fact]
    public void Unknown_argument_of_a_field_is_refused() => ExpectErrors(
        """
        fragment invalidArgName on Dog {
          doesKnowCommand(command: CLEAN_UP_HOUSE)
        }
        """,
        ("Argument \"command\" is not defined on \"Dog.doesKnowCommand\".", 2, 19));

    [Fact]
    public void Unknown_argument_of_a_directive_is_refused() => ExpectErrors(
        """
        fragment invalidArgName on Dog {
          isHouseTrained(atOtherHomes: true) @include(unless: false)
        }
        """,
        ("Argument \"unless\" is not defined on \"@include\".", 2, 47));

    [Fact]
    public void Meta_fields_have_their_own_arguments() => ExpectOnlyErrors(
        """
        {
          __type(name: "Dog", kind: OBJECT) { name }
          __typename(short: true)
        }
        """,
        ("\"kind\" is not defined on \"Query.__type\"", 2, 23),
        ("\"short\" is not defined on \"Query.__typename\"", 3, 14));

    [Fact]
    public void Field_without_arguments_takes_none() => ExpectOnlyErrors(
        "{ dog { name(upper: true) } }",
        ("\"upper\" is not defined on \"Dog.name\"", 1, 14));

    [Fact]
    public void Arguments_of_what_is_not_defined_are_not_judged() => ExpectValid(
        "{ wolf(howl: true) @moon(full: true) }");
}
