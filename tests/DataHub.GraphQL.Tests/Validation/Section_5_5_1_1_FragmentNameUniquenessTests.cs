namespace DataHub.GraphQL.Tests.Validation;

public sealed class Section_5_5_1_1_FragmentNameUniquenessTests() : RuleTests("5.5.1.1 Fragment Name Uniqueness")
{
    [Fact]
    public void Names_may_differ() => ExpectValid(
        """
        { dog { ...fragmentOne ...fragmentTwo } }
        fragment fragmentOne on Dog { name }
        fragment fragmentTwo on Dog { owner { name } }
        """);

    [Fact]
    public void Inline_fragments_have_no_name() => ExpectValid(
        "{ dog { ... on Dog { name } ... on Dog { nickname } } }");

    [Fact]
    public void Two_fragments_of_one_name_are_refused() => ExpectOnlyErrors(
        """
        { dog { ...fragmentOne } }
        fragment fragmentOne on Dog { name }
        fragment fragmentOne on Dog { owner { name } }
        """,
        ("only one fragment named \"fragmentOne\"", 2, 10));
}
