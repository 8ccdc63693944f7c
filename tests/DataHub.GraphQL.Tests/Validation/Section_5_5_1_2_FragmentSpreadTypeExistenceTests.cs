namespace DataHub.GraphQL.Tests.Validation;

public sealed class Section_5_5_1_2_FragmentSpreadTypeExistenceTests() : RuleTests("5.5.1.2 Fragment Spread Type Existence")
{
    [Fact]
    public void Types_of_the_schema_exist() => ExpectValid(
        """
        fragment correctType on Dog { name }
        fragment inlineFragment on Dog { ... on Dog { name } }
        fragment inlineFragment2 on Dog { ... @include(if: true) { name } }
        """);

    [Fact]
    public void Other_types_do_not() => ExpectErrors(
        """
        fragment notOnExistingType on NotInSchema {
          name
        }

        fragment inlineNotExistingType on Dog {
          ... on NotInSchema {
            name
          }
        }
        """,
        ("Fragment \"notOnExistingType\" is on type \"NotInSchema\", which is not in the schema.", 1, 31),
        ("The inline fragment is on type \"NotInSchema\"", 6, 10));
}
