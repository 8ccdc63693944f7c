using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using DataHub.GraphQL.Language;
using DataHub.GraphQL.Types;

namespace DataHub.Shared.Scalars;

/// <summary>Scalar Rupiah: a decimal string without separators; a whole number is taken too.</summary>
internal sealed partial class RupiahCodec : ScalarCodec
{
    private const string Expectation = "Rupiah must be a decimal string from \"0\" to \"999999999999999\" with at most two decimals, such as \"50000000\"";

    public override bool TryReadLiteral(ValueNode literal, out object? value, out string? problem) => TryRead(
        literal switch { StringValueNode text => text.Value, IntValueNode number => number.Value, _ => null }, out value, out problem);

    public override bool TryReadJson(JsonElement json, out object? value, out string? problem) => TryRead(
        json.ValueKind switch { JsonValueKind.String => TextOf(json), JsonValueKind.Number => json.GetRawText(), _ => null }, out value, out problem);

    public override ScalarWriter<T>? WriterFor<T>() => (object)(ScalarWriter<decimal>)Write as ScalarWriter<T>;

    private static bool TryRead(string? text, out object? value, out string? problem)
    {
        var fits = text is not null && Form().IsMatch(text);
        value = fits ? decimal.Parse(text!, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture) : null;
        problem = fits ? null : Expectation;
        return fits;
    }

    // A JSON string may hold a lone surrogate, which .NET refuses to give as text.
    private static string? TextOf(JsonElement json)
    {
        try { return json.GetString(); }
        catch (InvalidOperationException) { return null; }
    }

    private static bool Write(Utf8JsonWriter? writer, decimal value)
    {
        // numeric(18,2) keeps its scale: 50000000.00 is written as 50000000.
        writer?.WriteStringValue(value.ToString("0.##", CultureInfo.InvariantCulture));
        return true;
    }

    [GeneratedRegex(@"\A[0-9]{1,15}(\.[0-9]{1,2})?\z")]
    private static partial Regex Form();
}
