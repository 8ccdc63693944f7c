using System.Net;

namespace DataHub.Api.Tests.Http;

/// <summary>https://github.com/graphql/graphql-over-http/blob/main/rfcs/IncrementalDelivery.md</summary>
public sealed class MultipartResponseTests(HostFixture fixture) : IClassFixture<HostFixture>
{
    private const string Query = "{ hello ... @defer { who { client } } }";
    private readonly RunningHost host = fixture.Host;

    [Theory]
    [InlineData("multipart/mixed, application/json")]
    [InlineData("multipart/mixed; incrementalSpec=v0.2, application/graphql-response+json")]
    [InlineData("application/json, multipart/mixed;q=0.5")]
    public async Task A_client_that_takes_parts_gets_a_part_for_each_payload(string accept)
    {
        var before = host.Hub.Disposed;
        var answer = await host.QueryAsync(Query, accept);
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal("multipart/mixed; boundary=\"-\"", answer.Message.Content.Headers.ContentType!.ToString());
        Assert.Equal(
            "\r\n---\r\nContent-Type: application/json; charset=utf-8\r\n\r\n"
            + """{"data":{"hello":"Hello world"},"pending":[{"id":"0","path":[]}],"hasNext":true}"""
            + "\r\n---\r\nContent-Type: application/json; charset=utf-8\r\n\r\n"
            + """{"hasNext":false,"incremental":[{"id":"0","data":{"who":{"client":"bank-sandbox"}}}],"completed":[{"id":"0"}]}"""
            + "\r\n-----\r\n",
            answer.Body);
        Assert.Equal(before + 1, host.Hub.Disposed);
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("multipart/mixed; deferSpec=20220824, application/json")]
    [InlineData("multipart/mixed;q=0, application/json")]
    [InlineData("multipart/related, application/json")]
    public async Task Any_other_client_gets_all_at_once(string accept)
    {
        var answer = await host.QueryAsync(Query, accept);
        Assert.Equal("application/json", answer.MediaType);
        Assert.Equal("""{"data":{"hello":"Hello world","who":{"client":"bank-sandbox"}}}""", answer.Body);
    }

    [Fact]
    public async Task What_puts_nothing_off_is_one_JSON_object_for_every_client()
    {
        var answer = await host.QueryAsync("{ hello }", "multipart/mixed, application/json");
        Assert.Equal("application/json", answer.MediaType);
        Assert.Equal("""{"data":{"hello":"Hello world"}}""", answer.Body);
    }

    [Fact]
    public async Task A_request_error_has_its_own_status()
    {
        var answer = await host.QueryAsync("{ nothing }", "multipart/mixed, application/graphql-response+json");
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal("GRAPHQL_VALIDATION_FAILED", answer.Code);
    }

    [Fact]
    public async Task A_client_that_takes_parts_only_gets_406() =>
        Assert.Equal(HttpStatusCode.NotAcceptable, (await host.QueryAsync(Query, "multipart/mixed")).Status);
}
