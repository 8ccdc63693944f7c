namespace DataHub.GraphQL.Tests.Validation;

public sealed class Section_5_1_1_ExecutableDefinitionsTests() : RuleTests("5.1.1 Executable Definitions")
{
    [Fact]
    public void Operations_and_fragments_are_executable() => ExpectValid(
        """
        { dog { ...name } }
        fragment name on Dog { name }
        """);

    [Fact]
    public void Type_extension_is_not() => ExpectErrors(
        """
        query getDogName {
          dog {
            name
            color
          }
        }

        extend type Dog {
          color: String
        }
        """,
        ("The extension of type \"Dog\" cannot be executed.", 8, 1));

    [Fact]
    public void Schema_and_type_and_directive_definitions_are_not() => ExpectOnlyErrors(
        """
        { dog { name } }
        schema { query: Query }
        type Fox { name: String }
        directive @new on FIELD
        extend schema { mutation: Mutation }
        """,
        ("The definition of the schema", 2, 1),
        ("The definition of type \"Fox\"", 3, 1),
        ("The definition of directive \"@new\"", 4, 1),
        ("The extension of the schema", 5, 1));
}
