namespace DataHub.GraphQL.Tests.Validation;

public sealed class Section_5_8_3_AllVariableUsesDefinedTests() : RuleTests("5.8.3 All Variable Uses Defined")
{
    [Fact]
    public void Variable_of_the_operation_is_defined() => ExpectValid(
        "query variableIsDefined($atOtherHomes: Boolean) { dog { isHouseTrained(atOtherHomes: $atOtherHomes) } }");

    [Fact]
    public void Other_variable_is_not() => ExpectOnlyErrors(
        """
        query variableIsNotDefined {
          dog {
            isHouseTrained(atOtherHomes: $atOtherHomes)
          }
        }
        """,
        ("Variable \"$atOtherHomes\" is not defined by query \"variableIsNotDefined\".", 3, 34));

    [Fact]
    public void Fragment_uses_the_variables_of_its_operation() => ExpectValid(
        """
        query variableIsDefinedUsedInSingleFragment($atOtherHomes: Boolean) { dog { ...isHouseTrainedFragment } }
        fragment isHouseTrainedFragment on Dog { isHouseTrained(atOtherHomes: $atOtherHomes) }
        """);

    [Fact]
    public void Fragment_uses_a_variable_its_operation_lacks() => ExpectOnlyErrors(
        """
        query variableIsNotDefinedUsedInSingleFragment {
          dog { ...isHouseTrainedFragment }
        }
        fragment isHouseTrainedFragment on Dog {
          isHouseTrained(atOtherHomes: $atOtherHomes)
        }
        """,
        ("is not defined by query \"variableIsNotDefinedUsedInSingleFragment\"", 5, 32));

    [Fact]
    public void Nested_fragment_uses_a_variable_its_operation_lacks() => ExpectOnlyErrors(
        """
        query variableIsNotDefinedUsedInNestedFragment {
          dog { ...outerHouseTrainedFragment }
        }
        fragment outerHouseTrainedFragment on Dog { ...isHouseTrainedFragment }
        fragment isHouseTrainedFragment on Dog {
          isHouseTrained(atOtherHomes: $atOtherHomes)
        }
        """,
        ("\"$atOtherHomes\"", 6, 32));

    [Fact]
    public void Every_operation_of_a_fragment_defines_its_variables() => ExpectValid(
        """
        query houseTrainedQueryOne($atOtherHomes: Boolean) { dog { ...isHouseTrainedFragment } }
        query houseTrainedQueryTwo($atOtherHomes: Boolean) { dog { ...isHouseTrainedFragment } }
        fragment isHouseTrainedFragment on Dog { isHouseTrained(atOtherHomes: $atOtherHomes) }
        """);

    [Fact]
    public void One_operation_of_a_fragment_lacks_its_variable() => ExpectOnlyErrors(
        """
        query houseTrainedQueryOne($atOtherHomes: Boolean) { dog { ...isHouseTrainedFragment } }
        query houseTrainedQueryTwoNotDefined { dog { ...isHouseTrainedFragment } }
        fragment isHouseTrainedFragment on Dog {
          isHouseTrained(atOtherHomes: $atOtherHomes)
        }
        """,
        ("not defined by query \"houseTrainedQueryTwoNotDefined\"", 4, 32));

    [Fact]
    public void Variables_in_directives_lists_and_objects_are_uses() => ExpectOnlyErrors(
        """
        query @once {
          dog @include(if: $a) { name }
          anything(value: [{ x: $b }])
          findDog(searchBy: { name: $c }) { name }
        }
        """,
        ("\"$a\" is not defined by the query", 2, 20),
        ("\"$b\"", 3, 25),
        ("\"$c\"", 4, 29));

    [Fact]
    public void One_variable_is_reported_once() => ExpectOnlyErrors(
        "{ a: anything(value: $x) b: anything(value: [$x]) }",
        ("\"$x\"", 1, 22));

    [Fact]
    public void Fragment_without_an_operation_is_not_judged() => ExpectValid(
        "fragment f on Dog { isHouseTrained(atOtherHomes: $atOtherHomes) }");

    [Fact]
    public void Cycle_of_fragments_ends() => ExpectValid(
        """
        query ($atOtherHomes: Boolean) { dog { ...a } }
        fragment a on Dog { ...b }
        fragment b on Dog { ...a isHouseTrained(atOtherHomes: $atOtherHomes) }
        """);
}
