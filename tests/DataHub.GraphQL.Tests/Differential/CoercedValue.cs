using System.Globalization;
using System.Text.Json;
using DataHub.GraphQL.Language;

namespace DataHub.GraphQL.Tests.Differential;

/// <summary>
/// Writes coerced values of both sides in one form, so that equal values give equal texts: numbers as doubles, members by name.
/// </summary>
internal static class CoercedValue
{
    public static string Of(object? value) => value switch
    {
        null => "null",
        string text => Oracle.Quote(text),
        bool truth => truth ? "true" : "false",
        int or double => Number(Convert.ToDouble(value, CultureInfo.InvariantCulture)),
        JsonElement json => Of(json),
        ValueNode literal => OfLiteral(literal),
        IReadOnlyDictionary<string, object?> fields => Object(fields.Select(f => (f.Key, Of(f.Value)))),
        object?[] items => List(items.Select(Of)),
        _ => throw new InvalidOperationException($"{value.GetType().Name} is not expected as a coerced value."),
    };

    public static string Of(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => Object(json.EnumerateObject().Select(m => (m.Name, Of(m.Value)))),
        JsonValueKind.Array => List(json.EnumerateArray().Select(Of)),
        JsonValueKind.String => Oracle.Quote(json.GetString()!),
        JsonValueKind.Number => Number(json.GetDouble()),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => "null",
    };

    // What the other side makes of a literal of a scalar that it knows nothing about.
    private static string OfLiteral(ValueNode literal) => literal switch
    {
        IntValueNode or FloatValueNode => Number(double.Parse(Printer.Print(literal), CultureInfo.InvariantCulture)),
        StringValueNode text => Oracle.Quote(text.Value),
        EnumValueNode name => Oracle.Quote(name.Value),
        BooleanValueNode truth => Of(truth.Value),
        ListValueNode list => List(list.Values.Select(OfLiteral)),
        ObjectValueNode fields => Object(fields.Fields.Select(f => (f.Name.Value, OfLiteral(f.Value)))),
        _ => "null",
    };

    private static string Object(IEnumerable<(string Name, string Value)> members) =>
        $"{{{string.Join(',', members.OrderBy(m => m.Name, StringComparer.Ordinal).Select(m => $"{Oracle.Quote(m.Name)}:{m.Value}"))}}}";

    private static string List(IEnumerable<string> items) => $"[{string.Join(',', items)}]";

    // JSON has no infinity; JavaScript writes null for it, and 0 for -0.
    private static string Number(double number) =>
        double.IsFinite(number) ? (number == 0 ? 0 : number).ToString("R", CultureInfo.InvariantCulture) : "null";
}
