namespace DataHub.GraphQL.Tests.Validation;

public sealed class Section_5_6_4_InputObjectRequiredFieldsTests() : RuleTests("5.6.4 Input Object Required Fields")
{
    [Fact]
    public void Given_fields_are_right() => ExpectValid(
        "{ kurEligibility(input: { nib: \"9120001234567\", amount: 1 }) }");

    [Fact]
    public void Variable_is_given() => ExpectValid(
        "query ($amount: Int!) { kurEligibility(input: { nib: \"9120001234567\", amount: $amount }) }");

    [Fact]
    public void Required_field_cannot_be_left_out() => ExpectOnlyErrors(
        "{ kurEligibility(input: { nib: \"9120001234567\" }) }",
        ("Argument \"input.amount\" of \"Query.kurEligibility\" of type \"Int!\" is required, but it is not given.", 1, 25));

    [Fact]
    public void Required_field_cannot_be_null() => ExpectOnlyErrors(
        "{ kurEligibility(input: { nib: \"9120001234567\", amount: null }) }",
        ("Argument \"input.amount\" of \"Query.kurEligibility\" of type \"Int!\" must not be null.", 1, 57));

    [Fact]
    public void Required_field_in_a_list_is_named_by_its_path() => ExpectOnlyErrors(
        "mutation { addPets(pets: [{ cat: { nickname: \"B\" } }, { dog: {} }]) { name } }",
        ("\"pets[0].cat.name\"", 1, 34),
        ("\"pets[1].dog.name\"", 1, 62));

    [Fact]
    public void Required_field_of_a_default_value_cannot_be_left_out() => ExpectOnlyErrors(
        "mutation ($pet: PetInput! = { cat: {} }) { addPet(pet: $pet) { name } }",
        ("Default value of variable \"$pet.cat.name\" of type \"String!\"", 1, 36));

    [Fact]
    public void Single_object_in_the_place_of_a_list_is_checked() => ExpectOnlyErrors(
        "mutation { addPets(pets: { cat: {} }) { name } }",
        ("\"pets.cat.name\"", 1, 33));
}
