namespace DataHub.Api.Http;

/// <summary>
/// What holds for every answer: headers that keep browsers and caches out, and a problem document where an endpoint gave no body.
/// </summary>
internal sealed class OuterMiddleware(RequestDelegate next, ILogger<OuterMiddleware> logger)
{
    public async Task InvokeAsync(HttpContext http)
    {
        var headers = http.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.CacheControl = "no-store";
        if (IsFramedTwice(http.Request))
        {
            headers.Connection = "close";
            await Problems.WriteAsync(http.Response, StatusCodes.Status400BadRequest);
            return;
        }
        try
        {
            await next(http);
        }
        catch (BadHttpRequestException exception) when (!http.Response.HasStarted)
        {
            http.Response.StatusCode = exception.StatusCode;
        }
        catch (Exception exception)
        {
            if (!http.RequestAborted.IsCancellationRequested) FailureLog.Write(logger, LogLevel.Error, exception);
            if (http.Response.HasStarted) http.Abort();
            else http.Response.StatusCode = 500;
        }
        if (http.Response is { HasStarted: false, StatusCode: >= 400, ContentLength: null, ContentType: null })
            await Problems.WriteAsync(http.Response, http.Response.StatusCode);
    }

    // A proxy that reads the length of the body otherwise sees another request (RFC 9112, section 6.1). Kestrel goes by the chunks, keeps a
    // Content-Length that came beside them under another name, and takes any list of codings that ends in "chunked".
    private static bool IsFramedTwice(HttpRequest request)
    {
        var codings = request.Headers.TransferEncoding;
        return codings.Count > 0
            && (request.Headers.ContainsKey("X-Content-Length") || !codings.ToString().Equals("chunked", StringComparison.OrdinalIgnoreCase));
    }
}
