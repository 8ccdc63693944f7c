using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;

namespace DataHub.Api.Http;

/// <summary>Errors outside GraphQL: application/problem+json (RFC 9457).</summary>
internal static class Problems
{
    public static async Task WriteAsync(HttpResponse response, int status, string? detail = null)
    {
        response.StatusCode = status;
        response.ContentType = MediaTypes.Problem;
        using var writer = new Utf8JsonWriter(response.BodyWriter);
        writer.WriteStartObject();
        // RFC 9457, section 4.2.1: about:blank says no more than the status does, and the title is then the status phrase.
        writer.WriteString("type"u8, "about:blank"u8);
        writer.WriteString("title"u8, ReasonPhrases.GetReasonPhrase(status));
        writer.WriteNumber("status"u8, status);
        if (detail is not null) writer.WriteString("detail"u8, detail);
        writer.WriteEndObject();
        writer.Flush();
        await response.BodyWriter.FlushAsync();
    }
}
