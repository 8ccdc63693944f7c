using System.Net;
using DataHub.Api.Tests.Identity;
using DataHub.GraphQL.Errors;

namespace DataHub.Api.Tests.ServerSentEvents;

public sealed class EventStreamTests(HostFixture fixture) : IClassFixture<HostFixture>
{
    private const string Ticks = "subscription { ticked { number } }";
    private readonly RunningHost host = fixture.Host;

    private static Task<RunningHost> HostAsync(params (string Name, string Value)[] settings) =>
        RunningHost.StartAsync(settings.ToDictionary(s => $"DataHub:{s.Name}", s => (string?)s.Value));

    [Fact]
    public async Task Events_come_until_the_source_ends()
    {
        await using var alone = await HostAsync();
        using var stream = await EventStream.PostAsync(alone, "subscription { ticked { number client } }");
        Assert.Equal(HttpStatusCode.OK, stream.Status);
        Assert.Equal("text/event-stream; charset=utf-8", stream.Message.Content.Headers.ContentType!.ToString());
        Assert.True(stream.Message.Headers.CacheControl!.NoStore);
        await alone.Hub.Events.WaitForAsync(1);
        alone.Hub.Events.Send(1);
        Assert.Equal("""next: {"data":{"ticked":{"number":1,"client":"bank-sandbox"}}}""", await stream.EventAsync());
        alone.Hub.Events.Send(2);
        Assert.Equal("""next: {"data":{"ticked":{"number":2,"client":"bank-sandbox"}}}""", await stream.EventAsync());
        alone.Hub.Events.End();
        Assert.Equal("complete: ", await stream.EventAsync());
        Assert.Null(await stream.EventAsync());
    }

    [Theory]
    [InlineData("{ hello }", """next: {"data":{"hello":"Hello world"}}""")]
    [InlineData("mutation { count }", "next: {\"data\":{\"count\":")]
    [InlineData("{ nothing }", "next: {\"errors\":[{\"message\":")]
    [InlineData("{ hello", "next: {\"errors\":[{\"message\":")]
    [InlineData("subscription { refused }", "next: {\"errors\":[{\"message\":\"There is no such run.\"")]
    [InlineData("{ hello broken }", "next: {\"errors\":[{\"message\":\"Internal error\"")]
    public async Task Other_operations_and_refusals_are_one_event(string query, string start)
    {
        using var stream = await EventStream.PostAsync(host, query);
        Assert.Equal(HttpStatusCode.OK, stream.Status);
        Assert.StartsWith(start, await stream.EventAsync(), StringComparison.Ordinal);
        Assert.Equal("complete: ", await stream.EventAsync());
        Assert.Null(await stream.EventAsync());
    }

    [Fact]
    public async Task A_text_with_line_breaks_stays_one_line()
    {
        using var stream = await EventStream.PostAsync(host, "{ hello(name: \"a\\nb\\r\\nc\\u2028d\") }");
        Assert.Equal("next: {\"data\":{\"hello\":\"Hello a\\nb\\r\\nc\u2028d\"}}", await stream.EventAsync());
    }

