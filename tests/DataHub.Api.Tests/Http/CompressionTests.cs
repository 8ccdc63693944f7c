using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;

namespace DataHub.Api.Tests.Http;

/// <summary>RFC 9110, sections 8.4 and 12.5.3.</summary>
public sealed class CompressionTests(HostFixture fixture) : IClassFixture<HostFixture>
{
    // Large answers: introspection of the test's schema, and a name of any length that comes back.
    private const string Large = "{ __schema { types { name description kind fields { name description type { name kind } } } } }";

    private readonly RunningHost host = fixture.Host;

    [Theory]
    [InlineData("br", "br")]
    [InlineData("gzip", "gzip")]
    [InlineData("x-gzip", "gzip")]
    [InlineData("GZIP", "gzip")]
    [InlineData("gzip, deflate, br, zstd", "br")]
    [InlineData("br;q=0.5, gzip", "gzip")]
    [InlineData("br;q=0, gzip;q=0.1, identity;q=0", "gzip")]
    [InlineData("*", "br")]
    [InlineData("br;q=0, *;q=0.5", "gzip")]
    [InlineData("identity;q=0.5, gzip;q=0.5", "gzip")]
    [InlineData("", null)]
    [InlineData("identity", null)]
    [InlineData("zstd, deflate", null)]
    [InlineData("gzip;q=0, br;q=0", null)]
    [InlineData("identity, br;q=0.5", null)]
    [InlineData(";;;", null)]
    public async Task A_large_answer_is_coded_as_the_client_prefers(string accepted, string? coding)
    {
        foreach (var accept in new[] { "application/json", "application/graphql-response+json" })
        {
            var bare = await AskAsync(Large, null, accept);
            var answer = await AskAsync(Large, accepted, accept);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal(coding is null ? [] : [coding], answer.Content.Headers.ContentEncoding);
            Assert.Equal(accept, answer.Content.Headers.ContentType!.MediaType);
            Assert.Equal(await TextAsync(bare), await TextAsync(answer));
        }
    }

    [Theory]
    [InlineData("br", 4)]
    [InlineData("gzip", 4)]
    [InlineData("br", 1_000)]
    [InlineData("gzip", 1_000)]
    public async Task An_answer_of_any_size_comes_back_whole(string coding, int kilobytes)
    {
        // Letters that do not compress well, so that the coder has to write as much as it reads.
        var name = string.Concat(Enumerable.Range(0, kilobytes * 90).Select(n => $"{n * 2_654_435_761L % 10_000_000_000:x9}é\n"));
        name = name[..Math.Min(name.Length, 100_000)];
        var body = JsonSerializer.Serialize(new { query = "query($n: String) { hello(name: $n) a: hello(name: $n) b: hello(name: $n) c: hello(name: $n) d: hello(name: $n) }", variables = new { n = name } });
        var request = host.Post(body);
        request.Headers.TryAddWithoutValidation("Accept-Encoding", coding);
        var answer = await host.Client.SendAsync(request);
        Assert.Equal([coding], answer.Content.Headers.ContentEncoding);
        using var json = JsonDocument.Parse(await TextAsync(answer));
        Assert.Equal($"Hello {name}", json.RootElement.GetProperty("data").GetProperty("hello").GetString());
    }

    [Fact]
    public async Task A_small_answer_is_not_coded_unless_the_client_takes_nothing_bare()
    {
        var small = await AskAsync("{ hello }", "br, gzip");
        Assert.Empty(small.Content.Headers.ContentEncoding);
        Assert.Equal("""{"data":{"hello":"Hello world"}}""", await TextAsync(small));
        var coded = await AskAsync("{ hello }", "gzip, identity;q=0");
        Assert.Equal(["gzip"], coded.Content.Headers.ContentEncoding);
        Assert.Equal("""{"data":{"hello":"Hello world"}}""", await TextAsync(coded));
    }

    [Theory]
    [InlineData("identity;q=0")]
    [InlineData("*;q=0")]
    [InlineData("zstd, identity;q=0")]
    public async Task A_client_that_takes_no_coding_of_the_hub_gets_406(string accepted)
    {
        var answer = await Answer.OfAsync(await AskAsync("{ hello }", accepted));
        Assert.Equal((HttpStatusCode.NotAcceptable, "NOT_ACCEPTABLE"), (answer.Status, answer.Code));
        Assert.Empty(answer.Message.Content.Headers.ContentEncoding);
    }

    [Fact]
    public async Task Every_answer_names_the_headers_it_depends_on()
    {
        foreach (var query in new[] { "{ hello }", "{", Large })
            Assert.Equal(["Accept", "Accept-Encoding"], (await AskAsync(query, "br")).Headers.Vary);
    }

