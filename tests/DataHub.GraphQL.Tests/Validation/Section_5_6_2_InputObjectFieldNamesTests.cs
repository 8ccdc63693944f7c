namespace DataHub.GraphQL.Tests.Validation;

public sealed class Section_5_6_2_InputObjectFieldNamesTests() : RuleTests("5.6.2 Input Object Field Names")
{
    [Fact]
    public void Defined_field_is_known() => ExpectValid(
        "{ findDog(searchBy: { name: \"Fido\" }) { name } }");

    [Fact]
    public void Unknown_field_is_refused() => ExpectOnlyErrors(
        """
        {
          findDog(searchBy: { favoriteCookieFlavor: "Bacon" }) {
            name
          }
        }
        """,
        ("\"searchBy.favoriteCookieFlavor\" of \"Query.findDog\" is not defined: input type \"FindDogInput\" has no such field.", 2, 23));

    [Fact]
    public void Unknown_field_in_lists_and_objects_is_named_by_its_path() => ExpectOnlyErrors(
        """
        { kurEligibility(input: { nib: "9120001234567", amount: 1, previous: [{ nib: "9120001234567", amount: 2, x: 1 }] }) }
        """,
        ("Argument \"input.previous[0].x\" of \"Query.kurEligibility\"", 1, 106));

    [Fact]
    public void Unknown_field_of_a_default_value_is_refused() => ExpectOnlyErrors(
        "query ($s: FindDogInput = { nam: \"Fido\" }) { findDog(searchBy: $s) { name } }",
        ("Default value of variable \"$s.nam\"", 1, 29));

    [Fact]
    public void Custom_scalar_has_no_fields_to_check() => ExpectValid(
        "{ anything(value: { whatever: 1 }) }");
}
