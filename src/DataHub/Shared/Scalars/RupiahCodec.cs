using System.Globalization;
using System.Text.Json;
using DataHub.GraphQL.Language;
using DataHub.GraphQL.Types;

namespace DataHub.Shared.Scalars;

/// <summary>Scalar Rupiah: a decimal string without separators; a whole number is taken too.</summary>
internal sealed class RupiahCodec : ScalarCodec
{
    private const string Expectation = "Rupiah must be a decimal string from \"0\" to \"999999999999999\" with at most two decimals, such as \"50000000\"";

    public override bool TryReadLiteral(ValueNode literal, out object? value, out string? problem) => TryRead(
        literal switch { StringValueNode text => text.Value, IntValueNode number => number.Value, _ => null }, out value, out problem);

    public override bool TryReadJson(JsonElement json, out object? value, out string? problem) => TryRead(
        json.ValueKind switch { JsonValueKind.String => TextOf(json), JsonValueKind.Number => json.GetRawText(), _ => null }, out value, out problem);

    public override ScalarWriter<T>? WriterFor<T>() => (object)(ScalarWriter<decimal>)Write as ScalarWriter<T>;

    public override ScalarFormat<T>? FormatFor<T>() => (object)(ScalarFormat<decimal>)WriteQuoted as ScalarFormat<T>;

    private static int WriteQuoted(decimal value, Span<byte> target)
    {
        var length = 1 + DecimalText.Write(value, 2, target[1..]);
        target[0] = target[length] = (byte)'"';
        return length + 1;
    }

    private static bool TryRead(string? text, out object? value, out string? problem)
    {
        var fits = text is not null && IsAmount(text);
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

    // One digit to fifteen, then nothing or a point with one digit or two.
    private static bool IsAmount(ReadOnlySpan<char> text)
    {
        var point = text.IndexOf('.');
        var whole = point < 0 ? text : text[..point];
        var hasPlaces = point < 0 || (text.Length - point - 1 is 1 or 2 && !text[(point + 1)..].ContainsAnyExceptInRange('0', '9'));
        return hasPlaces && whole.Length is >= 1 and <= 15 && !whole.ContainsAnyExceptInRange('0', '9');
    }
}
