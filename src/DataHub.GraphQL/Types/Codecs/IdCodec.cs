using System.Globalization;
using System.Text.Json;

using DataHub.GraphQL.Execution;
using DataHub.GraphQL.Language;

namespace DataHub.GraphQL.Types.Codecs;

/// <summary>
/// A key; <see cref="string"/> in C# when read, always a string in a result. https://spec.graphql.org/September2025/#sec-ID
/// </summary>
internal sealed class IdCodec : ScalarCodec
{
    private const string NoId = "ID must be a string or a whole number";

    private static readonly WriterTable Writers = new WriterTable()
        .With<string>(static (writer, value) => writer.WriteStringValue(value))
        .With<ReadOnlyMemory<byte>>(static (writer, value) => writer.WriteStringValue(value.Span))
        .With<Guid>(static (writer, value) => writer.WriteStringValue(value))
        .With<int>(static (writer, value) => WriteNumber(writer, value))
        .With<long>(WriteNumber);

    public override bool TryReadLiteral(ValueNode literal, out object? value, out string? problem)
    {
        value = literal switch
        {
            StringValueNode text => text.Value,
            IntValueNode integer => integer.Value,
            _ => null,
        };
        problem = value is null ? NoId : null;
        return problem is null;
    }

    public override bool TryReadJson(JsonElement json, out object? value, out string? problem)
    {
        value = JsonText.TryGet(json, out var text) ? text : IntegerText(json);
        problem = value is null ? NoId : null;
        return problem is null;
    }

    public override ScalarWriter<T>? WriterFor<T>() => Writers.For<T>();

    internal override LeafOutput? OutputOf<T>(Column<T> column) => column switch
    {
        Column<string> texts => TextOutput.Of(texts),
        Column<ReadOnlyMemory<byte>> texts => new LeafOutput<ReadOnlyMemory<byte>, Utf8Leaf>(texts, default),
        _ => base.OutputOf(column),
    };

    // Of any length; 4.0 and 4e0 are floats here.
    private static string? IntegerText(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Number) return null;
        var text = json.GetRawText();
        return text.AsSpan().IndexOfAny('.', 'e', 'E') < 0 ? text : null;
    }

    private static void WriteNumber(Utf8JsonWriter writer, long value)
    {
        Span<char> digits = stackalloc char[20];
        value.TryFormat(digits, out var length, provider: CultureInfo.InvariantCulture);
        writer.WriteStringValue(digits[..length]);
    }
}