    [Fact]
    public async Task Compression_can_be_left_to_a_proxy()
    {
        await using var bare = await RunningHost.StartAsync(new Dictionary<string, string?> { ["DataHub:Http:Compress"] = "false" });
        var request = bare.Post(JsonSerializer.Serialize(new { query = Large }));
        request.Headers.TryAddWithoutValidation("Accept-Encoding", "br");
        Assert.Empty((await bare.Client.SendAsync(request)).Content.Headers.ContentEncoding);
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    [InlineData("x-gzip")]
    [InlineData("GZip")]
    [InlineData("identity")]
    public async Task A_compressed_body_is_read(string coding)
    {
        var body = Encoding.UTF8.GetBytes("""{"query":"query($n: String) { hello(name: $n) }","variables":{"n":"ü"}}""");
        var answer = await PostAsync(Code(body, coding), coding);
        Assert.Equal("""{"data":{"hello":"Hello ü"}}""", answer.Body);
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task A_body_may_inflate_to_a_megabyte_and_not_further(string coding)
    {
        const string Start = """{"query":"{ hello }","padding":" """;
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(Code(Padded(Start, 999_990), coding), coding)).Status);
        foreach (var bytes in new[] { 1_000_001, 1_048_576, 1_048_577, 100_000_000 })
        {
            var answer = await PostAsync(Code(Padded(Start, bytes), coding), coding);
            Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "REQUEST_TOO_LARGE"), (answer.Status, answer.Code));
        }
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task A_bomb_takes_no_memory_worth_mention(string coding)
    {
        var bomb = Bomb(coding, megabytes: 400);
        await PostAsync(bomb, coding);
        var before = GC.GetTotalAllocatedBytes(precise: true);
        for (var i = 0; i < 10; i++)
            Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await PostAsync(bomb, coding)).Status);
        // Other tests run in this process meanwhile; the bombs inflated would be four gigabytes.
        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, 1_000_000_000);
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task A_damaged_body_is_400(string coding)
    {
        var whole = Code("""{"query":"{ hello }","variables":{}}"""u8.ToArray(), coding);
        byte[] flipped = [.. whole];
        flipped[^6] ^= 0xFF;
        foreach (var body in new[] { [], whole[..^9], whole[..4], flipped, "{\"query\":\"{ hello }\"}"u8.ToArray(), Code(whole, coding) })
        {
            var answer = await PostAsync(body, coding);
            Assert.Equal((HttpStatusCode.BadRequest, "BAD_REQUEST"), (answer.Status, answer.Code));
        }
    }

    [Theory]
    [InlineData("deflate")]
    [InlineData("zstd")]
    [InlineData("compress")]
    [InlineData("gzip, gzip")]
    [InlineData("gzip, identity")]
    [InlineData("gzip,")]
    [InlineData("gzip;q=1")]
    [InlineData("*")]
    [InlineData("")]
    public async Task Another_coding_or_more_than_one_is_415(string coding)
    {
        var body = Code("""{"query":"{ hello }"}"""u8.ToArray(), "gzip");
        var answer = await PostAsync(coding == "gzip, gzip" ? Code(body, "gzip") : body, coding);
        Assert.Equal((HttpStatusCode.UnsupportedMediaType, "UNSUPPORTED_MEDIA_TYPE"), (answer.Status, answer.Code));
        Assert.Equal(["br", "gzip"], answer.Message.Headers.GetValues("Accept-Encoding").SelectMany(value => value.Split(", ")));
    }

    private Task<HttpResponseMessage> AskAsync(string query, string? accepted, string accept = "application/graphql-response+json")
    {
        var request = host.Post(JsonSerializer.Serialize(new { query }), accept);
        if (accepted is not null) request.Headers.TryAddWithoutValidation("Accept-Encoding", accepted);
        return host.Client.SendAsync(request);
    }

    private Task<Answer> PostAsync(byte[] body, string coding)
    {
        var request = host.Post("");
        request.Content = new ByteArrayContent(body);
        request.Content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
        request.Content.Headers.TryAddWithoutValidation("Content-Encoding", coding);
        return host.SendAsync(request);
    }

    private static byte[] Padded(string start, int bytes)
    {
        var body = new byte[bytes];
        body.AsSpan().Fill((byte)'x');
        Encoding.UTF8.GetBytes(start).CopyTo(body, 0);
        "\"}"u8.CopyTo(body.AsSpan(bytes - 2));
        return body;
    }

    private static byte[] Code(byte[] bytes, string coding)
    {
        if (coding == "identity") return bytes;
        using var coded = new MemoryStream();
        using (var coder = Coder(coding, coded)) coder.Write(bytes);
        return coded.ToArray();
    }

    private static byte[] Bomb(string coding, int megabytes)
    {
        var zeros = new byte[1_000_000];
        using var coded = new MemoryStream();
        using (var coder = Coder(coding, coded))
            for (var i = 0; i < megabytes; i++) coder.Write(zeros);
        var bomb = coded.ToArray();
        Assert.InRange(bomb.Length, 1, 900_000);
        return bomb;
    }

    private static Stream Coder(string coding, Stream into) => coding == "br"
        ? new BrotliStream(into, CompressionLevel.Optimal)
        : new GZipStream(into, CompressionLevel.Optimal);

    private static async Task<string> TextAsync(HttpResponseMessage message)
    {
        var body = await message.Content.ReadAsStreamAsync();
        using Stream stream = message.Content.Headers.ContentEncoding.SingleOrDefault() switch
        {
            "br" => new BrotliStream(body, CompressionMode.Decompress),
            "gzip" => new GZipStream(body, CompressionMode.Decompress),
            _ => body,
        };
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync();
    }
}
