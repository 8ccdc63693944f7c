namespace DataHub.GraphQL.Tests.Validation;

public sealed class Section_5_8_2_VariablesAreInputTypesTests() : RuleTests("5.8.2 Variables Are Input Types")
{
    [Fact]
    public void Scalars_enums_and_input_objects_are_input_types() => ExpectValid(
        """
        query takesBoolean($atOtherHomes: Boolean) { dog { isHouseTrained(atOtherHomes: $atOtherHomes) } }
        query takesComplexInput($search: FindDogInput) { findDog(searchBy: $search) { name } }
        query TakesListOfBooleanBang($booleans: [Boolean!]) { booleanList(booleanListArg: $booleans) }
        query takesEnum($command: DogCommand!) { dog { doesKnowCommand(dogCommand: $command) } }
        """);

    [Fact]
    public void Objects_interfaces_and_unions_are_not() => ExpectErrors(
        """
        query takesCat($cat: Cat) {
          dog { name }
        }

        query takesDogBang($dog: Dog!) {
          dog { name }
        }

        query takesListOfPet($pets: [Pet]) {
          dog { name }
        }

        query takesCatOrDog($catOrDog: CatOrDog) {
          dog { name }
        }
        """,
        ("Variable \"$cat\" cannot be of type \"Cat\": it is not an input type.", 1, 22),
        ("\"Dog!\"", 5, 26),
        ("\"[Pet]\"", 9, 29),
        ("\"CatOrDog\"", 13, 32));

    [Fact]
    public void Unknown_types_are_not() => ExpectOnlyErrors(
        "query ($x: [Wolf!]!) { anything(value: $x) }",
        ("Variable \"$x\" is of type \"Wolf\", which is not in the schema.", 1, 12));
}
