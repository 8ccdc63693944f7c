namespace DataHub.GraphQL.Tests.Validation;

public sealed class Section_5_6_1_ValuesOfCorrectTypeTests() : RuleTests("5.6.1 Values of Correct Type")
{
    [Fact]
    public void Good_values_of_the_specification() => ExpectValid(
        """
        fragment goodBooleanArg on Arguments { booleanArgField(booleanArg: true) }
        fragment coercedIntIntoFloatArg on Arguments {
          # Note: The input coercion rules for Float allow Int literals.
          floatArgField(floatArg: 123)
        }
        query goodComplexDefaultValue($search: FindDogInput = { name: "Fido" }) { findDog(searchBy: $search) { name } }
        mutation addPet($pet: PetInput! = { cat: { name: "Brontie" } }) { addPet(pet: $pet) { name } }
        """);

    [Fact]
    public void String_does_not_fit_Int() => ExpectErrors(
        """
        fragment stringIntoInt on Arguments {
          intArgField(intArg: "123")
        }
        """,
        ("Argument \"intArg\" of \"Arguments.intArgField\" is not valid: ", 2, 23));

    [Fact]
    public void Value_in_an_input_object_does_not_fit() => ExpectOnlyErrors(
        """
        query badComplexValue {
          findDog(searchBy: { name: 123 }) {
            name
          }
        }
        """,
        ("Argument \"searchBy.name\" of \"Query.findDog\" is not valid: ", 2, 29));

    [Fact]
    public void OneOf_input_object_needs_exactly_one_field() => ExpectOnlyErrors(
        """
        mutation oneOfWithNoFields {
          addPet(pet: {}) {
            name
          }
        }

        mutation oneOfWithTwoFields($dog: DogInput!) {
          addPet(pet: { cat: { name: "Brontie" }, dog: $dog }) {
            name
          }
        }
        """,
        ("Argument \"pet\" of \"Mutation.addPet\" is not valid: exactly one field of \"PetInput\" must be given.", 2, 15),
        ("exactly one field of \"PetInput\"", 8, 15));

    [Fact]
    public void Field_of_a_OneOf_input_object_must_not_be_null() => ExpectOnlyErrors(
        "mutation { addPet(pet: { cat: null }) { name } }",
        ("Argument \"pet.cat\" of \"Mutation.addPet\" is not valid: a field of a OneOf input object must not be null", 1, 24));

    [Fact]
    public void OneOf_in_a_list_names_its_entry() => ExpectOnlyErrors(
        "mutation { addPets(pets: [{ dog: { name: \"Bella\" } }, {}]) { name } }",
        ("Argument \"pets[1]\" of \"Mutation.addPets\"", 1, 55));

    [Fact]
    public void Enum_takes_its_values() => ExpectValid(
        "{ dog { doesKnowCommand(dogCommand: HEEL) } }");

    [Fact]
    public void Enum_takes_no_other_value() => ExpectOnlyErrors(
        """
        {
          dog {
            a: doesKnowCommand(dogCommand: JUMP)
            b: doesKnowCommand(dogCommand: "SIT")
            c: doesKnowCommand(dogCommand: 1)
            d: doesKnowCommand(dogCommand: true)
          }
        }
        """,
        ("Argument \"dogCommand\" of \"Dog.doesKnowCommand\" is not valid: enum \"DogCommand\" has no value \"JUMP\".", 3, 36),
        ("must be a value of enum \"DogCommand\"", 4, 36),
        ("must be a value of enum", 5, 36),
        ("must be a value of enum", 6, 36));

    [Fact]
    public void Lists_take_lists_and_single_values() => ExpectValid(
        """
        {
          arguments {
            a: booleanListArgField(booleanListArg: [true, null, false])
            b: booleanListArgField(booleanListArg: true)
            c: intTableField(table: [[1], [2, 3]])
            d: intTableField(table: [1, 2, 3])
            e: intTableField(table: 1)
            f: intTableField(table: [[1], null])
            g: intTableField(table: null)
          }
        }
        """);

