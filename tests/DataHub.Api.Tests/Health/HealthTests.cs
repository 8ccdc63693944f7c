using System.Net;

namespace DataHub.Api.Tests.Health;

public sealed class HealthTests(HostFixture fixture) : IClassFixture<HostFixture>
{
    private readonly RunningHost host = fixture.Host;

    [Fact]
    public async Task Without_a_database_the_hub_lives_but_is_not_ready()
    {
        var live = await Answer.OfAsync(await host.Client.GetAsync("/health/live"));
        Assert.Equal((HttpStatusCode.OK, """{"status":"live"}"""), (live.Status, live.Body));
        var ready = await Answer.OfAsync(await host.Client.GetAsync("/health/ready"));
        Assert.Equal((HttpStatusCode.ServiceUnavailable, """{"status":"unavailable","database":"unreachable"}"""),
            (ready.Status, ready.Body));
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/graphql-response+json")]
    public async Task A_query_that_needs_the_missing_database_is_503_and_names_nothing(string accept)
    {
        var answer = await host.QueryAsync("{ hello database }", accept);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.Status);
        Assert.Equal("DATABASE_UNAVAILABLE", answer.Code);
        Assert.Equal(accept, answer.MediaType);
        Assert.Equal("5", answer.Message.Headers.RetryAfter!.ToString());
        foreach (var word in new[] { "127.0.0.1", "nobody", "Npgsql", "select" })
            Assert.DoesNotContain(word, answer.Body, StringComparison.Ordinal);
        Assert.Equal("""{"data":{"hello":"Hello world"}}""", (await host.QueryAsync("{ hello }")).Body);
    }
}
