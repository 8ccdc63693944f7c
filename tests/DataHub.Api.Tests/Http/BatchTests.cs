using System.Net;
using System.Text.Json;

namespace DataHub.Api.Tests.Http;

/// <summary>Arrays of requests (rfcs/Batching.md of GraphQL over HTTP), where the settings allow them.</summary>
public sealed class BatchTests : IAsyncLifetime
{
    private const string Count = """{"query":"mutation { count }"}""";

    private RunningHost host = null!;

    public async Task InitializeAsync() =>
        host = await RunningHost.StartAsync(new Dictionary<string, string?> { ["DataHub:Http:MaxBatch"] = "3" });

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/graphql-response+json, application/json;q=0.9")]
    [InlineData("*/*")]
    public async Task Each_request_is_answered_in_its_place(string accept)
    {
        const string One = """{"query":"query($n: String) { hello(name: $n) }","variables":{"n":"a"}}""";
        var answer = await host.SendAsync(host.Post($$"""[{{One}},{"query":"{ gone }"},{"query":"{ hello broken }"}]""", accept));
        Assert.Equal((HttpStatusCode.OK, "application/json"), (answer.Status, answer.MediaType));
        var answers = answer.Json.EnumerateArray().ToList();
        Assert.Equal("""{"data":{"hello":"Hello a"}}""", answers[0].GetRawText());
        Assert.False(answers[1].TryGetProperty("data", out _));
        Assert.Equal("Hello world", answers[2].GetProperty("data").GetProperty("hello").GetString());
        Assert.Equal(3, answers.Count);
    }

    [Fact]
    public async Task A_subscription_in_a_batch_is_told_where_to_go()
    {
        var answer = await host.SendAsync(host.Post("""[{"query":"subscription { ticked { number } }"}]""", "application/json"));
        Assert.Equal("STREAM_REQUIRED", answer.Json[0].GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());
        var events = await host.SendAsync(host.Post("""[{"query":"{ hello }"}]""", "text/event-stream"));
        Assert.Equal(HttpStatusCode.NotAcceptable, events.Status);
    }

    [Fact]
    public async Task Mutations_of_a_batch_run_in_order_and_a_batch_of_one_is_an_array()
    {
        var two = await host.SendAsync(host.Post($"[{Count},{Count}]", "application/json"));
        Assert.Equal("""[{"data":{"count":1}},{"data":{"count":2}}]""", two.Body);
        var one = await host.SendAsync(host.Post("""[{"query":"{ hello }"}]""", "application/json"));
        Assert.Equal("""[{"data":{"hello":"Hello world"}}]""", one.Body);
    }

    [Theory]
    [InlineData("[]", "BAD_REQUEST")]
    [InlineData("""[[{"query":"{ hello }"}]]""", "BAD_REQUEST")]
    [InlineData("""[{"query":"{ hello }"},[]]""", "BAD_REQUEST")]
    [InlineData("""[{"query":"mutation { count }"},7]""", "BAD_REQUEST")]
    [InlineData("""[{"query":"mutation { count }"},{"query":7}]""", "BAD_REQUEST")]
    [InlineData("""[{"query":"mutation { count }"},null]""", "BAD_REQUEST")]
    [InlineData($"[{Count},{Count},{Count},{Count}]", "BATCH_TOO_LARGE")]
    public async Task A_batch_that_is_not_well_formed_is_refused_as_a_whole(string body, string code)
    {
        var answer = await host.SendAsync(host.Post(body));
        Assert.Equal((HttpStatusCode.BadRequest, code), (answer.Status, answer.Code));
        Assert.Equal(0, host.Hub.Mutations);
    }

    [Fact]
    public async Task A_batch_of_thousands_is_refused_before_any_of_it_is_read()
    {
        var body = JsonSerializer.Serialize(Enumerable.Repeat(new { query = "mutation { count }" }, 20_000));
        var answer = await host.SendAsync(host.Post(body));
        Assert.Equal((HttpStatusCode.BadRequest, "BATCH_TOO_LARGE"), (answer.Status, answer.Code));
        Assert.Contains("20000", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_batch_for_a_client_that_takes_no_plain_JSON_is_406()
    {
        var answer = await host.SendAsync(host.Post("""[{"query":"mutation { count }"}]"""));
        Assert.Equal(HttpStatusCode.NotAcceptable, answer.Status);
        Assert.Equal(0, host.Hub.Mutations);
    }
}
