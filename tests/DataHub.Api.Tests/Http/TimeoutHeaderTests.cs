using System.Net;

namespace DataHub.Api.Tests.Http;

public sealed class TimeoutHeaderTests(HostFixture fixture) : IClassFixture<HostFixture>
{
    private readonly RunningHost host = fixture.Host;

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/graphql-response+json")]
    public async Task A_client_that_waits_less_long_gets_what_is_ready_by_then(string accept)
    {
        var answer = await AskAsync("40", """{"query":"{ slow hello }"}""", accept);
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(accept, answer.MediaType);
        Assert.Equal("""{"slow":null,"hello":"Hello world"}""", answer.Json.GetProperty("data").GetRawText());
        Assert.Equal("EXECUTION_TIMEOUT", answer.Code);
        Assert.Equal(40, answer.Json.GetProperty("errors")[0].GetProperty("extensions").GetProperty("limit").GetInt32());
    }

    [Fact]
    public async Task It_holds_for_each_request_of_a_batch()
    {
        await using var batches = await RunningHost.StartAsync(new Dictionary<string, string?> { ["DataHub:Http:MaxBatch"] = "10" });
        var request = batches.Post("""[{"query":"{ slow }"},{"query":"{ hello }"}]""", "application/json");
        request.Headers.Add("X-Timeout-Ms", "40");
        var answer = await batches.SendAsync(request);
        Assert.Equal("""{"slow":null}""", answer.Json[0].GetProperty("data").GetRawText());
        Assert.Equal("""{"hello":"Hello world"}""", answer.Json[1].GetProperty("data").GetRawText());
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-5")]
    [InlineData("1.5")]
    [InlineData("soon")]
    [InlineData("")]
    [InlineData("99999999999")]
    public async Task What_is_no_number_of_milliseconds_is_refused(string value)
    {
        var answer = await AskAsync(value, """{"query":"{ hello }"}""");
        Assert.Equal((HttpStatusCode.BadRequest, "BAD_REQUEST"), (answer.Status, answer.Code));
        Assert.Contains("X-Timeout-Ms", answer.Body, StringComparison.Ordinal);
    }

    private async Task<Answer> AskAsync(string time, string body, string accept = "application/graphql-response+json")
    {
        var request = host.Post(body, accept);
        request.Headers.TryAddWithoutValidation("X-Timeout-Ms", time);
        return await host.SendAsync(request);
    }
}
