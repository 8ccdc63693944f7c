using DataHub.GraphQL.Tests.SpecCompliance;

namespace DataHub.GraphQL.Tests.Validation;

public sealed class Section_5_5_2_3_FragmentSpreadIsPossibleTests() : RuleTests("5.5.2.3 Fragment Spread Is Possible")
{
    [Fact]
    public void Object_in_the_same_object() => ExpectValid(
        "fragment dogFragment on Dog { ... on Dog { barkVolume } }");

    [Fact]
    public void Object_in_another_object() => ExpectErrors(
        """
        fragment catInDogFragmentInvalid on Dog {
          ... on Cat {
            meowVolume
          }
        }
        """,
        ("The inline fragment on \"Cat\" can never apply within \"Dog\".", 2, 3));

    [Fact]
    public void Interface_in_an_object_that_implements_it() => ExpectValid(
        """
        fragment petNameFragment on Pet { name }
        fragment interfaceWithinObjectFragment on Dog { ...petNameFragment }
        """);

    [Fact]
    public void Union_in_an_object_that_is_its_member() => ExpectValid(
        """
        fragment catOrDogNameFragment on CatOrDog { ... on Cat { meowVolume } }
        fragment unionWithObjectFragment on Dog { ...catOrDogNameFragment }
        """);

    [Fact]
    public void Object_in_an_interface_or_union_it_belongs_to() => ExpectValid(
        """
        fragment petFragment on Pet { name ... on Dog { barkVolume } }
        fragment catOrDogFragment on CatOrDog { ... on Cat { meowVolume } }
        """);

    [Fact]
    public void Object_in_an_interface_or_union_it_does_not_belong_to() => ExpectErrors(
        """
        fragment sentientFragment on Sentient {
          ... on Dog {
            barkVolume
          }
        }

        fragment humanOrAlienFragment on HumanOrAlien {
          ... on Cat {
            meowVolume
          }
        }
        """,
        ("on \"Dog\" can never apply within \"Sentient\"", 2, 3),
        ("on \"Cat\" can never apply within \"HumanOrAlien\"", 8, 3));

    [Fact]
    [Specifies("GetPossibleTypes()")]
    public void Interface_and_union_with_a_common_object() => ExpectValid(
        """
        fragment unionWithInterface on Pet { ...dogOrHumanFragment }
        fragment dogOrHumanFragment on DogOrHuman { ... on Dog { barkVolume } }
        """);

    [Fact]
    public void Interfaces_without_a_common_object() => ExpectErrors(
        """
        fragment nonIntersectingInterfaces on Pet {
          ...sentientFragment
        }

        fragment sentientFragment on Sentient {
          name
        }
        """,
        ("Fragment \"sentientFragment\" on \"Sentient\" can never apply within \"Pet\".", 2, 3));

    [Fact]
    public void Interface_in_an_interface_it_implements_even_without_objects() => ExpectValid(
        """
        fragment interfaceWithInterface on Node { ...resourceFragment }
        fragment resourceFragment on Resource { url }
        """);

    [Fact]
    public void Inline_fragment_without_a_condition() => ExpectValid(
        "{ dog { ... { name } } }");

    [Fact]
    public void Unknown_types_and_leaves_are_left_to_their_own_rules() => ExpectValid(
        "{ dog { ... on Wolf { name } ... on Int { name } ...nowhere } }");
}
