using System.Net.Sockets;
using System.Text;

namespace DataHub.Api.Tests.Http;

/// <summary>What no well-behaved client library would send.</summary>
public sealed class RawConnectionTests(HostFixture fixture) : IClassFixture<HostFixture>
{
    private readonly RunningHost host = fixture.Host;

    [Theory]
    [InlineData("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n")]
    [InlineData("Content-Length: 5\r\nContent-Length: 6\r\n", "12345")]
    [InlineData("Content-Length: -1\r\n", "")]
    [InlineData("Transfer-Encoding: chunked, identity\r\n", "0\r\n\r\n")]
    [InlineData("Transfer-Encoding: chunked\r\n", "ZZ\r\n\r\n")]
    [InlineData("Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n", "0\r\n\r\n")]
    [InlineData("Transfer-Encoding: xchunked\r\n", "0\r\n\r\n")]
    [InlineData("Content-Length: 5, 5\r\n", "12345")]
    [InlineData("Content-Length: 0x5\r\n", "12345")]
    [InlineData("Content-Length : 5\r\n", "12345")]
    [InlineData("Content-Length: 5\r\n X: folded\r\n", "12345")]
    [InlineData("Host: y\r\n", "")]
    [InlineData("X: a\0b\r\n", "")]
    public async Task Ambiguous_or_illegal_framing_is_400(string headers, string body)
    {
        var answer = await ExchangeAsync(
            $"POST /graphql HTTP/1.1\r\nHost: x\r\n{Authorization}Content-Type: application/json\r\n{headers}\r\n{body}");
        Assert.StartsWith("HTTP/1.1 400 ", answer, StringComparison.Ordinal);
    }

