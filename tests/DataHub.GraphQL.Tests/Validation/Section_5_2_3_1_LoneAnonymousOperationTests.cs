namespace DataHub.GraphQL.Tests.Validation;

public sealed class Section_5_2_3_1_LoneAnonymousOperationTests() : RuleTests("5.2.3.1 Lone Anonymous Operation")
{
    [Fact]
    public void Anonymous_operation_may_stand_alone() => ExpectValid(
        "{ dog { name } }");

    [Fact]
    public void Anonymous_operation_may_stand_with_fragments() => ExpectValid(
        """
        { dog { ...name } }
        fragment name on Dog { name }
        """);

    [Fact]
    public void Named_operations_may_be_many() => ExpectValid(
        """
        query a { dog { name } }
        query b { dog { name } }
        """);

    [Fact]
    public void Anonymous_operation_beside_a_named_one_is_refused() => ExpectOnlyErrors(
        """
        { dog { name } }
        query getName { dog { owner { name } } }
        """,
        ("must be the only operation", 1, 1));

    [Fact]
    public void Two_anonymous_operations_are_refused() => ExpectOnlyErrors(
        """
        query { dog { name } }
        mutation { addPet(pet: { dog: { name: "Bella" } }) { name } }
        """,
        ("must be the only operation", 1, 1),
        ("must be the only operation", 2, 1));
}
