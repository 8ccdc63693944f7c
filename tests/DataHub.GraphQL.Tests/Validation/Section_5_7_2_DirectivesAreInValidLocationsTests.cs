namespace DataHub.GraphQL.Tests.Validation;

public sealed class Section_5_7_2_DirectivesAreInValidLocationsTests() : RuleTests("5.7.2 Directives Are in Valid Locations")
{
    [Fact]
    public void Each_executable_location_is_known() => ExpectValid(
        """
        query a($x: Boolean! @once) @once { dog @once { name @skip(if: $x) ... @once { name } ...s @once } }
        mutation b @once { addPet(pet: { dog: { name: "Bella" } }) { name } }
        subscription c @once { newMessage { body } }
        fragment s on Dog @once { name }
        """);

    [Fact]
    public void Skip_is_not_allowed_on_a_query() => ExpectErrors(
        """
        query @skip(if: $foo) {
          field
        }
        """,
        ("Directive \"@skip\" is not allowed on QUERY.", 1, 7));

    [Fact]
    public void Each_executable_location_is_checked() => ExpectOnlyErrors(
        """
        query a($x: Boolean! = true @skip(if: true)) { dog { ...s @tag(name: "a") ... @tag(name: "b") { name @include(if: $x) } } }
        mutation b @include(if: true) { addPet(pet: { dog: { name: "Bella" } }) { name } }
        subscription c @skip(if: true) { newMessage { body } }
        fragment s on Dog @deprecated { name }
        """,
        ("VARIABLE_DEFINITION", 1, 29),
        ("\"@tag\" is not allowed on FRAGMENT_SPREAD", 1, 59),
        ("INLINE_FRAGMENT", 1, 79),
        ("MUTATION", 2, 12),
        ("SUBSCRIPTION", 3, 16),
        ("\"@deprecated\" is not allowed on FRAGMENT_DEFINITION", 4, 19));
}
