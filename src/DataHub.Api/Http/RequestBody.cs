using System.Buffers;
using System.Text.Json;

namespace DataHub.Api.Http;

/// <summary>The requests of one HTTP request, one or a batch. Their variables live in pooled memory until it is disposed.</summary>
internal sealed class RequestBody(IReadOnlyList<GraphQLHttpRequest> requests, bool isBatch) : IDisposable
{
    private JsonDocument? document;
    private byte[]? buffer;

    public RequestBody(GraphQLHttpRequest request) : this([request], isBatch: false) { }

    /// <summary>At least one; exactly one unless <see cref="IsBatch"/>.</summary>
    public IReadOnlyList<GraphQLHttpRequest> Requests { get; } = requests;

    /// <summary>The body was an array, and so is its answer.</summary>
    public bool IsBatch { get; } = isBatch;

    /// <summary>Hands over what the variables point into; <paramref name="rented"/> goes back to the shared pool.</summary>
    public RequestBody Owning(JsonDocument? parsed, byte[]? rented)
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
