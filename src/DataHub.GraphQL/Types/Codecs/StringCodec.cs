using System.Text.Json;

using DataHub.GraphQL.Execution;
using DataHub.GraphQL.Language;

namespace DataHub.GraphQL.Types.Codecs;

/// <summary>Text; <see cref="string"/> in C#, or its UTF-8 bytes in a result. https://spec.graphql.org/September2025/#sec-String</summary>
internal sealed class StringCodec : ScalarCodec
{
    private const string NoString = "String must be a string";

    private static readonly WriterTable Writers = new WriterTable()
        .With<string>(static (writer, value) => writer.WriteStringValue(value))
        .With<ReadOnlyMemory<byte>>(static (writer, value) => writer.WriteStringValue(value.Span));

    public override bool TryReadLiteral(ValueNode literal, out object? value, out string? problem)
    {
        value = (literal as StringValueNode)?.Value;
        problem = value is null ? NoString : null;
        return problem is null;
    }

    public override bool TryReadJson(JsonElement json, out object? value, out string? problem)
    {
        value = JsonText.TryGet(json, out var text) ? text : null;
        problem = value is null ? NoString : null;
        return problem is null;
    }

    public override bool WritesTextAsIs => true;

    public override ScalarWriter<T>? WriterFor<T>() => Writers.For<T>();

    internal override LeafOutput? OutputOf<T>(Column<T> column) => column switch
    {
        Column<string> texts => TextOutput.Of(texts),
        Column<ReadOnlyMemory<byte>> texts => new LeafOutput<ReadOnlyMemory<byte>, Utf8Leaf>(texts, default),
        _ => base.OutputOf(column),
    };
}
