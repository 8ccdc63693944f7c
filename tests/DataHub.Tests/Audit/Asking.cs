using System.Buffers;
using System.Text.Json;
using DataHub.Access;
using DataHub.GraphQL.Execution;
using DataHub.Planning;

namespace DataHub.Tests.Audit;

/// <summary>Asks a hub as its web server does.</summary>
internal static class Asking
{
    public static async Task<JsonElement> AskAsync(this Hub hub, Caller caller, string document, object? variables = null)
    {
        await using var request = hub.Open(caller);
        var result = await request.View.Engine.ExecuteAsync(
            request.View.Engine.Prepare(document),
            new OperationRequest { Variables = variables is null ? null : JsonSerializer.SerializeToElement(variables) },
            request,
            CancellationToken.None);
        var buffer = new ArrayBufferWriter<byte>();
        result.WriteTo(buffer);
        using var json = JsonDocument.Parse(buffer.WrittenMemory);
        return json.RootElement.Clone();
    }
}
