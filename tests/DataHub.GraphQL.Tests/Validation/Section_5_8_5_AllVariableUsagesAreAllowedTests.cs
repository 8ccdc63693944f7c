using DataHub.GraphQL.Tests.SpecCompliance;

namespace DataHub.GraphQL.Tests.Validation;

public sealed class Section_5_8_5_AllVariableUsagesAreAllowedTests() : RuleTests("5.8.5 All Variable Usages Are Allowed")
{
    [Fact]
    [Specifies("AreTypesCompatible()")]
    public void Types_must_match() => ExpectOnlyErrors(
        """
        query intCannotGoIntoBoolean($intArg: Int) {
          arguments {
            booleanArgField(booleanArg: $intArg)
          }
        }
        """,
        ("of type \"Int\" cannot be used as argument \"booleanArg\" of \"Arguments.booleanArgField\", which expects \"Boolean\".", 1, 30));

    [Fact]
    [Specifies("AreTypesCompatible()")]
    public void List_cannot_go_into_a_single_value() => ExpectOnlyErrors(
        """
        query booleanListCannotGoIntoBoolean($booleanListArg: [Boolean]) {
          arguments {
            booleanArgField(booleanArg: $booleanListArg)
          }
        }
        """,
        ("of type \"[Boolean]\" cannot be used", 1, 38));

    [Fact]
    [Specifies("IsVariableUsageAllowed()")]
    public void Nullable_variable_cannot_go_into_a_non_null_argument() => ExpectOnlyErrors(
        """
        query booleanArgQuery($booleanArg: Boolean) {
          arguments {
            nonNullBooleanArgField(nonNullBooleanArg: $booleanArg)
          }
        }
        """,
        ("which expects \"Boolean!\"", 1, 23));

    [Fact]
    public void Non_null_list_can_go_into_a_list() => ExpectValid(
        """
        query nonNullListToList($nonNullBooleanList: [Boolean]!) { arguments { booleanListArgField(booleanListArg: $nonNullBooleanList) } }
        """);

    [Fact]
    public void Nullable_list_cannot_go_into_a_non_null_list() => ExpectOnlyErrors(
        """
        query listToNonNullList($booleanList: [Boolean]) {
          arguments {
            nonNullBooleanListField(nonNullBooleanListArg: $booleanList)
          }
        }
        """,
        ("of type \"[Boolean]\" cannot be used", 1, 25));

    [Fact]
    public void List_of_nullable_values_cannot_go_into_a_list_of_non_null_values() => ExpectOnlyErrors(
        "query ($items: [Boolean]) { arguments { nonNullItemsField(nonNullItems: $items) } }",
        ("which expects \"[Boolean!]\"", 1, 8));

    [Fact]
    public void List_of_non_null_values_can_go_into_a_list_of_nullable_values() => ExpectValid(
        """
        query ($items: [Boolean!]!) { arguments { booleanListArgField(booleanListArg: $items) nonNullItemsField(nonNullItems: $items) } }
        """);

    [Fact]
    public void Single_variable_is_not_wrapped_into_a_list() => ExpectOnlyErrors(
        "query ($item: Boolean!) { arguments { booleanListArgField(booleanListArg: $item) } }",
        ("which expects \"[Boolean]!\"", 1, 8));

    [Fact]
    public void Non_null_variable_can_go_into_a_OneOf_field() => ExpectValid(
        """
        mutation addCat($cat: CatInput!) { addPet(pet: { cat: $cat }) { name } }
        mutation addCatWithDefault($cat: CatInput! = { name: "Brontie" }) { addPet(pet: { cat: $cat }) { name } }
        """);

    [Fact]
    [Specifies("IsNonNullPosition()")]
    public void Nullable_variable_cannot_go_into_a_OneOf_field() => ExpectOnlyErrors(
        """
        mutation addNullableCat($cat: CatInput) {
          addPet(pet: { cat: $cat }) {
            name
          }
        }

        mutation listOfOneOfWithNullableVariable($dog: DogInput) {
          addPets(pets: [{ dog: $dog }]) {
            name
          }
        }
        """,
        ("argument \"pet.cat\" of \"Mutation.addPet\", a field of a OneOf input object, which must not be null.", 1, 25),
        ("argument \"pets[0].dog\" of \"Mutation.addPets\"", 7, 42));

    [Fact]
    [Specifies("Allowing Optional Variables When Default Values Exist")]
    public void Nullable_variable_can_go_where_the_argument_has_a_default() => ExpectValid(
        """
        query booleanArgQueryWithDefault($booleanArg: Boolean) {
          arguments { optionalNonNullBooleanArgField(optionalBooleanArg: $booleanArg) }
        }
        """);

    [Fact]
    public void Nullable_variable_with_a_default_can_go_into_a_non_null_argument() => ExpectValid(
        """
        query booleanArgQueryWithDefault($booleanArg: Boolean = true) {
          arguments { nonNullBooleanArgField(nonNullBooleanArg: $booleanArg) }
        }
        """);

    [Fact]
    public void Default_of_null_does_not_help() => ExpectOnlyErrors(
        "query ($x: Boolean = null) { arguments { nonNullBooleanArgField(nonNullBooleanArg: $x) } }",
        ("of type \"Boolean\" cannot be used", 1, 8));

    [Fact]
    public void Nullable_variable_can_go_where_the_input_field_has_a_default() => ExpectValid(
        "query ($months: Int) { kurEligibility(input: { nib: \"9120001234567\", amount: 1, months: $months }) }");

    [Fact]
    public void Default_of_the_argument_does_not_help_its_entries() => ExpectOnlyErrors(
        "query ($x: Int) { arguments { intTableField(table: [[$x]]) } }",
        ("argument \"table[0][0]\" of \"Arguments.intTableField\", which expects \"Int!\"", 1, 8));

    [Fact]
    public void Variable_in_a_fragment_is_checked_for_each_operation() => ExpectOnlyErrors(
        """
        query a($x: Boolean!) { ...f }
        query b($x: Boolean) { ...f }
        query c($x: Int!) { ...f }
        fragment f on Query { arguments { nonNullBooleanArgField(nonNullBooleanArg: $x) } }
        """,
        ("of type \"Boolean\" cannot be used", 2, 9),
        ("of type \"Int!\" cannot be used", 3, 9));

    [Fact]
    public void Variable_in_a_directive_is_checked() => ExpectOnlyErrors(
        "query ($x: Boolean) { dog @skip(if: $x) { name } }",
        ("argument \"if\" of \"@skip\", which expects \"Boolean!\"", 1, 8));

    [Fact]
    public void Custom_scalar_does_not_tell_what_its_parts_expect() => ExpectValid(
        "query ($x: Int) { anything(value: { a: $x }) }");

    [Fact]
    public void Unknown_positions_are_not_judged() => ExpectValid(
        "query ($x: Int) { wolf(a: $x) }");
}
