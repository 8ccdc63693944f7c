namespace DataHub.GraphQL.Tests.Validation;

public sealed class Section_5_5_1_4_FragmentsMustBeUsedTests() : RuleTests("5.5.1.4 Fragments Must Be Used")
{
    [Fact]
    public void Spread_fragment_is_used() => ExpectValid(
        """
        { dog { ...a } }
        fragment a on Dog { ...b }
        fragment b on Dog { name }
        """);

    [Fact]
    public void Fragment_that_nothing_spreads_is_refused() => ExpectOnlyErrors(
        """
        fragment nameFragment on Dog { # unused
          name
        }

        {
          dog {
            name
          }
        }
        """,
        ("Fragment \"nameFragment\" is never used.", 1, 1));

    [Fact]
    public void Of_unused_fragments_the_outermost_is_reported() => ExpectOnlyErrors(
        """
        { dog { name } }
        fragment a on Dog { ...b }
        fragment b on Dog { name }
        """,
        ("\"a\"", 2, 1));
}
