using System.Globalization;
using System.Text.Json;
using DataHub.GraphQL.Language;
using DataHub.GraphQL.Types;

namespace DataHub.Shared.Scalars;

/// <summary>Scalar Percent: a JSON number, 6 for 6%.</summary>
internal sealed class PercentCodec : ScalarCodec
{
    private const string Expectation = "Percent must be a number, such as 6 for 6%";

    public override bool TryReadLiteral(ValueNode literal, out object? value, out string? problem) => TryRead(
        literal switch { IntValueNode number => number.Value, FloatValueNode number => number.Value, _ => null }, out value, out problem);

    public override bool TryReadJson(JsonElement json, out object? value, out string? problem) =>
        TryRead(json.ValueKind == JsonValueKind.Number ? json.GetRawText() : null, out value, out problem);

    public override ScalarWriter<T>? WriterFor<T>() => (object)(ScalarWriter<decimal>)Write as ScalarWriter<T>;

    public override ScalarFormat<T>? FormatFor<T>() =>
        (object)(ScalarFormat<decimal>)((value, target) => DecimalText.Write(value, 4, target)) as ScalarFormat<T>;

    private static bool TryRead(string? text, out object? value, out string? problem)
    {
        var fits = decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number);
        (value, problem) = (fits ? number : null, fits ? null : Expectation);
        return fits;
    }

    private static bool Write(Utf8JsonWriter? writer, decimal value)
    {
        writer?.WriteRawValue(value.ToString("0.####", CultureInfo.InvariantCulture));
        return true;
    }
}
