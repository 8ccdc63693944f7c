namespace DataHub.GraphQL.Tests.Validation;

public sealed class Section_5_3_3_LeafFieldSelectionsTests() : RuleTests("5.3.3 Leaf Field Selections")
{
    [Fact]
    public void Leaf_has_no_selection() => ExpectValid(
        "fragment scalarSelection on Dog { barkVolume }");

    [Fact]
    public void Leaf_cannot_have_a_selection() => ExpectErrors(
        """
        fragment scalarSelectionsNotAllowedOnInt on Dog {
          barkVolume {
            sinceWhen
          }
        }
        """,
        ("Field \"Dog.barkVolume\" of type \"Int\" has no fields to select.", 2, 14));

    [Fact]
    public void Composite_field_needs_a_selection() => ExpectErrors(
        """
        query directQueryOnObjectWithoutSubFields {
          human
        }

        query directQueryOnInterfaceWithoutSubFields {
          pet
        }

        query directQueryOnUnionWithoutSubFields {
          catOrDog
        }
        """,
        ("Field \"Query.human\" of type \"Human\" needs a selection", 2, 3),
        ("\"Query.pet\"", 6, 3),
        ("\"Query.catOrDog\"", 10, 3));

    [Fact]
    public void Composite_field_with_a_selection_is_right() => ExpectValid(
        "query directQueryOnObjectWithSubFields { human { name } }");

    [Fact]
    public void Wrapped_types_follow_the_named_type() => ExpectOnlyErrors(
        """
        {
          dog { litter }
          __schema
          __typename { name }
        }
        """,
        ("\"Dog.litter\" of type \"[Dog!]\" needs", 2, 9),
        ("\"Query.__schema\" of type \"__Schema!\" needs", 3, 3),
        ("\"Query.__typename\" of type \"String!\" has no fields", 4, 14));
}
