using System.Text.Encodings.Web;
using System.Text.Json;
using DataHub.Api.Http;
using DataHub.GraphQL.Execution;

namespace DataHub.Api.ServerSentEvents;

/// <summary>
/// Writes events (https://html.spec.whatwg.org/multipage/server-sent-events.html). Kestrel holds 64 KiB for a client that does not read;
/// then a write waits, and after <paramref name="patience"/> throws <see cref="SlowClientException"/>.
/// </summary>
internal sealed class EventStreamWriter(HttpResponse response, TimeSpan patience)
{
    // JSON has no line breaks outside strings when it is not indented, and escapes those within: an answer is one line.
    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = int.MaxValue,
        SkipValidation = true,
    };

    public ValueTask StartAsync()
    {
        response.StatusCode = StatusCodes.Status200OK;
        response.ContentType = $"{MediaTypes.EventStream}; charset=utf-8";
        // nginx would collect events until its buffer is full.
        response.Headers["X-Accel-Buffering"] = "no";
        // The first bytes tell the client, and all between, that the stream is there.
        return CommentAsync();
    }

    public ValueTask NextAsync(ExecutionResult result)
    {
        Write("event: next\ndata: "u8);
        using (var writer = new Utf8JsonWriter(response.BodyWriter, Options)) result.WriteTo(writer);
        Write("\n\n"u8);
        return FlushAsync();
    }

    /// <summary>With empty data, for browsers' EventSource: it passes over events without any.</summary>
    public ValueTask CompleteAsync()
    {
        Write("event: complete\ndata: \n\n"u8);
        return FlushAsync();
    }

    /// <summary>Keeps proxies from taking the stream for dead, and finds out when the client is.</summary>
    public ValueTask CommentAsync()
    {
        Write(":\n\n"u8);
        return FlushAsync();
    }

    private void Write(ReadOnlySpan<byte> text)
    {
        text.CopyTo(response.BodyWriter.GetSpan(text.Length));
        response.BodyWriter.Advance(text.Length);
    }

    private async ValueTask FlushAsync()
    {
        using var waiting = new CancellationTokenSource(patience);
        try
        {
            await response.BodyWriter.FlushAsync(waiting.Token);
        }
        catch (OperationCanceledException) when (waiting.IsCancellationRequested)
        {
            throw new SlowClientException();
        }
    }
}

/// <summary>The client does not read what waits for it.</summary>
internal sealed class SlowClientException() : Exception("The client does not read what waits for it.");
