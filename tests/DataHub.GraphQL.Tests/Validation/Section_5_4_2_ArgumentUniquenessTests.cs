namespace DataHub.GraphQL.Tests.Validation;

public sealed class Section_5_4_2_ArgumentUniquenessTests() : RuleTests("5.4.2 Argument Uniqueness")
{
    [Fact]
    public void Different_arguments_are_right() => ExpectValid(
        "{ arguments { multipleRequirements(x: 1, y: 2) } }");

    [Fact]
    public void Same_argument_on_two_fields_is_right() => ExpectValid(
        "{ arguments { a: intArgField(intArg: 1) b: intArgField(intArg: 1) } }");

    [Fact]
    public void Same_argument_twice_is_refused() => ExpectOnlyErrors(
        "{ arguments { intArgField(intArg: 1, intArg: 1) } }",
        ("Argument \"intArg\" of \"Arguments.intArgField\" is given more than once.", 1, 27));

    [Fact]
    public void Same_argument_of_a_directive_twice_is_refused() => ExpectOnlyErrors(
        "{ dog @include(if: true, if: true) { name } }",
        ("Argument \"if\" of \"@include\"", 1, 16));

    [Fact]
    public void Same_unknown_argument_twice_is_refused() => ExpectErrors(
        "{ wolf(howl: 1, howl: 2) }",
        ("Argument \"howl\" of \"Query.wolf\"", 1, 8));
}
