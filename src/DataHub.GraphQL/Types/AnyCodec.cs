using System.Text.Json;
using DataHub.GraphQL.Language;

namespace DataHub.GraphQL.Types;

/// <summary>Takes everything as it comes: a literal stays a <see cref="ValueNode"/>, JSON a <see cref="JsonElement"/>.</summary>
internal sealed class AnyCodec : ScalarCodec
{
    public override bool TryReadLiteral(ValueNode literal, out object? value, out string? problem)
    {
        (value, problem) = (literal, null);
        return true;
    }

    public override bool TryReadJson(JsonElement json, out object? value, out string? problem)
    {
        (value, problem) = (json, null);
        return true;
    }

    public override ScalarWriter<T>? WriterFor<T>() => static (writer, value) =>
    {
        if (writer is not null) JsonSerializer.Serialize(writer, value);
        return true;
    };
}
