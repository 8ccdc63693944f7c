using System.Buffers;
using System.Text.Json;
using DataHub.GraphQL.Execution;

namespace DataHub.Api.Http;

/// <summary>A well-formed GraphQL-over-HTTP request. Its variables live in pooled memory until it is disposed.</summary>
internal sealed class GraphQLHttpRequest(string query, OperationRequest operation) : IDisposable
{
    private JsonDocument? document;
    private byte[]? buffer;

    /// <summary>Text of the GraphQL document.</summary>
    public string Query { get; } = query;

    public OperationRequest Operation { get; } = operation;

    /// <summary>Hands over what the variables point into; <paramref name="rented"/> goes back to the shared pool.</summary>
    public GraphQLHttpRequest Owning(JsonDocument? parsed, byte[]? rented)
    {
        (document, buffer) = (parsed, rented);
        return this;
    }

    public void Dispose()
    {
        document?.Dispose();
        if (buffer is not null) ArrayPool<byte>.Shared.Return(buffer);
        (document, buffer) = (null, null);
    }
}
