using System.Globalization;
using System.Text.Json;

using DataHub.GraphQL.Execution;
using DataHub.GraphQL.Language;

namespace DataHub.GraphQL.Types.Codecs;

/// <summary>A finite double-precision number; <see cref="double"/> in C#. https://spec.graphql.org/September2025/#sec-Float</summary>
internal sealed class FloatCodec : ScalarCodec
{
    private const string NoNumber = "Float must be a number";
    private const string NotFinite = "Float must be a finite double-precision number";
    private const long LargestExact = 1L << 53;

    private static readonly WriterTable Writers = new WriterTable()
        .With<double>(static (writer, value) => writer.WriteNumberValue(value), double.IsFinite)
        .With<float>(static (writer, value) => writer.WriteNumberValue(value), float.IsFinite)
        .With<decimal>(static (writer, value) => writer.WriteNumberValue(value))
        .With<long>(static (writer, value) => writer.WriteNumberValue(value), static value => value is >= -LargestExact and <= LargestExact)
        .With<int>(static (writer, value) => writer.WriteNumberValue(value))
        .With<short>(static (writer, value) => writer.WriteNumberValue(value))
        .With<byte>(static (writer, value) => writer.WriteNumberValue(value));

    public override bool TryReadLiteral(ValueNode literal, out object? value, out string? problem)
    {
        (value, problem) = (null, null);
        var text = literal switch
        {
            IntValueNode integer => integer.Value,
            FloatValueNode number => number.Value,
            _ => null,
        };
        if (text is null)
            problem = NoNumber;
        else if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number))
            value = number;
        else
            problem = NotFinite;
        return problem is null;
    }

    public override bool TryReadJson(JsonElement json, out object? value, out string? problem)
    {
        (value, problem) = (null, null);
        if (json.ValueKind != JsonValueKind.Number)
            problem = NoNumber;
        else if (json.TryGetDouble(out var number) && double.IsFinite(number))
            value = number;
        else
            problem = NotFinite;
        return problem is null;
    }

    public override ScalarWriter<T>? WriterFor<T>() => Writers.For<T>();

    internal override LeafOutput? OutputOf<T>(Column<T> column) => column switch
    {
        Column<double> numbers => new LeafOutput<double, DoubleLeaf>(numbers, default),
        Column<int> numbers => new LeafOutput<int, IntLeaf>(numbers, default),
        _ => base.OutputOf(column),
    };
}
