namespace DataHub.GraphQL.Tests.Validation;

public sealed class Section_5_5_1_3_FragmentsOnObjectInterfaceOrUnionTypesTests()
    : RuleTests("5.5.1.3 Fragments on Object, Interface or Union Types")
{
    [Fact]
    public void Types_with_fields_or_members_are_right() => ExpectValid(
        """
        fragment fragOnObject on Dog { name }
        fragment fragOnInterface on Pet { name }
        fragment fragOnUnion on CatOrDog { ... on Dog { name } }
        """);

    [Fact]
    public void Inline_fragment_without_a_condition_is_right() => ExpectValid(
        "{ dog { ... { name } } }");

    [Fact]
    public void Scalars_are_refused() => ExpectErrors(
        """
        fragment fragOnScalar on Int {
          something
        }

        fragment inlineFragOnScalar on Dog {
          ... on Boolean {
            somethingElse
          }
        }
        """,
        ("Fragment \"fragOnScalar\" is on \"Int\", which is not an object, interface or union type.", 1, 26),
        ("The inline fragment is on \"Boolean\"", 6, 10));

    [Fact]
    public void Enums_and_input_objects_are_refused() => ExpectErrors(
        """
        fragment a on DogCommand { name }
        fragment b on PetInput { cat }
        """,
        ("\"DogCommand\"", 1, 15),
        ("\"PetInput\"", 2, 15));
}
