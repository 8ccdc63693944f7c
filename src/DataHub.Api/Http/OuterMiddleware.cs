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
}
