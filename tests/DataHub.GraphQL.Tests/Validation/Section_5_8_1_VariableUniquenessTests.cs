namespace DataHub.GraphQL.Tests.Validation;

public sealed class Section_5_8_1_VariableUniquenessTests() : RuleTests("5.8.1 Variable Uniqueness")
{
    [Fact]
    public void Two_variables_of_one_name_are_refused() => ExpectOnlyErrors(
        """
        query houseTrainedQuery($atOtherHomes: Boolean, $atOtherHomes: Boolean) {
          dog {
            isHouseTrained(atOtherHomes: $atOtherHomes)
          }
        }
        """,
        ("There can be only one variable named \"$atOtherHomes\" in query \"houseTrainedQuery\".", 1, 26));

    [Fact]
    public void Operations_have_their_own_variables() => ExpectValid(
        """
        query A($atOtherHomes: Boolean) { ...HouseTrainedFragment }
        query B($atOtherHomes: Boolean) { ...HouseTrainedFragment }
        fragment HouseTrainedFragment on Query { dog { isHouseTrained(atOtherHomes: $atOtherHomes) } }
        """);
}
