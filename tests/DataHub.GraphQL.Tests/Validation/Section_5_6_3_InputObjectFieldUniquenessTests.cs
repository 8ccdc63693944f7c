namespace DataHub.GraphQL.Tests.Validation;

public sealed class Section_5_6_3_InputObjectFieldUniquenessTests() : RuleTests("5.6.3 Input Object Field Uniqueness")
{
    [Fact]
    public void Same_field_in_different_objects_is_right() => ExpectValid(
        "{ anything(value: [{ a: 1 }, { a: { a: 1 } }]) }");

    [Fact]
    public void Same_field_twice_is_refused() => ExpectErrors(
        """
        {
          field(arg: { field: true, field: false })
        }
        """,
        ("Argument \"arg.field\" of \"Query.field\" is given more than once.", 2, 16));

    [Fact]
    public void Same_field_twice_in_a_custom_scalar_is_refused() => ExpectOnlyErrors(
        "{ anything(value: { a: { b: 1, c: 2, b: 3 } }) }",
        ("Argument \"value.a.b\" of \"Query.anything\"", 1, 26));

    [Fact]
    public void Each_further_one_is_reported() => ExpectOnlyErrors(
        "{ findDog(searchBy: { name: \"a\", name: \"b\", name: \"c\" }) { name } }",
        ("searchBy.name", 1, 23),
        ("searchBy.name", 1, 23));
}
