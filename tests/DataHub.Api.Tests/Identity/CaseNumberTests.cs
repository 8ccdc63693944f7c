using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using DataHub.Api.Tests.WebSockets;

namespace DataHub.Api.Tests.Identity;

public sealed class CaseNumberTests(HostFixture fixture) : IClassFixture<HostFixture>
{
    private const string Query = "{ who { caseNumber } }";

    private readonly RunningHost host = fixture.Host;

    [Theory]
    [InlineData("KUR/2026/11-0042 (b)")]
    [InlineData("1")]
    [InlineData("1871010101")]
    [InlineData("18710145018500011")]
    public async Task The_number_of_the_callers_file_is_the_callers(string number)
    {
        var token = host.Token();
        Assert.Equal($$$$"""{"data":{"who":{"caseNumber":"{{{{number}}}}"}}}""", (await AskAsync(token, number)).Body);
        // The next request with the same token is another case, or none.
        Assert.Equal("""{"data":{"who":{"caseNumber":null}}}""", (await AskAsync(token)).Body);
        Assert.Equal("""{"data":{"who":{"caseNumber":"other"}}}""", (await AskAsync(token, "other")).Body);
    }

    [Fact]
    public async Task Sixty_four_characters_are_the_most()
    {
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(host.Token(), new string('x', 64))).Status);
        AssertRefused(await AskAsync(host.Token(), new string('x', 65)));
    }

    [Theory]
    [InlineData("tab\there")]
    [InlineData("delete\u007f")]
    [InlineData("1871014501850001")]
    [InlineData("KUR 1871014501850001/1")]
    public async Task What_cannot_be_kept_is_refused_and_not_repeated(string number)
    {
        var answer = await AskAsync(host.Token(), number);
        AssertRefused(answer);
        Assert.DoesNotContain(number, answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_are_one_too_many()
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, host.Address.Port);
        // HttpClient would join them.
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(
            $"GET /graphql?query=%7Bhello%7D HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {host.Token()}\r\n"
            + "X-Case-Number: a\r\nX-Case-Number: b\r\nConnection: close\r\n\r\n"));
        using var reader = new StreamReader(client.GetStream());
        var answer = await reader.ReadToEndAsync();
        Assert.StartsWith("HTTP/1.1 400 ", answer, StringComparison.Ordinal);
        Assert.Contains("CASE_NUMBER_INVALID", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("caseNumber")]
    [InlineData("X-Case-Number")]
    public async Task A_socket_has_one_for_all_its_operations(string member)
    {
        using var socket = await TestSocket.ConnectAsync(host);
        await socket.SendAsync(Init((member, "K-1")));
        Assert.Contains("connection_ack", await socket.ReceiveAsync(), StringComparison.Ordinal);
        await socket.SubscribeAsync("1", Query);
        Assert.Contains("\"caseNumber\":\"K-1\"", await socket.ReceiveAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_socket_with_one_that_cannot_be_kept_is_closed()
    {
        string[] payloads =
            [Init(("caseNumber", new string('x', 65))), Init(("caseNumber", "a"), ("x-case-number", "a")), Init(("caseNumber", 7))];
        foreach (var payload in payloads)
        {
            using var socket = await TestSocket.ConnectAsync(host);
            await socket.SendAsync(payload);
            var (code, reason) = await socket.ClosedAsync();
            Assert.Equal(4403, code);
            Assert.StartsWith("CASE_NUMBER_INVALID: ", reason, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Streams_of_events_have_it_too()
    {
        var request = RunningHost.PostAs(host.Token(), JsonSerializer.Serialize(new { query = Query }), "text/event-stream");
        request.Headers.TryAddWithoutValidation("X-Case-Number", "K-2");
        Assert.Contains("\"caseNumber\":\"K-2\"", (await host.SendAsync(request)).Body, StringComparison.Ordinal);
    }

    private string Init(params (string Name, object Value)[] more)
    {
        var payload = new Dictionary<string, object> { ["authorization"] = $"Bearer {host.Token()}" };
        foreach (var (name, value) in more) payload[name] = value;
        return JsonSerializer.Serialize(new { type = "connection_init", payload });
    }

    private Task<Answer> AskAsync(string token, params string[] numbers)
    {
        var request = RunningHost.PostAs(token, JsonSerializer.Serialize(new { query = Query }), "application/graphql-response+json");
        foreach (var number in numbers) request.Headers.TryAddWithoutValidation("X-Case-Number", number);
        return host.SendAsync(request);
    }

    private static void AssertRefused(Answer answer)
    {
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal("CASE_NUMBER_INVALID", answer.Code);
    }
}