    [Fact]
    public void Entries_of_lists_are_checked() => ExpectOnlyErrors(
        """
        {
          arguments {
            a: booleanListArgField(booleanListArg: [true, 1])
            b: intTableField(table: [[1], [2, "3"]])
            c: intTableField(table: [[1, null]])
            d: nonNullItemsField(nonNullItems: [true, null])
            e: intTableField(table: "x")
            f: booleanArgField(booleanArg: [true])
          }
        }
        """,
        ("Argument \"booleanListArg[1]\" of", 3, 51),
        ("Argument \"table[1][1]\" of", 4, 39),
        ("Argument \"table[0][1]\" of \"Arguments.intTableField\" is not valid: \"Int!\" must not be null.", 5, 34),
        ("\"nonNullItems[1]\"", 6, 47),
        ("Argument \"table\" of", 7, 29),
        ("\"booleanArg\"", 8, 36));

    [Fact]
    public void Null_is_no_value_of_a_non_null_type_with_a_default() => ExpectOnlyErrors(
        """
        {
          arguments { optionalNonNullBooleanArgField(optionalBooleanArg: null) }
          kurEligibility(input: { nib: "9120001234567", amount: 1, months: null })
        }
        """,
        ("\"optionalBooleanArg\" of \"Arguments.optionalNonNullBooleanArgField\" is not valid: \"Boolean!\" must not be null.", 2, 66),
        ("Argument \"input.months\" of \"Query.kurEligibility\" is not valid: \"Int!\" must not be null.", 3, 68));

    [Fact]
    public void Default_values_of_variables_are_checked() => ExpectOnlyErrors(
        """
        query ($a: Int = "1", $b: Boolean! = null, $c: [Int!] = [1, null], $d: FindDogInput = { name: 1 }) {
          arguments { intArgField(intArg: $a) nonNullBooleanArgField(nonNullBooleanArg: $b) intTableField(table: [$c]) }
          findDog(searchBy: $d) { name }
        }
        """,
        ("Default value of variable \"$a\" is not valid: ", 1, 18),
        ("Default value of variable \"$b\" is not valid: \"Boolean!\" must not be null", 1, 38),
        ("Default value of variable \"$c[1]\"", 1, 61),
        ("Default value of variable \"$d.name\"", 1, 95));

    [Fact]
    public void Input_object_takes_objects_only() => ExpectOnlyErrors(
        "{ findDog(searchBy: \"Fido\") { name } kurEligibility(input: [1]) }",
        ("Argument \"searchBy\" of \"Query.findDog\" is not valid: it must be an input object \"FindDogInput\".", 1, 21),
        ("Argument \"input\" of \"Query.kurEligibility\" is not valid: it must be an input object", 1, 60));

    [Fact]
    public void Built_in_scalars_follow_their_input_coercion() => ExpectOnlyErrors(
        """
        {
          arguments {
            a: intArgField(intArg: 2147483648)
            b: intArgField(intArg: 1.0)
            c: floatArgField(floatArg: "1.0")
            d: booleanArgField(booleanArg: 1)
            e: idArgField(idArg: 1.5)
            f: stringArgField(stringArg: 1)
            g: stringArgField(stringArg: name)
            ok1: idArgField(idArg: 12) ok2: idArgField(idArg: "12") ok3: floatArgField(floatArg: 1e3) ok4: intArgField(intArg: -2147483648)
          }
        }
        """,
        ("\"intArg\"", 3, 28),
        ("\"intArg\"", 4, 28),
        ("\"floatArg\"", 5, 32),
        ("\"booleanArg\"", 6, 36),
        ("\"idArg\"", 7, 26),
        ("\"stringArg\"", 8, 34),
        ("\"stringArg\"", 9, 34));

    [Fact]
    public void Arguments_of_directives_are_checked() => ExpectOnlyErrors(
        "{ dog @include(if: \"yes\") { name } }",
        ("Argument \"if\" of \"@include\" is not valid: ", 1, 20));

    [Fact]
    public void Custom_scalar_tells_its_problem() => ExpectOnlyErrors(
        "{ business(nib: \"18710\") { name } }",
        ("Argument \"nib\" of \"Query.business\" is not valid: NIB must be 13 digits.", 1, 17));

    [Fact]
    public void Variables_and_custom_scalars_without_a_codec_take_anything() => ExpectValid(
        """
        query ($x: Int, $d: DogInput!) {
          anything(value: { a: [1, "b", { c: $x }] })
        }
        """);
}
