namespace DataHub.GraphQL.Tests.Validation;

public sealed class Section_5_2_2_1_OperationNameUniquenessTests() : RuleTests("5.2.2.1 Operation Name Uniqueness")
{
    [Fact]
    public void Names_may_differ() => ExpectValid(
        """
        query getDogName { dog { name } }
        query getOwnerName { dog { owner { name } } }
        """);

    [Fact]
    public void Fragment_may_have_the_name_of_an_operation() => ExpectValid(
        """
        query dog { dog { ...dog } }
        fragment dog on Dog { name }
        """);

    [Fact]
    public void Two_queries_of_one_name_are_refused() => ExpectOnlyErrors(
        """
        query getName { dog { name } }
        query getName { dog { owner { name } } }
        """,
        ("only one operation named \"getName\"", 1, 7));

    [Fact]
    public void Operations_of_different_kinds_share_the_names() => ExpectErrors(
        """
        query dogOperation { dog { name } }
        mutation dogOperation { mutateDog { id } }
        """,
        ("only one operation named \"dogOperation\"", 1, 7));

    [Fact]
    public void Each_further_one_is_reported() => ExpectOnlyErrors(
        """
        query a { dog { name } }
        query a { dog { name } }
        query a { dog { name } }
        """,
        ("\"a\"", 1, 7),
        ("\"a\"", 1, 7));
}
