using System.Globalization;
using DataHub.GraphQL.Language;
using DataHub.GraphQL.Types;

namespace DataHub.GraphQL.Comparison;

/// <summary>
/// The one text of all literals that input coercion (section 3) reads as the same value of a type: <c>1</c> for <c>[1]</c>, <c>5</c> for
/// <c>5.0</c>, fields of an object in any order.
/// </summary>
internal static class DefaultText
{
    /// <summary>Null for no default.</summary>
    public static string? Of(InputValueDefinition input) =>
        input.DefaultValue is { } value ? Printer.Print(Canonical(value, input.Type)) : null;

    private static ValueNode Canonical(ValueNode value, GraphQLType type) => (type.Nullable, value) switch
    {
        (_, NullValueNode) => value,
        (ListType list, ListValueNode items) => new ListValueNode([.. items.Values.Select(item => Canonical(item, list.Of))]),
        // Section 3.11: a value that is no list stands for the list of it alone.
        (ListType list, _) => new ListValueNode([Canonical(value, list.Of)]),
        (InputObjectType input, ObjectValueNode fields) => new ObjectValueNode(
            [.. fields.Fields.OrderBy(f => f.Name.Value, StringComparer.Ordinal).Select(f => f with { Value = Canonical(f, input) })]),
        (ScalarType { Name: "ID" }, IntValueNode number) => new StringValueNode(number.Value),
        (ScalarType { Name: "Float" }, IntValueNode number) => Float(number.Value),
        (ScalarType { Name: "Float" }, FloatValueNode number) => Float(number.Value),
        (_, StringValueNode text) => new StringValueNode(text.Value),
        _ => value,
    };

    private static ValueNode Canonical(ObjectFieldNode field, InputObjectType type) =>
        type.Field(field.Name.Value) is { } known ? Canonical(field.Value, known.Type) : field.Value;

    private static FloatValueNode Float(string number) =>
        new(double.Parse(number, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture));
}
