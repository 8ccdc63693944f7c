using System.Net;
using System.Text;

namespace DataHub.Api.Tests.Http;

public sealed class BadBodyTests(HostFixture fixture) : IClassFixture<HostFixture>
{
    private readonly RunningHost host = fixture.Host;

    [Theory]
    [InlineData("")]
    [InlineData("NONSENSE")]
    [InlineData("""{"query":""")]
    [InlineData("""{"query":"{ hello }"} trailing""")]
    [InlineData("""{"query":"{ hello }",}""")]
    [InlineData("""{'query':'{ hello }'}""")]
    [InlineData("""{"query":"{ hello }" /* comment */}""")]
    [InlineData("null")]
    [InlineData("7")]
    [InlineData("\"{ hello }\"")]
    [InlineData("{}")]
    [InlineData("""{"qeury":"{ hello }"}""")]
    [InlineData("""{"query":null}""")]
    [InlineData("""{"query":{"a":1}}""")]
    [InlineData("""{"query":0}""")]
    [InlineData("""{"query":false}""")]
    [InlineData("""{"query":["{ hello }"]}""")]
    [InlineData("""{"query":"{ hello }","operationName":7}""")]
    [InlineData("""{"query":"{ hello }","operationName":{}}""")]
    [InlineData("""{"query":"{ hello }","variables":[7]}""")]
    [InlineData("""{"query":"{ hello }","variables":"{}"}""")]
    [InlineData("""{"query":"{ hello }","variables":1e400}""")]
    [InlineData("""{"query":"{ hello }","variables":NaN}""")]
    [InlineData("""{"query":"{ hello }","extensions":[]}""")]
    [InlineData("""{"query":"{ hello }","extensions":"x"}""")]
    [InlineData("""{"query":"\ud800 { hello }"}""")]
    [InlineData("""{"query":"{ hello }","variables":{"n":"\udc00"}}""")]
    [InlineData("""{"query":"{ hello }","variables":{"\uD83D":1}}""")]
    public async Task A_body_that_is_no_request_is_400(string body)
    {
        foreach (var accept in new[] { "application/json", "application/graphql-response+json" })
        {
            var answer = await host.SendAsync(host.Post(body, accept));
            Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
            Assert.Equal("BAD_REQUEST", answer.Code);
            Assert.Equal(accept, answer.MediaType);
        }
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("""[{"query":"{ hello }"}]""")]
    [InlineData("""[[{"query":"{ hello }"}]]""")]
    public async Task A_batch_is_refused_by_name(string body)
    {
        var answer = await host.SendAsync(host.Post(body));
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal("BATCHING_NOT_SUPPORTED", answer.Code);
    }

    [Theory]
    [InlineData(new byte[] { 0xC0, 0xAF })]
    [InlineData(new byte[] { 0xED, 0xA0, 0x80 })]
    [InlineData(new byte[] { 0xFF })]
    public async Task Bytes_that_are_no_UTF_8_are_400(byte[] bytes)
    {
        var request = host.Post("");
        request.Content = new ByteArrayContent([.. "{\"query\":\"{ hello }\",\"variables\":{\"n\":\""u8, .. bytes, .. "\"}}"u8]);
        request.Content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
        Assert.Equal(HttpStatusCode.BadRequest, (await host.SendAsync(request)).Status);
    }

    [Theory]
    [InlineData(65)]
    [InlineData(5_000)]
    [InlineData(50_000)]
    public async Task JSON_that_nests_too_deep_is_400(int depth)
    {
        var body = $$$"""{"query":"{ hello }","variables":{"n":{{{new string('[', depth)}}}{{{new string(']', depth)}}}}}""";
        Assert.Equal(HttpStatusCode.BadRequest, (await host.SendAsync(host.Post(body))).Status);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_body_of_more_than_a_megabyte_is_413(bool isChunked)
    {
        var request = host.Post("");
        var body = Encoding.UTF8.GetBytes($$"""{"query":"{ hello }","padding":"{{new string('x', 1_000_000)}}"}""");
        request.Content = isChunked ? new StreamContent(new Unmeasured(body)) : new ByteArrayContent(body);
        request.Content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
        request.Headers.TransferEncodingChunked = isChunked;
        var answer = await host.SendAsync(request);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.Status);
        Assert.Equal("REQUEST_TOO_LARGE", answer.Code);
    }

    [Fact]
    public async Task A_chunked_body_just_below_the_limit_is_read()
    {
        var request = host.Post("");
        var body = Encoding.UTF8.GetBytes($$"""{"query":"{ hello }","padding":"{{new string('x', 990_000)}}"}""");
        request.Content = new StreamContent(new Unmeasured(body));
        request.Content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
        request.Headers.TransferEncodingChunked = true;
        Assert.Equal(HttpStatusCode.OK, (await host.SendAsync(request)).Status);
    }

    [Theory]
    [InlineData("{ broken }")]
    [InlineData("{ hello(name: \"\\u0000\") }")]
    [InlineData("{ __schema { types { name } } }")]
    public async Task No_answer_tells_of_the_inside(string query)
    {
        var answer = await host.QueryAsync(query);
        foreach (var word in new[] { "Exception", "   at ", "select ", "/home", "/work", "Npgsql", "127.0.0.1" })
            Assert.DoesNotContain(word, answer.Body, StringComparison.Ordinal);
    }

    private sealed class Unmeasured(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
