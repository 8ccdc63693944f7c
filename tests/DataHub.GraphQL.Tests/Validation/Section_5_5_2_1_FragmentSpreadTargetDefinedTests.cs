namespace DataHub.GraphQL.Tests.Validation;

public sealed class Section_5_5_2_1_FragmentSpreadTargetDefinedTests() : RuleTests("5.5.2.1 Fragment Spread Target Defined")
{
    [Fact]
    public void Fragment_may_stand_behind_its_spread() => ExpectValid(
        """
        { dog { ...a } }
        fragment a on Dog { name }
        """);

    [Fact]
    public void Unknown_fragment_is_refused() => ExpectOnlyErrors(
        """
        {
          dog {
            ...undefinedFragment
          }
        }
        """,
        ("Fragment \"undefinedFragment\" is not defined.", 3, 8));

    [Fact]
    public void Unknown_fragment_in_a_fragment_is_refused() => ExpectOnlyErrors(
        """
        { dog { ...a } }
        fragment a on Dog { ... on Pet { ...b } }
        """,
        ("\"b\"", 2, 37));
}
