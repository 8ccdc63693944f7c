using System.Text.Json;
using DataHub.GraphQL.Errors;

namespace DataHub.Api.Tests.WebSockets;

public sealed class OperationTests(HostFixture fixture) : IClassFixture<HostFixture>
{
    private readonly RunningHost host = fixture.Host;

    private static string Complete(string id) => $$"""{"id":"{{id}}","type":"complete"}""";

    /// <summary>A host of its own where a test counts who subscribes.</summary>
    private static Task<RunningHost> AloneAsync(string? name = null, string? value = null) => RunningHost.StartAsync(
        name is null ? null : new Dictionary<string, string?> { [$"DataHub:Subscriptions:{name}"] = value });

    [Fact]
    public async Task A_query_and_a_mutation_give_one_answer()
    {
        using var socket = await TestSocket.OpenAsync(host);
        await socket.SubscribeAsync("q", "{ hello(name: \"Sari\") who { client } }");
        Assert.Equal(
            """{"id":"q","type":"next","payload":{"data":{"hello":"Hello Sari","who":{"client":"bank-sandbox"}}}}""",
            await socket.ReceiveAsync());
        Assert.Equal(Complete("q"), await socket.ReceiveAsync());
        await socket.SubscribeAsync("m", "mutation { a: count b: count }");
        var answer = JsonDocument.Parse(await socket.ReceiveAsync()).RootElement.GetProperty("payload").GetProperty("data");
        Assert.Equal(1, answer.GetProperty("b").GetInt32() - answer.GetProperty("a").GetInt32());
        Assert.Equal(Complete("m"), await socket.ReceiveAsync());
    }

    [Fact]
    public async Task Variables_and_the_name_of_the_operation_are_read()
    {
        using var socket = await TestSocket.OpenAsync(host);
        await socket.SendAsync("""
            {"id":"1","type":"subscribe","payload":{"query":"query A { who { client } } query B($n: String) { hello(name: $n) }",
             "operationName":"B","variables":{"n":"Budi"},"extensions":{"trace":1}}}
            """);
        Assert.Equal("""{"id":"1","type":"next","payload":{"data":{"hello":"Hello Budi"}}}""", await socket.ReceiveAsync());
    }

