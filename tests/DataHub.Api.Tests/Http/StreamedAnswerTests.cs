using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using DataHub.Testing;

namespace DataHub.Api.Tests.Http;

/// <summary>Long answers leave while they are executed: what a client sees of it.</summary>
public sealed class StreamedAnswerTests : IAsyncLifetime
{
    private const string Million = "{ long(first: 1000000) { number } }";
    private RunningHost host = null!;

    public async Task InitializeAsync() => host = await RunningHost.StartAsync(budgetTime: new ManualTime());

    public Task DisposeAsync() => host.DisposeAsync().AsTask();

    [Theory]
    [InlineData("")]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task A_long_answer_is_the_same_whether_it_is_streamed_or_not(string coding)
    {
        var request = host.Post("""{"query":"{ long(first: 2550) { number } }"}""");
        request.Headers.TryAddWithoutValidation("Accept-Encoding", coding);
        var message = await host.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, message.StatusCode);
        Assert.Equal("application/graphql-response+json", message.Content.Headers.ContentType!.MediaType);
        Assert.Equal(coding.Length == 0 ? [] : [coding], message.Content.Headers.ContentEncoding);
        using var json = JsonDocument.Parse(await TextAsync(message, coding));
        Assert.Equal(Enumerable.Range(0, 2550), json.RootElement.GetProperty("data").GetProperty("long").EnumerateArray().Select(r => r.GetProperty("number").GetInt32()));
        Assert.False(json.RootElement.TryGetProperty("errors", out _));
        Assert.Equal(26, host.Hub.LongList.Chunks);
        Assert.Equal(1, host.Hub.Disposed);
    }

    [Fact]
    public async Task The_headers_tell_the_budget_while_the_request_is_taken_from_it_and_the_end_tells_the_cost()
    {
        var answer = await host.QueryAsync("{ long(first: 300) { number } }");
        var cost = answer.Json.GetProperty("extensions").GetProperty("cost");
        Assert.Equal(cost.GetProperty("requested").GetDouble(), cost.GetProperty("actual").GetDouble());
        var left = cost.GetProperty("remaining").GetDouble().ToString(CultureInfo.InvariantCulture);
        Assert.Contains($"r={left};", Assert.Single(answer.Message.Headers.GetValues("RateLimit")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failure_in_the_middle_comes_with_status_200_and_an_error_at_the_first_missing_item()
    {
        var answer = await host.QueryAsync("{ long(first: 1000, lostAt: 400) { number } hello }");
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(400, answer.Json.GetProperty("data").GetProperty("long").GetArrayLength());
        Assert.Equal("Hello world", answer.Json.GetProperty("data").GetProperty("hello").GetString());
        Assert.Equal("INTERNAL_SERVER_ERROR", answer.Code);
        Assert.Equal("""["long",400]""", answer.Json.GetProperty("errors")[0].GetProperty("path").GetRawText());
        Assert.True(answer.Json.TryGetProperty("extensions", out _));
    }

    [Fact]
    public async Task A_fault_of_the_first_part_has_its_own_status_and_no_stream()
    {
        var answer = await host.QueryAsync("{ long(first: 1000) { number } database }");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.Status);
        Assert.Equal("DATABASE_UNAVAILABLE", answer.Code);
        Assert.Equal(1, host.Hub.LongList.Chunks);
    }

    [Fact]
    public async Task A_null_that_takes_the_whole_data_leaves_nothing_to_stream()
    {
        var answer = await host.QueryAsync("{ long(first: 1000) { number } missing }");
        Assert.Equal(JsonValueKind.Null, answer.Json.GetProperty("data").ValueKind);
        Assert.Equal("NULL_IN_NON_NULL_FIELD", answer.Code);
        Assert.Equal(1, host.Hub.LongList.Chunks);
        Assert.Equal(1, host.Hub.Disposed);
    }

    [Fact]
    public async Task Get_and_head_answer_alike()
    {
        var path = $"/graphql?query={Uri.EscapeDataString("{ long(first: 500) { number } }")}";
        var got = await host.SendAsync(host.Authorized(HttpMethod.Get, path));
        Assert.Equal(500, got.Json.GetProperty("data").GetProperty("long").GetArrayLength());
        var head = await host.SendAsync(host.Authorized(HttpMethod.Head, path));
        Assert.Equal(HttpStatusCode.OK, head.Status);
        Assert.Equal("", head.Body);
        Assert.Equal(got.MediaType, head.MediaType);
    }

    [Fact]
    public async Task An_answer_that_grows_over_the_limit_is_cut_and_says_so()
    {
        await using var small = await RunningHost.StartAsync(new Dictionary<string, string?> { ["DataHub:Http:MaxBatch"] = "2" });
        var answer = await small.QueryAsync(Million);
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal("LIMIT_RESPONSE_BYTES", answer.Code);
        Assert.InRange(Encoding.UTF8.GetByteCount(answer.Body), 4_000_000, 4 * 1024 * 1024 + 500);
        // The same in a batch is not streamed: it is refused as a whole.
        var batch = await small.SendAsync(small.Post($"[{JsonSerializer.Serialize(new { query = Million })}]", "application/json"));
        Assert.False(batch.Json[0].TryGetProperty("data", out _));
    }

    [Fact]
    public async Task A_client_that_stops_reading_stops_the_execution_and_one_that_hangs_up_ends_it()
    {
        await using var host = await RunningHost.StartAsync(new Dictionary<string, string?> { ["DataHub:Limits:ResponseBytes:Max"] = "200000000" });
        using var client = new TcpClient { ReceiveBufferSize = 4_096 };
        await client.ConnectAsync(host.Address.Host, host.Address.Port);
        var body = JsonSerializer.Serialize(new { query = "{ long(first: 5000000) { number } }" });
        var head = $"POST /graphql HTTP/1.1\r\nHost: {host.Address.Authority}\r\nAuthorization: Bearer {host.Token()}\r\n"
            + $"Content-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n";
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(head + body));
        await client.GetStream().ReadExactlyAsync(new byte[1_000]);
        await WaitAsync(() => host.Hub.LongList.Chunks, settled: true);
        // Five million rows are 90 MB: the system's buffers take a few of them, and Kestrel's 64 KB.
        var chunks = host.Hub.LongList.Chunks;
        Assert.InRange(chunks, 2, 25_000);
        Assert.Equal(0, host.Hub.Disposed);
        client.Client.LingerState = new LingerOption(true, 0);
        client.Close();
        await WaitAsync(() => host.Hub.Disposed, settled: false);
        Assert.InRange(host.Hub.LongList.Chunks, chunks, chunks + 2);
    }

    /// <summary>Until a number stays as it is, or is no longer nothing.</summary>
    private static async Task WaitAsync(Func<int> number, bool settled)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        for (var (before, same) = (-1, 0); settled ? same < 10 : number() == 0;)
        {
            await Task.Delay(50, patience.Token);
            (same, before) = number() == before ? (same + 1, before) : (0, number());
        }
    }

    private static async Task<string> TextAsync(HttpResponseMessage message, string coding)
    {
        await using var body = await message.Content.ReadAsStreamAsync();
        await using var inflated = coding switch
        {
            "br" => new BrotliStream(body, CompressionMode.Decompress),
            "gzip" => new GZipStream(body, CompressionMode.Decompress),
            _ => body,
        };
        using var reader = new StreamReader(inflated);
        return await reader.ReadToEndAsync();
    }
}
