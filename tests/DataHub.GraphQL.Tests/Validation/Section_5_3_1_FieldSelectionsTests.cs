namespace DataHub.GraphQL.Tests.Validation;

public sealed class Section_5_3_1_FieldSelectionsTests() : RuleTests("5.3.1 Field Selections")
{
    [Fact]
    public void Declared_fields_can_be_selected() => ExpectValid(
        "{ dog { name alias: nickname owner { name pets { name } } } }");

    [Fact]
    public void Field_of_another_type_cannot() => ExpectErrors(
        """
        fragment fieldNotDefined on Dog {
          meowVolume
        }

        fragment aliasedLyingFieldTargetNotDefined on Dog {
          barkVolume: kawVolume
        }
        """,
        ("Field \"meowVolume\" is not defined on \"Dog\".", 2, 3),
        ("Field \"kawVolume\" is not defined on \"Dog\".", 6, 3));

    [Fact]
    public void Field_of_an_interface_can_be_selected() => ExpectValid(
        "fragment interfaceFieldSelection on Pet { name }");

    [Fact]
    public void Field_of_implementers_only_cannot() => ExpectErrors(
        """
        fragment definedOnImplementersButNotInterface on Pet {
          nickname
        }
        """,
        ("\"nickname\" is not defined on \"Pet\"", 2, 3));

    [Fact]
    public void Union_is_selected_through_fragments() => ExpectValid(
        """
        fragment inDirectFieldSelectionOnUnion on CatOrDog {
          __typename
          ... on Pet { name }
          ... on Dog { barkVolume }
        }
        """);

    [Fact]
    public void Union_has_no_fields_of_its_own() => ExpectErrors(
        """
        fragment directFieldSelectionOnUnion on CatOrDog {
          name
          barkVolume
        }
        """,
        ("\"name\" is not defined on \"CatOrDog\"", 2, 3),
        ("\"barkVolume\" is not defined on \"CatOrDog\"", 3, 3));

    [Fact]
    public void Typename_is_everywhere() => ExpectValid(
        """
        query q { __typename dog { __typename friend { __typename } } }
        mutation m { __typename addPet(pet: { dog: { name: "Bella" } }) { __typename } }
        """);

    [Fact]
    public void Query_root_has_introspection() => ExpectValid(
        "{ __schema { types { name } } __type(name: \"Dog\") { kind fields { name } } }");

    [Fact]
    public void Other_types_have_no_introspection() => ExpectOnlyErrors(
        """
        mutation {
          __schema { types { name } }
          __type(name: "Dog") { name }
        }
        """,
        ("\"__schema\" is not defined on \"Mutation\"", 2, 3),
        ("\"__type\" is not defined on \"Mutation\"", 3, 3));

    [Fact]
    public void Unknown_field_is_reported_once() => ExpectErrors(
        "{ wolf { howl { loud } } }",
        ("\"wolf\" is not defined on \"Query\"", 1, 3));

    [Fact]
    public void Inline_fragment_changes_the_type() => ExpectOnlyErrors(
        """
        {
          pet { ... on Dog { barkVolume ... { meowVolume } } ... { barkVolume } }
        }
        """,
        ("\"meowVolume\" is not defined on \"Dog\"", 2, 39),
        ("\"barkVolume\" is not defined on \"Pet\"", 2, 60));
}
