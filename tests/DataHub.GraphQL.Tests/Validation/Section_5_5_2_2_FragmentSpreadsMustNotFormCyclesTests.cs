using DataHub.GraphQL.Tests.SpecCompliance;

namespace DataHub.GraphQL.Tests.Validation;

public sealed class Section_5_5_2_2_FragmentSpreadsMustNotFormCyclesTests() : RuleTests("5.5.2.2 Fragment Spreads Must Not Form Cycles")
{
    [Fact]
    public void Fragment_may_be_spread_many_times() => ExpectValid(
        """
        { dog { ...a ...b ...a } }
        fragment a on Dog { ...b friend { ...c } }
        fragment b on Dog { ...c }
        fragment c on Pet { name }
        """);

    [Fact]
    [Specifies("DetectFragmentCycles()")]
    public void Cycle_of_two_is_refused() => ExpectOnlyErrors(
        """
        {
          dog {
            ...nameFragment
          }
        }

        fragment nameFragment on Dog {
          name
          ...barkVolumeFragment
        }

        fragment barkVolumeFragment on Dog {
          barkVolume
          ...nameFragment
        }
        """,
        ("Fragment \"nameFragment\" spreads itself through \"barkVolumeFragment\".", 9, 3));

    [Fact]
    public void Cycle_through_fields_is_refused() => ExpectOnlyErrors(
        """
        {
          dog {
            ...dogFragment
          }
        }

        fragment dogFragment on Dog {
          name
          owner {
            ...ownerFragment
          }
        }

        fragment ownerFragment on Human {
          name
          pets {
            ...dogFragment
          }
        }
        """,
        ("Fragment \"dogFragment\" spreads itself through \"ownerFragment\".", 10, 5));

    [Fact]
    public void Fragment_in_itself_is_refused() => ExpectOnlyErrors(
        """
        { dog { ...a } }
        fragment a on Dog { name friend { ...a } }
        """,
        ("Fragment \"a\" spreads itself.", 2, 35));

    [Fact]
    public void Each_cycle_is_reported() => ExpectOnlyErrors(
        """
        { dog { ...a } }
        fragment a on Dog { ...b ...c }
        fragment b on Dog { ...a }
        fragment c on Dog { ...d }
        fragment d on Dog { ...c ...missing2 }
        fragment missing2 on Dog { name }
        """,
        ("\"a\" spreads itself through \"b\"", 2, 21),
        ("\"c\" spreads itself through \"d\"", 4, 21));

    [Fact]
    public void Unknown_fragment_is_no_cycle() => ExpectErrors(
        """
        { dog { ...a } }
        fragment a on Dog { ...b ...a }
        """,
        ("\"a\" spreads itself.", 2, 26));
}
