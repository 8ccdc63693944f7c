namespace DataHub.GraphQL.Tests.Validation;

public sealed class Section_5_8_4_AllVariablesUsedTests() : RuleTests("5.8.4 All Variables Used")
{
    [Fact]
    public void Unused_variable_is_refused() => ExpectOnlyErrors(
        """
        query variableUnused($atOtherHomes: Boolean) {
          dog {
            isHouseTrained
          }
        }
        """,
        ("Variable \"$atOtherHomes\" is never used in query \"variableUnused\".", 1, 22));

    [Fact]
    public void Fragment_uses_the_variable() => ExpectValid(
        """
        query variableUsedInFragment($atOtherHomes: Boolean) { dog { ...isHouseTrainedFragment } }
        fragment isHouseTrainedFragment on Dog { isHouseTrained(atOtherHomes: $atOtherHomes) }
        """);

    [Fact]
    public void Fragment_does_not_use_the_variable() => ExpectOnlyErrors(
        """
        query variableNotUsedWithinFragment($atOtherHomes: Boolean) {
          dog { ...isHouseTrainedWithoutVariableFragment }
        }
        fragment isHouseTrainedWithoutVariableFragment on Dog { isHouseTrained }
        """,
        ("\"$atOtherHomes\"", 1, 37));

    [Fact]
    public void Each_operation_uses_all_its_variables() => ExpectOnlyErrors(
        """
        query queryWithUsedVar($atOtherHomes: Boolean) { dog { ...isHouseTrainedFragment } }
        query queryWithExtraVar($atOtherHomes: Boolean, $extra: Int) { dog { ...isHouseTrainedFragment } }
        fragment isHouseTrainedFragment on Dog { isHouseTrained(atOtherHomes: $atOtherHomes) }
        """,
        ("Variable \"$extra\" is never used in query \"queryWithExtraVar\".", 2, 49));

    [Fact]
    public void Use_below_an_unknown_field_or_argument_is_a_use() => ExpectValid(
        "query ($a: Int, $b: Int) { wolf { howl(at: $a) } dog { name(x: $b) } }");

    [Fact]
    public void Use_in_a_directive_is_a_use() => ExpectValid(
        "query ($a: Boolean!) { dog @include(if: $a) { name } }");
}
