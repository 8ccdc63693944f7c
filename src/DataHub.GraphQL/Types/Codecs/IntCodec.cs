using System.Globalization;
using System.Numerics;
using System.Text.Json;

using DataHub.GraphQL.Execution;
using DataHub.GraphQL.Language;

namespace DataHub.GraphQL.Types.Codecs;

/// <summary>A signed 32-bit number; <see cref="int"/> in C#. https://spec.graphql.org/September2025/#sec-Int</summary>
internal sealed class IntCodec : ScalarCodec
{
    private const string NoInteger = "Int must be a whole number";
    private const string OutOfRange = "Int must be between -2147483648 and 2147483647";

    private static readonly WriterTable Writers = Number<double>(Number<float>(Number<decimal>(Number<ulong>(Number<long>(
        Number<uint>(Number<int>(Number<ushort>(Number<short>(Number<sbyte>(Number<byte>(new WriterTable())))))))))));

    public override bool TryReadLiteral(ValueNode literal, out object? value, out string? problem)
    {
        (value, problem) = (null, null);
        if (literal is not IntValueNode integer)
            problem = NoInteger;
        else if (int.TryParse(integer.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            value = number;
        else
            problem = OutOfRange;
        return problem is null;
    }

    // JSON does not tell integers from floats: "1.0" and "1e3" are integers, having an empty fractional part. Numbers are doubles, as RFC
    // 8259 section 6 expects of both sides; as a decimal, 5e-324 would be 0.
    public override bool TryReadJson(JsonElement json, out object? value, out string? problem)
    {
        (value, problem) = (null, null);
        if (json.ValueKind != JsonValueKind.Number)
            problem = NoInteger;
        else if (json.TryGetInt32(out var whole))
            value = whole;
        else if (!json.TryGetDouble(out var number))
            problem = OutOfRange;
        else if (!double.IsInteger(number) && double.IsFinite(number))
            problem = NoInteger;
        else if (number is < int.MinValue or > int.MaxValue)
            problem = OutOfRange;
        else
            value = (int)number;
        return problem is null;
    }

    public override ScalarWriter<T>? WriterFor<T>() => Writers.For<T>();

    internal override LeafOutput? OutputOf<T>(Column<T> column) => column switch
    {
        Column<int> numbers => new LeafOutput<int, IntLeaf>(numbers, default),
        Column<long> numbers => new LeafOutput<long, LongAsIntLeaf>(numbers, default),
        _ => base.OutputOf(column),
    };

    private static WriterTable Number<T>(WriterTable table) where T : INumber<T>
    {
        // For types narrower than 32 bits these are the type's own bounds.
        var (min, max) = (T.CreateSaturating(int.MinValue), T.CreateSaturating(int.MaxValue));
        return table.With<T>(
            (writer, value) => writer.WriteNumberValue(int.CreateChecked(value)),
            value => T.IsInteger(value) && value >= min && value <= max);
    }
}