    [Fact]
    public async Task A_query_may_come_by_GET_and_a_mutation_may_not()
    {
        var query = host.Authorized(HttpMethod.Get, "/graphql?query=subscription{ticked{number}}");
        query.Headers.Add("Accept", "text/event-stream");
        using (var stream = await EventStream.SendAsync(host, query)) Assert.Equal(HttpStatusCode.OK, stream.Status);
        var mutation = host.Authorized(HttpMethod.Get, "/graphql?query=mutation{count}");
        mutation.Headers.Add("Accept", "text/event-stream");
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await host.SendAsync(mutation)).Status);
    }

    [Fact]
    public async Task Who_asks_for_the_head_alone_gets_no_events()
    {
        var head = host.Authorized(HttpMethod.Head, "/graphql?query=subscription{ticked{number}}");
        head.Headers.Add("Accept", "text/event-stream");
        Assert.Equal(HttpStatusCode.NotAcceptable, (await host.SendAsync(head)).Status);
    }

    [Theory]
    [InlineData("application/graphql-response+json, application/json, text/event-stream", "{ hello }", "application/graphql-response+json")]
    [InlineData("application/graphql-response+json, application/json, text/event-stream", Ticks, "text/event-stream")]
    [InlineData("text/event-stream, multipart/mixed", "{ hello }", "text/event-stream")]
    [InlineData("TEXT/event-stream;q=0.5", "{ hello }", "text/event-stream")]
    [InlineData("text/event-stream;q=0, application/json", Ticks, "application/json")]
    [InlineData("*/*", Ticks, "application/json")]
    public async Task What_the_client_accepts_decides(string accept, string query, string mediaType)
    {
        using var stream = await EventStream.PostAsync(host, query, accept: accept);
        Assert.Equal(mediaType, stream.Message.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task A_subscription_that_accepts_no_events_is_told_where_to_go()
    {
        var answer = await host.QueryAsync(Ticks);
        Assert.Equal((HttpStatusCode.BadRequest, "STREAM_REQUIRED"), (answer.Status, answer.Code));
        Assert.Contains("graphql-transport-ws", answer.Body, StringComparison.Ordinal);
        Assert.Contains("text/event-stream", answer.Body, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.OK, "STREAM_REQUIRED"), await CodeAsync("application/json"));
        async Task<(HttpStatusCode, string?)> CodeAsync(string accept)
        {
            var old = await host.QueryAsync(Ticks, accept);
            return (old.Status, old.Code);
        }
    }

    [Fact]
    public async Task Faults_of_the_HTTP_request_have_their_status()
    {
        var stranger = host.Post("""{"query":"{ hello }"}""", "text/event-stream");
        stranger.Headers.Remove("Authorization");
        Assert.Equal((HttpStatusCode.Unauthorized, "UNAUTHENTICATED"), await StatusAsync(stranger));
        Assert.Equal((HttpStatusCode.BadRequest, "BAD_REQUEST"), await StatusAsync(host.Post("""{"query":7}""", "text/event-stream")));
        var form = host.Post("{}", "text/event-stream");
        form.Content = new StringContent("query={hello}", null, "application/x-www-form-urlencoded");
        Assert.Equal((HttpStatusCode.UnsupportedMediaType, "UNSUPPORTED_MEDIA_TYPE"), await StatusAsync(form));
    }

    private async Task<(HttpStatusCode, string?)> StatusAsync(HttpRequestMessage request)
    {
        var answer = await host.SendAsync(request);
        return (answer.Status, answer.Code);
    }

    [Fact]
    public async Task An_error_of_the_source_is_the_last_event()
    {
        await using var alone = await HostAsync();
        using var stream = await EventStream.PostAsync(alone, Ticks);
        await alone.Hub.Events.WaitForAsync(1);
        alone.Hub.Events.End(new GraphQLException(new GraphQLError("Too old.", "CURSOR_EXPIRED")));
        Assert.Equal("""next: {"errors":[{"message":"Too old.","extensions":{"code":"CURSOR_EXPIRED"}}]}""", await stream.EventAsync());
        Assert.Equal("complete: ", await stream.EventAsync());
    }

    [Fact]
    public async Task Comments_keep_a_quiet_stream_alive()
    {
        await using var alone = await HostAsync(("Subscriptions:PingInterval", "00:00:00.05"));
        using var stream = await EventStream.PostAsync(alone, Ticks);
        for (var i = 0; i < 4; i++) Assert.Equal(":", await stream.NextAsync());
        alone.Hub.Events.Send(5);
        Assert.Contains("\"number\":5", await stream.EventAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_stream_ends_with_the_token()
    {
        await using var alone = await HostAsync();
        using var stream = await EventStream.PostAsync(alone, Ticks, new TokenForge(alone).Time("exp", 2).Sign());
        await alone.Hub.Events.WaitForAsync(1);
        Assert.Equal(
            """next: {"errors":[{"message":"The access token has expired.","extensions":{"code":"UNAUTHENTICATED"}}]}""",
            await stream.EventAsync());
        Assert.Equal("complete: ", await stream.EventAsync());
        Assert.Null(await stream.EventAsync());
        await alone.Hub.Events.WaitForAsync(0);
    }

    [Fact]
    public async Task A_client_that_hangs_up_ends_the_source()
    {
        await using var alone = await HostAsync();
        using (await EventStream.PostAsync(alone, Ticks)) await alone.Hub.Events.WaitForAsync(1);
        await alone.Hub.Events.WaitForAsync(0);
    }

    [Fact]
    public async Task A_client_that_does_not_read_is_let_go_of_and_little_waits_for_it()
    {
        await using var alone = await HostAsync(("Subscriptions:SlowClientTime", "00:00:01"));
        using var stream = await EventStream.PostAsync(alone, "subscription { flooded(size: 100000) }");
        await alone.Hub.Events.WaitForAsync(1);
        await alone.Hub.Events.WaitForAsync(0);
        Assert.InRange(alone.Hub.Events.Flooded, 2, 200);
        await Assert.ThrowsAnyAsync<IOException>(async () =>
        {
            while (await stream.EventAsync() is not null) { }
        });
    }

    [Fact]
    public async Task A_stream_is_broken_off_when_the_hub_stops_so_that_the_client_comes_back()
    {
        await using var alone = await HostAsync();
        using var stream = await EventStream.PostAsync(alone, Ticks);
        await alone.Hub.Events.WaitForAsync(1);
        var next = stream.EventAsync();
        await alone.StopAsync();
        await Assert.ThrowsAnyAsync<IOException>(() => next);
        Assert.Equal(0, alone.Hub.Events.Subscribers);
    }

    [Fact]
    public async Task One_caller_holds_so_many_streams_and_no_more()
    {
        await using var small = await HostAsync(("Subscriptions:MaxPerCaller", "1"));
        using var first = await EventStream.PostAsync(small, Ticks);
        var answer = await small.SendAsync(small.Post("""{"query":"subscription { ticked { number } }"}""", "text/event-stream"));
        Assert.Equal(((HttpStatusCode)429, "TOO_MANY_CONNECTIONS"), (answer.Status, answer.Code));
        Assert.NotNull(answer.Message.Headers.RetryAfter);
        using var other = await EventStream.PostAsync(small, Ticks, small.Token("university-sandbox"));
        Assert.Equal(HttpStatusCode.OK, other.Status);
    }

    [Fact]
    public async Task A_subscription_outlives_the_time_of_a_request()
    {
        await using var hasty = await HostAsync(("Limits:RequestTime", "00:00:00.2"));
        using var stream = await EventStream.PostAsync(hasty, Ticks);
        await hasty.Hub.Events.WaitForAsync(1);
        await Task.Delay(400);
        hasty.Hub.Events.Send(3);
        Assert.Equal("""next: {"data":{"ticked":{"number":3}}}""", await stream.EventAsync());
    }
}