    /// <summary>Bodies that would be answered if the framing were let through.</summary>
    [Theory]
    [InlineData("Transfer-Encoding: chunked\r\nContent-Length: 30\r\n", "15\r\n{\"query\":\"{ hello }\"}\r\n0\r\n\r\n")]
    [InlineData("Transfer-Encoding: identity, chunked\r\n", "15\r\n{\"query\":\"{ hello }\"}\r\n0\r\n\r\n")]
    [InlineData("Transfer-Encoding: gzip, chunked\r\n", "15\r\n{\"query\":\"{ hello }\"}\r\n0\r\n\r\n")]
    [InlineData("Transfer-Encoding: identity\r\nTransfer-Encoding: chunked\r\n", "15\r\n{\"query\":\"{ hello }\"}\r\n0\r\n\r\n")]
    [InlineData("X: y\nContent-Length: 21\r\n", "{\"query\":\"{ hello }\"}")]
    [InlineData("Transfer-Encoding: chunked\r\n", "80000000\r\n{\"query\":\"{ hello }\"}\r\n0\r\n\r\n")]
    [InlineData("Transfer-Encoding: chunked\r\n", "ffffffffffffffff1\r\n{\"query\":\"{ hello }\"}\r\n0\r\n\r\n")]
    public async Task A_body_whose_end_is_in_doubt_is_not_answered(string headers, string body)
    {
        var start = $"POST /graphql HTTP/1.1\r\nHost: x\r\nConnection: close\r\n{Authorization}Content-Type: application/json\r\n";
        Assert.StartsWith("HTTP/1.1 400 ", await ExchangeAsync($"{start}{headers}\r\n{body}"), StringComparison.Ordinal);
        var plain = await ExchangeAsync($"{start}Transfer-Encoding: chunked\r\n\r\n15\r\n{{\"query\":\"{{ hello }}\"}}\r\n0\r\n\r\n");
        Assert.StartsWith("HTTP/1.1 200 ", plain, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_stands_behind_an_illegal_request_is_not_taken_for_another_one()
    {
        var before = host.Hub.Mutations;
        var smuggled = $"POST /graphql HTTP/1.1\r\nHost: x\r\n{Authorization}Content-Type: application/json\r\n"
            + "Content-Length: 30\r\n\r\n{\"query\":\"mutation { count }\"}";
        var answer = await ExchangeAsync(
            $"POST /graphql HTTP/1.1\r\nHost: x\r\n{Authorization}Content-Type: application/json\r\n"
            + $"Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n{smuggled}");
        Assert.StartsWith("HTTP/1.1 400 ", answer, StringComparison.Ordinal);
        Assert.Equal(1, answer.Split("HTTP/1.1 ").Length - 1);
        Assert.Equal(before, host.Hub.Mutations);
    }

    [Fact]
    public async Task An_answer_says_nothing_of_what_serves_it_and_may_not_be_kept_or_guessed_at()
    {
        foreach (var request in new[]
        {
            $"GET /graphql?query={{hello}} HTTP/1.1\r\nHost: x\r\n{Authorization}",
            "GET /graphql HTTP/1.1\r\nHost: x\r\n",
            "GET /no HTTP/1.1\r\nHost: x\r\n",
        })
        {
            var answer = await ExchangeAsync(request + "Connection: close\r\n\r\n");
            Assert.Contains("\r\nX-Content-Type-Options: nosniff\r\n", answer, StringComparison.Ordinal);
            Assert.Contains("\r\nCache-Control: no-store\r\n", answer, StringComparison.Ordinal);
            foreach (var word in new[] { "Server:", "X-Powered-By", "Kestrel", "AspNet", ".NET" })
                Assert.DoesNotContain(word, answer, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task Clients_that_read_no_answers_or_send_nothing_harm_nobody()
    {
        var sockets = new List<Socket>();
        var pipeline = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(
            $"GET /graphql?query={{__schema{{types{{name,fields{{name}}}}}}}} HTTP/1.1\r\nHost: x\r\n{Authorization}\r\n", 200)));
        for (var n = 0; n < 220; n++) sockets.Add(await ConnectAsync(host));
        foreach (var socket in sockets.Take(20)) Fill(socket, pipeline);
        for (var n = 0; n < 20; n++) Assert.Equal("""{"data":{"hello":"Hello world"}}""", (await host.QueryAsync("{ hello }")).Body);
        foreach (var socket in sockets) socket.Dispose();
        Assert.Equal("""{"data":{"hello":"Hello world"}}""", (await host.QueryAsync("{ hello }")).Body);
    }

    [Fact]
    public async Task Two_Authorization_headers_are_refused()
    {
        var answer = await ExchangeAsync(
            $"GET /graphql?query={{hello}} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n{Authorization}{Authorization}\r\n");
        Assert.StartsWith("HTTP/1.1 400 ", answer, StringComparison.Ordinal);
        Assert.Contains("WWW-Authenticate: Bearer realm=\"datahub\", error=\"invalid_request\"", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("Hello", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_request_line_is_414_and_long_headers_are_431()
    {
        var path = new string('a', 20_000);
        Assert.StartsWith("HTTP/1.1 414 ", await ExchangeAsync($"GET /{path} HTTP/1.1\r\nHost: x\r\n\r\n"), StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 431 ",
            await ExchangeAsync($"GET / HTTP/1.1\r\nHost: x\r\nA: {path}\r\n\r\n"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pipelined_requests_are_answered_in_order()
    {
        var one = $"GET /graphql?query={{a:hello}} HTTP/1.1\r\nHost: x\r\n{Authorization}\r\n";
        var two = $"GET /graphql?query={{b:hello}} HTTP/1.1\r\nHost: x\r\n{Authorization}Connection: close\r\n\r\n";
        var answer = await ExchangeAsync(one + one + two);
        Assert.Equal(3, answer.Split("HTTP/1.1 200 OK").Length - 1);
        Assert.True(answer.LastIndexOf("{\"a\":", StringComparison.Ordinal) < answer.IndexOf("{\"b\":", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_forged_host_is_not_repeated()
    {
        var answer = await ExchangeAsync(
            "GET /.well-known/openid-configuration HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n");
        Assert.StartsWith("HTTP/1.1 200 ", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("evil.example", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_connection_that_sends_no_whole_header_is_closed()
    {
        await using var hasty = await RunningHost.StartAsync(
            new Dictionary<string, string?> { ["DataHub:Limits:HeaderTime"] = "00:00:01" });
        using var socket = await ConnectAsync(hasty);
        await socket.SendAsync("GET /graphql HTTP/1.1\r\nHost: x\r\nX-Slow: "u8.ToArray());
        var answer = await ReadToEndAsync(socket);
        Assert.StartsWith("HTTP/1.1 408 ", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_that_does_not_arrive_is_408()
    {
        await using var hasty = await RunningHost.StartAsync(
            new Dictionary<string, string?> { ["DataHub:Limits:RequestTime"] = "00:00:01" });
        using var socket = await ConnectAsync(hasty);
        var request = $"POST /graphql HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {hasty.Token()}\r\n"
            + "Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{\"query\":";
        await socket.SendAsync(Encoding.ASCII.GetBytes(request));
        var answer = await ReadToEndAsync(socket);
        Assert.StartsWith("HTTP/1.1 408 ", answer, StringComparison.Ordinal);
        Assert.Contains("REQUEST_TIMEOUT", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_takes_too_long_has_what_is_ready()
    {
        await using var hasty = await RunningHost.StartAsync(
            new Dictionary<string, string?> { ["DataHub:Limits:RequestTime"] = "00:00:01" });
        var answer = await hasty.QueryAsync("{ slow hello }");
        Assert.Equal(System.Net.HttpStatusCode.OK, answer.Status);
        Assert.Equal("EXECUTION_TIMEOUT", answer.Code);
        Assert.Equal("""{"slow":null,"hello":"Hello world"}""", answer.Json.GetProperty("data").GetRawText());
        Assert.Equal("""{"data":{"hello":"Hello world"}}""", (await hasty.QueryAsync("{ hello }")).Body);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/appsettings.json")]
    [InlineData("/.git/config")]
    [InlineData("/..%2f..%2fetc/passwd")]
    [InlineData("/graphql/../../etc/passwd")]
    [InlineData("/swagger")]
    [InlineData("/graphiql")]
    [InlineData("/metrics")]
    public async Task Nothing_else_is_served_and_the_refusal_is_a_problem_document(string path)
    {
        var answer = await ExchangeAsync($"GET {path} HTTP/1.1\r\nHost: x\r\nAccept: text/html\r\nConnection: close\r\n\r\n");
        Assert.StartsWith("HTTP/1.1 404 ", answer, StringComparison.Ordinal);
        Assert.Contains("Content-Type: application/problem+json", answer, StringComparison.Ordinal);
        Assert.Contains("\"title\":\"Not Found\",\"status\":404", answer, StringComparison.Ordinal);
        Assert.Contains("X-Content-Type-Options: nosniff", answer, StringComparison.Ordinal);
    }

    // Until neither side takes any more.
    private static void Fill(Socket socket, byte[] bytes)
    {
        socket.Blocking = false;
        try
        {
            for (var sent = 0; sent < bytes.Length;) sent += socket.Send(bytes, sent, bytes.Length - sent, SocketFlags.None);
        }
        catch (SocketException exception) when (exception.SocketErrorCode == SocketError.WouldBlock)
        {
            // The server has stopped reading, as it should.
        }
    }

    private string Authorization => $"Authorization: Bearer {host.Token()}\r\n";

    private async Task<string> ExchangeAsync(string request)
    {
        using var socket = await ConnectAsync(host);
        await socket.SendAsync(Encoding.UTF8.GetBytes(request));
        return await ReadToEndAsync(socket);
    }

    private static async Task<Socket> ConnectAsync(RunningHost host)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(host.Address.Host, host.Address.Port);
        return socket;
    }

    private static async Task<string> ReadToEndAsync(Socket socket)
    {
        var text = new StringBuilder();
        var buffer = new byte[4096];
        try
        {
            while (await socket.ReceiveAsync(buffer) is var count and > 0) text.Append(Encoding.UTF8.GetString(buffer, 0, count));
        }
        catch (SocketException exception) when (exception.SocketErrorCode == SocketError.ConnectionReset)
        {
            // Kestrel resets a connection whose rest of the request it will not read; what it answered before counts.
        }
        return text.ToString();
    }
}
