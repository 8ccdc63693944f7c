using System.Buffers;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;

namespace DataHub.Api.Http;

/// <summary>Reads the body of a POST into pooled memory and the request out of it.</summary>
internal static class BodyReader
{
    /// <summary>Largest body in bytes. Kestrel counts as well, so that a chunked body is cut off when it passes the limit.</summary>
    public const int MaxBytes = 1_000_000;

    private static readonly Refusal TooLarge =
        new(413, HttpErrorCodes.BodyTooLarge, $"The request body is larger than {MaxBytes} bytes.");

    private static readonly Refusal NoJson = new(
        400, HttpErrorCodes.BadRequest, $"The body is not JSON in UTF-8, or nests deeper than {JsonText.MaxDepth} levels.");

    private static readonly Refusal Unreadable = new(400, HttpErrorCodes.BadRequest, "The request body could not be read.");

    private static readonly Refusal TooSlow = new(408, HttpErrorCodes.RequestTimeout, "The request body did not arrive in time.");

    public static async ValueTask<Checked<GraphQLHttpRequest>> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength > MaxBytes) return TooLarge;
        byte[] buffer;
        int length;
        try
        {
            (buffer, length) = await ReadAllAsync(request.BodyReader, cancellationToken);
        }
        catch (BadHttpRequestException exception)
        {
            return exception.StatusCode switch { 413 => TooLarge, 408 => TooSlow, _ => Unreadable };
        }
        catch (OperationCanceledException) when (!request.HttpContext.RequestAborted.IsCancellationRequested)
        {
            return TooSlow;
        }
        return Parse(buffer, length);
    }

    private static Checked<GraphQLHttpRequest> Parse(byte[] buffer, int length)
    {
        var document = JsonText.Parse(buffer.AsMemory(0, length));
        var parsed = document is null ? NoJson : RequestParameters.FromBody(document.RootElement);
        if (parsed.Value is { } request)
        {
            request.Owning(document, buffer);
            return request;
        }
        document?.Dispose();
        ArrayPool<byte>.Shared.Return(buffer);
        return parsed;
    }

    private static async ValueTask<(byte[] Buffer, int Length)> ReadAllAsync(PipeReader body, CancellationToken cancellationToken)
    {
        while (true)
        {
            var read = await body.ReadAsync(cancellationToken);
            if (!read.IsCompleted)
            {
                body.AdvanceTo(read.Buffer.Start, read.Buffer.End);
                continue;
            }
            var length = (int)read.Buffer.Length;
            var buffer = ArrayPool<byte>.Shared.Rent(length);
            read.Buffer.CopyTo(buffer);
            body.AdvanceTo(read.Buffer.End);
            return (buffer, length);
        }
    }
}