    [Theory]
    [InlineData("{ nothing }", "GRAPHQL_VALIDATION_FAILED")]
    [InlineData("{ hello ", "GRAPHQL_PARSE_FAILED")]
    [InlineData("query A { hello } query B { hello }", "OPERATION_RESOLUTION_FAILURE")]
    [InlineData("subscription { ticked { number } again: ticked { number } }", "GRAPHQL_VALIDATION_FAILED")]
    [InlineData("subscription { refused }", "NOT_FOUND")]
    [InlineData("subscription { broken }", "INTERNAL_SERVER_ERROR")]
    public async Task A_request_that_is_refused_ends_with_its_errors(string query, string code)
    {
        using var socket = await TestSocket.OpenAsync(host);
        await socket.SubscribeAsync("1", query);
        var message = await socket.ReceiveAsync();
        Assert.StartsWith("""{"id":"1","type":"error","payload":[{"message":""", message, StringComparison.Ordinal);
        Assert.Contains($"\"code\":\"{code}\"", message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", message, StringComparison.Ordinal);
        // Nothing follows for that id, and it is free again.
        await socket.SubscribeAsync("1", "{ hello }");
        Assert.Contains("Hello world", await socket.ReceiveAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(50_000)]
    public async Task The_limits_on_documents_hold(int depth)
    {
        using var socket = await TestSocket.OpenAsync(host);
        await socket.SubscribeAsync("1", string.Concat(Enumerable.Repeat("{ a ", depth)));
        Assert.StartsWith("""{"id":"1","type":"error",""", await socket.ReceiveAsync(), StringComparison.Ordinal);
        await socket.SubscribeAsync("2", "{ hello }");
        Assert.Contains("Hello world", await socket.ReceiveAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Errors_of_execution_stand_in_the_answer()
    {
        using var socket = await TestSocket.OpenAsync(host);
        await socket.SubscribeAsync("1", "{ hello broken }");
        var message = await socket.ReceiveAsync();
        Assert.Contains("\"path\":[\"broken\"]", message, StringComparison.Ordinal);
        Assert.EndsWith("\"data\":{\"hello\":\"Hello world\",\"broken\":null}}}", message, StringComparison.Ordinal);
        Assert.Equal(Complete("1"), await socket.ReceiveAsync());
    }

    [Fact]
    public async Task Events_come_until_the_source_ends()
    {
        await using var alone = await AloneAsync();
        using var socket = await TestSocket.OpenAsync(alone);
        await socket.SubscribeAsync("1", "subscription { ticked { number client } }");
        await socket.SubscribeAsync("2", "subscription { t: ticked { fails } }");
        await alone.Hub.Events.WaitForAsync(2);
        alone.Hub.Events.Send(7);
        var two = new[] { await socket.ReceiveAsync(), await socket.ReceiveAsync() }.Order(StringComparer.Ordinal).ToArray();
        Assert.Equal("""{"id":"1","type":"next","payload":{"data":{"ticked":{"number":7,"client":"bank-sandbox"}}}}""", two[0]);
        Assert.Contains("CONSENT_REQUIRED", two[1], StringComparison.Ordinal);
        Assert.EndsWith("\"data\":{\"t\":{\"fails\":null}}}}", two[1], StringComparison.Ordinal);
        alone.Hub.Events.End();
        two = [.. new[] { await socket.ReceiveAsync(), await socket.ReceiveAsync() }.Order(StringComparer.Ordinal)];
        Assert.Equal([Complete("1"), Complete("2")], two);
        Assert.Equal(0, alone.Hub.Events.Subscribers);
    }

    [Fact]
    public async Task An_error_of_the_source_ends_the_operation_with_it()
    {
        await using var alone = await AloneAsync();
        using var socket = await TestSocket.OpenAsync(alone);
        foreach (var (fault, code) in new (Exception, string)[]
        {
            (new GraphQLException(new GraphQLError("Too old.", "CURSOR_EXPIRED")), "CURSOR_EXPIRED"),
            (new InvalidOperationException("secret of the inside"), "INTERNAL_SERVER_ERROR"),
            (new DataHub.Database.DatabaseUnavailableException(), "DATABASE_UNAVAILABLE"),
        })
        {
            await socket.SubscribeAsync("1", "subscription { ticked { number } }");
            await alone.Hub.Events.WaitForAsync(1);
            alone.Hub.Events.End(fault);
            var message = await socket.ReceiveAsync();
            Assert.StartsWith("""{"id":"1","type":"error","payload":[""", message, StringComparison.Ordinal);
            Assert.Contains($"\"code\":\"{code}\"", message, StringComparison.Ordinal);
            Assert.DoesNotContain("secret", message, StringComparison.Ordinal);
            await alone.Hub.Events.WaitForAsync(0);
        }
    }

    [Fact]
    public async Task The_clients_complete_ends_the_source_and_frees_the_id()
    {
        await using var alone = await AloneAsync();
        using var socket = await TestSocket.OpenAsync(alone);
        for (var round = 0; round < 3; round++)
        {
            await socket.SubscribeAsync("1", "subscription { ticked { number } }");
            await alone.Hub.Events.WaitForAsync(1);
            alone.Hub.Events.Send(round);
            Assert.Contains($"\"number\":{round}", await socket.ReceiveAsync(), StringComparison.Ordinal);
            await socket.CompleteAsync("1");
            await alone.Hub.Events.WaitForAsync(0);
        }
        await socket.SubscribeAsync("2", "{ hello }");
        Assert.StartsWith("""{"id":"2",""", await socket.ReceiveAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_clients_complete_gives_up_a_query_and_its_answer_never_comes()
    {
        using var socket = await TestSocket.OpenAsync(host);
        await socket.SubscribeAsync("1", "{ slow }");
        await socket.CompleteAsync("1");
        await socket.SubscribeAsync("2", "{ hello }");
        Assert.StartsWith("""{"id":"2","type":"next",""", await socket.ReceiveAsync(), StringComparison.Ordinal);
        Assert.Equal(Complete("2"), await socket.ReceiveAsync());
        await socket.SendAsync("""{"type":"ping"}""");
        Assert.Equal("""{"type":"pong"}""", await socket.ReceiveAsync());
    }

    [Fact]
    public async Task An_id_in_use_closes_the_socket_and_ends_what_runs_on_it()
    {
        await using var alone = await AloneAsync();
        using var socket = await TestSocket.OpenAsync(alone);
        await socket.SubscribeAsync("tick", "subscription { ticked { number } }");
        await alone.Hub.Events.WaitForAsync(1);
        await socket.SubscribeAsync("tick", "{ hello }");
        Assert.Equal((4409, "Subscriber for tick already exists"), await socket.ClosedAsync());
        await alone.Hub.Events.WaitForAsync(0);
    }

    [Fact]
    public async Task A_hundred_operations_run_and_no_more()
    {
        await using var alone = await AloneAsync();
        using var socket = await TestSocket.OpenAsync(alone);
        for (var i = 1; i <= 101; i++) await socket.SubscribeAsync($"{i}", "subscription { ticked { number } }");
        var refused = await socket.ReceiveAsync();
        Assert.StartsWith("""{"id":"101","type":"error",""", refused, StringComparison.Ordinal);
        Assert.Contains("\"code\":\"TOO_MANY_OPERATIONS\"", refused, StringComparison.Ordinal);
        await alone.Hub.Events.WaitForAsync(100);
        await socket.CompleteAsync("1");
        await alone.Hub.Events.WaitForAsync(99);
        alone.Hub.Events.Send(1);
        for (var i = 0; i < 99; i++) Assert.Contains("\"number\":1", await socket.ReceiveAsync(), StringComparison.Ordinal);
        await socket.SubscribeAsync("101", "{ hello }");
        Assert.Contains("Hello world", await socket.ReceiveAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_query_has_its_time()
    {
        await using var hasty = await RunningHost.StartAsync(
            new Dictionary<string, string?> { ["DataHub:Limits:RequestTime"] = "00:00:00.5" });
        using var socket = await TestSocket.OpenAsync(hasty);
        await socket.SubscribeAsync("1", "{ slow }");
        var message = await socket.ReceiveAsync();
        Assert.StartsWith("""{"id":"1","type":"next",""", message, StringComparison.Ordinal);
        Assert.Contains("\"code\":\"EXECUTION_TIMEOUT\"", message, StringComparison.Ordinal);
        Assert.EndsWith("\"data\":{\"slow\":null}}}", message, StringComparison.Ordinal);
        Assert.Equal(Complete("1"), await socket.ReceiveAsync());
    }

    [Fact]
    public async Task A_subscription_outlives_the_time_of_a_request()
    {
        await using var hasty = await RunningHost.StartAsync(
            new Dictionary<string, string?> { ["DataHub:Limits:RequestTime"] = "00:00:00.2" });
        using var socket = await TestSocket.OpenAsync(hasty);
        await socket.SubscribeAsync("1", "subscription { ticked { number } }");
        await hasty.Hub.Events.WaitForAsync(1);
        await Task.Delay(400);
        hasty.Hub.Events.Send(3);
        Assert.Contains("\"number\":3", await socket.ReceiveAsync(), StringComparison.Ordinal);
    }
}
