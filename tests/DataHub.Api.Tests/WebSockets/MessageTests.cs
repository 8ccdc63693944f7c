using System.Net.WebSockets;
using System.Text;

namespace DataHub.Api.Tests.WebSockets;

public sealed class MessageTests(HostFixture fixture) : IClassFixture<HostFixture>
{
    private readonly RunningHost host = fixture.Host;

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("[]")]
    [InlineData("\"ping\"")]
    [InlineData("{}")]
    [InlineData("""{"type":1}""")]
    [InlineData("""{"type":"start","id":"1","payload":{"query":"{ hello }"}}""")]
    [InlineData("""{"type":"connection_terminate"}""")]
    [InlineData("""{"type":"next","id":"1","payload":{}}""")]
    [InlineData("""{"type":"connection_ack"}""")]
    [InlineData("""{"type":"ping","payload":1}""")]
    [InlineData("""{"type":"connection_init","payload":[]}""")]
    [InlineData("""{"type":"subscribe","payload":{"query":"{ hello }"}}""")]
    [InlineData("""{"type":"subscribe","id":"","payload":{"query":"{ hello }"}}""")]
    [InlineData("""{"type":"subscribe","id":7,"payload":{"query":"{ hello }"}}""")]
    [InlineData("""{"type":"subscribe","id":"1"}""")]
    [InlineData("""{"type":"subscribe","id":"1","payload":null}""")]
    [InlineData("""{"type":"subscribe","id":"1","payload":"{ hello }"}""")]
    [InlineData("""{"type":"subscribe","id":"1","payload":{}}""")]
    [InlineData("""{"type":"subscribe","id":"1","payload":{"query":7}}""")]
    [InlineData("""{"type":"subscribe","id":"1","payload":{"query":"{ hello }","operationName":7}}""")]
    [InlineData("""{"type":"subscribe","id":"1","payload":{"query":"{ hello }","variables":[]}}""")]
    [InlineData("""{"type":"subscribe","id":"1","payload":{"query":"{ hello }","extensions":7}}""")]
    [InlineData("""{"type":"complete"}""")]
    [InlineData("""{"type":"complete","id":"\uD800"}""")]
    public async Task What_is_no_message_of_a_client_closes_the_socket(string message)
    {
        using var socket = await TestSocket.OpenAsync(host);
        await socket.SendAsync(message);
        var (code, reason) = await socket.ClosedAsync();
        Assert.Equal(4400, code);
        Assert.NotEmpty(reason);
    }

    [Fact]
    public async Task Ids_have_a_bound()
    {
        using var socket = await TestSocket.OpenAsync(host);
        await socket.SubscribeAsync(new string('i', 256), "{ hello }");
        Assert.Contains("\"next\"", await socket.ReceiveAsync(), StringComparison.Ordinal);
        await socket.SubscribeAsync(new string('i', 257), "{ hello }");
        Assert.Equal(4400, (await socket.ClosedAsync()).Code);
    }

    [Fact]
    public async Task Binary_messages_are_none()
    {
        using var socket = await TestSocket.OpenAsync(host);
        await socket.SendAsync("""{"type":"ping"}"""u8.ToArray(), WebSocketMessageType.Binary);
        Assert.Equal((4400, "Messages are text"), await socket.ClosedAsync());
    }

    [Fact]
    public async Task Text_that_is_no_UTF_8_closes_the_socket()
    {
        using var socket = await TestSocket.OpenAsync(host);
        await socket.SendAsync([0x22, 0xC3, 0x28, 0x22]);
        Assert.Equal(1007, (await socket.ClosedAsync()).Code);
    }

    [Fact]
    public async Task A_message_may_come_in_fragments()
    {
        using var socket = await TestSocket.OpenAsync(host);
        var message = Encoding.UTF8.GetBytes("""{"id":"é","type":"subscribe","payload":{"query":"{ hello }"}}""");
        // One byte a frame: the two bytes of é are apart.
        for (var i = 0; i < message.Length; i++) await socket.SendAsync([message[i]], isLast: i == message.Length - 1);
        Assert.Equal("""{"id":"é","type":"next","payload":{"data":{"hello":"Hello world"}}}""", await socket.ReceiveAsync());
    }

    [Fact]
    public async Task A_message_has_a_million_bytes_at_most()
    {
        using var socket = await TestSocket.OpenAsync(host);
        var head = """{"type":"ping","payload":{"long":" """.TrimEnd();
        await socket.SendAsync(head + new string('a', 1_000_000 - head.Length - 3) + "\"}}");
        Assert.Equal(1_000_000, (await socket.ReceiveAsync()).Length);
        await socket.SendAsync(head + new string('a', 1_000_000 - head.Length - 2) + "\"}}");
        Assert.Equal((1009, "The message is too long"), await socket.ClosedAsync());
    }

    [Fact]
    public async Task Fragments_count_together()
    {
        using var socket = await TestSocket.OpenAsync(host);
        var closed = socket.ClosedAsync();
        var fragment = Encoding.UTF8.GetBytes(new string(' ', 300_000));
        for (var i = 0; i < 4; i++) await socket.SendAsync(fragment, isLast: false);
        Assert.Equal(1009, (await closed).Code);
    }

    [Fact]
    public async Task A_ping_is_answered_with_its_payload_and_a_pong_is_taken()
    {
        using var socket = await TestSocket.ConnectAsync(host);
        await socket.SendAsync("""{"type":"pong"}""");
        await socket.SendAsync("""{"type":"pong","payload":{"un":"asked"}}""");
        await socket.SendAsync("""{"type":"ping"}""");
        Assert.Equal("""{"type":"pong"}""", await socket.ReceiveAsync());
        await socket.SendAsync("""{"type":"ping","payload":{"a":[1,"é"]}}""");
        Assert.Equal("""{"type":"pong","payload":{"a":[1,"é"]}}""", await socket.ReceiveAsync());
    }

    [Fact]
    public async Task Unknown_members_and_unknown_ids_are_passed_over()
    {
        using var socket = await TestSocket.OpenAsync(host);
        await socket.SendAsync("""{"type":"complete","id":"never","payload":7,"more":1}""");
        await socket.SubscribeAsync("1", "{ hello }");
        Assert.Contains("Hello world", await socket.ReceiveAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_client_closes_as_it_likes()
    {
        using var socket = await TestSocket.OpenAsync(host);
        await socket.Raw.CloseAsync(WebSocketCloseStatus.NormalClosure, "bye", CancellationToken.None);
        Assert.Equal(WebSocketCloseStatus.NormalClosure, socket.Raw.CloseStatus);
    }

    [Fact]
    public async Task A_long_reason_is_cut_to_what_a_frame_holds()
    {
        using var socket = await TestSocket.OpenAsync(host);
        var id = string.Concat(Enumerable.Repeat("é", 200));
        await socket.SubscribeAsync(id, "subscription { ticked { number } }");
        await socket.SubscribeAsync(id, "{ hello }");
        var (code, reason) = await socket.ClosedAsync();
        Assert.Equal(4409, code);
        Assert.Equal($"Subscriber for {id}"[..69], reason);
        Assert.InRange(Encoding.UTF8.GetByteCount(reason), 122, 123);
    }
}
