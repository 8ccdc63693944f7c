namespace DataHub.GraphQL.Tests.Validation;

public sealed class Section_5_4_3_RequiredArgumentsTests() : RuleTests("5.4.3 Required Arguments")
{
    [Fact]
    public void Given_arguments_are_right() => ExpectValid(
        """
        fragment goodBooleanArg on Arguments { booleanArgField(booleanArg: true) }
        fragment goodNonNullArg on Arguments { nonNullBooleanArgField(nonNullBooleanArg: true) }
        """);

    [Fact]
    public void Nullable_argument_can_be_left_out() => ExpectValid(
        "fragment goodBooleanArgDefault on Arguments { booleanArgField }");

    [Fact]
    public void Argument_with_a_default_can_be_left_out() => ExpectValid(
        "{ arguments { optionalNonNullBooleanArgField } }");

    [Fact]
    public void Nullable_argument_can_be_null() => ExpectValid(
        "{ arguments { booleanArgField(booleanArg: null) } }");

    [Fact]
    public void Variable_is_given() => ExpectValid(
        "query ($x: Boolean!) { arguments { nonNullBooleanArgField(nonNullBooleanArg: $x) } }");

    [Fact]
    public void Required_argument_cannot_be_left_out() => ExpectErrors(
        """
        fragment missingRequiredArg on Arguments {
          nonNullBooleanArgField
        }
        """,
        ("\"nonNullBooleanArg\" of \"Arguments.nonNullBooleanArgField\" of type \"Boolean!\" is required, but it is not given.", 2, 3));

    [Fact]
    public void Required_argument_cannot_be_null() => ExpectErrors(
        """
        fragment missingRequiredArg on Arguments {
          nonNullBooleanArgField(nonNullBooleanArg: null)
        }
        """,
        ("Argument \"nonNullBooleanArg\" of \"Arguments.nonNullBooleanArgField\" of type \"Boolean!\" must not be null.", 2, 45));

    [Fact]
    public void Each_missing_argument_is_reported() => ExpectOnlyErrors(
        "{ arguments { multipleRequirements(y: null) } }",
        ("\"x\"", 1, 15),
        ("\"y\"", 1, 39));

    [Fact]
    public void Required_argument_of_a_directive_cannot_be_left_out() => ExpectOnlyErrors(
        "{ dog @skip { name @include(if: null) } }",
        ("Argument \"if\" of \"@skip\" of type \"Boolean!\" is required", 1, 7),
        ("Argument \"if\" of \"@include\" of type \"Boolean!\" must not be null", 1, 33));

    [Fact]
    public void Meta_field_has_a_required_argument() => ExpectOnlyErrors(
        "{ __type { name } }",
        ("Argument \"name\" of \"Query.__type\" of type \"String!\" is required", 1, 3));
}
