using DataHub.GraphQL.Language;
using DataHub.GraphQL.Types;

namespace DataHub.GraphQL.Tests.Validation;

public sealed class Section_5_2_1_1_OperationTypeExistenceTests() : RuleTests("5.2.1.1 Operation Type Existence")
{
    private static readonly Schema QueriesOnly = SchemaBuilder.Build([new Source("type Query { hello: String }")]);

    [Fact]
    public void Every_schema_has_queries() => Assert.Empty(Errors("query helloQuery { hello }", QueriesOnly));

    [Theory]
    [InlineData("mutation goodbyeMutation { goodbye }", "The schema has no root type for mutation operations.")]
    [InlineData("subscription sub { goodbye }", "The schema has no root type for subscription operations.")]
    public void Operation_without_a_root_type_is_refused_and_its_fields_are_not_judged(string document, string message)
    {
        var error = Assert.Single(Errors(document, QueriesOnly));
        Assert.Equal(message, error.Message);
        Assert.Equal("5.2.1.1 Operation Type Existence", error.Specification);
    }

    [Fact]
    public void All_kinds_may_stand_in_one_document() => ExpectValid(
        """
        query a { dog { name } }
        mutation b { addPet(pet: { dog: { name: "Bella" } }) { name } }
        subscription c { newMessage { body } }
        """);
}
