using System.Buffers;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;

namespace DataHub.Api.Http;

/// <summary>Reads the body of a POST, as it was sent, into pooled memory.</summary>
internal static class BodyReader
{
    /// <summary>
    /// Largest body in bytes, as sent and as inflated. Kestrel counts as well, so that a chunked body is cut off when it passes the limit.
    /// </summary>
    public const int MaxBytes = 1_000_000;

    public static readonly Refusal TooLarge =
        new(413, HttpErrorCodes.BodyTooLarge, $"The request body is larger than {MaxBytes} bytes.");

    private static readonly Refusal Unreadable = new(400, HttpErrorCodes.BadRequest, "The request body could not be read.");

    private static readonly Refusal TooSlow = new(408, HttpErrorCodes.RequestTimeout, "The request body did not arrive in time.");

    public static async ValueTask<Checked<PooledBytes>> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength > MaxBytes) return TooLarge;
        try
        {
            return await ReadAllAsync(request.BodyReader, cancellationToken);
        }
        catch (BadHttpRequestException exception)
        {
            return exception.StatusCode switch { 413 => TooLarge, 408 => TooSlow, _ => Unreadable };
        }
        catch (IOException exception) when (exception.InnerException is OverflowException)
        {
            // Kestrel's, for the size of a chunk beyond 32 bits.
            return Unreadable;
        }
        catch (OperationCanceledException) when (!request.HttpContext.RequestAborted.IsCancellationRequested)
        {
            return TooSlow;
        }
    }

    private static async ValueTask<PooledBytes> ReadAllAsync(PipeReader body, CancellationToken cancellationToken)
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
            return new PooledBytes(buffer, length);
        }
    }
}
