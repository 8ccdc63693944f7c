using System.Net;
using System.Net.Http.Headers;
using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace DataHub.Feeds.Sources.Http;

/// <summary>
/// Asks one source: with time-outs, another attempt after a pause, and a circuit breaker that lasts as long as this object. Only for calls
/// that change nothing at the source, since each may be made several times.
/// </summary>
internal sealed class SourceHttp : IDisposable
{
    private readonly HttpClient client;
    private readonly SourceSettings settings;
    private readonly TimeProvider clock;
    private readonly SourceCircuit circuit;
    private readonly ResiliencePipeline<SourceAnswer> pipeline;

    public SourceHttp(SourceSettings settings, TimeProvider clock)
    {
        (this.settings, this.clock) = (settings, clock);
        circuit = new SourceCircuit();
        pipeline = SourcePipeline.Build(settings, clock, circuit);
        client = new HttpClient(new SocketsHttpHandler
        {
            // A redirect may lead to another host, which would be shown the hub's key.
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.All,
            MaxResponseHeadersLength = 64,
            ConnectTimeout = settings.AttemptTime,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            // No activities of these calls: their tags hold the address, and SIKP's addresses hold NIKs.
            ActivityHeadersPropagator = null,
        })
        {
            // The pipeline's time-outs hold.
            Timeout = Timeout.InfiniteTimeSpan,
            BaseAddress = new Uri(settings.BaseAddress!.AbsoluteUri.TrimEnd('/') + "/"),
        };
        client.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        client.DefaultRequestHeaders.UserAgent.ParseAdd("datahub");
    }

    /// <summary>CLOSED, OPEN or HALF_OPEN.</summary>
    public string Circuit => circuit.State;

    /// <summary>
    /// The source's answer, of whatever status the last attempt had. Throws <see cref="FeedRefusedException"/> when there is none.
    /// </summary>
    /// <param name="make">A new request of the same content for each attempt; its address is relative to the source's.</param>
    /// <param name="cancel">Ends the call.</param>
    public async Task<SourceAnswer> AskAsync(Func<HttpRequestMessage> make, CancellationToken cancel)
    {
        try
        {
            return await pipeline.ExecuteAsync(async (http, attempt) => await http.SendAsync(make, attempt), this, cancel);
        }
        catch (TimeoutRejectedException exception)
        {
            throw new FeedRefusedException("the source did not answer in time", exception);
        }
        catch (BrokenCircuitException exception)
        {
            throw new SourceRestsException(exception);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            throw new FeedRefusedException("the source cannot be reached, or broke off its answer", exception);
        }
    }

    public void Dispose() => client.Dispose();

    private async ValueTask<SourceAnswer> SendAsync(Func<HttpRequestMessage> make, CancellationToken cancel)
    {
        using var request = make();
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
        var body = await ReadAsync(response.Content, cancel);
        return new SourceAnswer(response.StatusCode, body, RetryAfter(response.Headers.RetryAfter));
    }

    private async Task<byte[]> ReadAsync(HttpContent content, CancellationToken cancel)
    {
        using var body = new MemoryStream();
        await using var stream = await content.ReadAsStreamAsync(cancel);
        var buffer = new byte[81_920];
        int read;
        while ((read = await stream.ReadAsync(buffer, cancel)) > 0)
        {
            // Counted after decompression.
            if (body.Length + read > settings.MaxResponseBytes)
                throw new FeedRefusedException($"the source's answer is longer than {settings.MaxResponseBytes} bytes");
            body.Write(buffer, 0, read);
        }
        return body.ToArray();
    }

    // RFC 9110 10.2.3: seconds, or a date.
    private TimeSpan? RetryAfter(RetryConditionHeaderValue? header) =>
        header?.Delta ?? (header?.Date is { } date ? date - clock.GetUtcNow() : null);
}
