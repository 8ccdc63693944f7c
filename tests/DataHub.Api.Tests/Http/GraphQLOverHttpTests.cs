using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace DataHub.Api.Tests.Http;

/// <summary>Chapter by chapter: https://graphql.github.io/graphql-over-http/draft/</summary>
public sealed class GraphQLOverHttpTests(HostFixture fixture) : IClassFixture<HostFixture>
{
    private readonly RunningHost host = fixture.Host;

    [Theory]
    [InlineData(null, "application/json")]
    [InlineData("*/*", "application/json")]
    [InlineData("application/*", "application/json")]
    [InlineData("application/json", "application/json")]
    [InlineData("application/json; charset=utf-8", "application/json")]
    [InlineData("application/graphql-response+json", "application/graphql-response+json")]
    [InlineData("application/graphql-response+json; charset=utf-8", "application/graphql-response+json")]
    [InlineData("application/graphql-response+json, application/json;q=0.9", "application/graphql-response+json")]
    [InlineData("application/json, application/graphql-response+json", "application/graphql-response+json")]
    [InlineData("application/json;q=0.9, application/graphql-response+json;q=0.1", "application/json")]
    [InlineData("application/json;q=0, */*", "application/graphql-response+json")]
    [InlineData("text/html, application/graphql-response+json;q=0.2", "application/graphql-response+json")]
    [InlineData("text/html, */*;q=0.1", "application/json")]
    [InlineData("APPLICATION/JSON", "application/json")]
    public async Task The_answer_has_the_type_that_the_client_likes_best(string? accept, string expected)
    {
        var request = host.Post("""{"query":"{ hello }"}""");
        request.Headers.Remove("Accept");
        if (accept is not null) request.Headers.TryAddWithoutValidation("Accept", accept);
        var answer = await host.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(expected, answer.MediaType);
        Assert.Equal("utf-8", answer.Message.Content.Headers.ContentType!.CharSet);
        Assert.Equal("""{"data":{"hello":"Hello world"}}""", answer.Body);
    }

    [Theory]
    [InlineData("text/html")]
    [InlineData("application/xml, text/*")]
    [InlineData("application/json;q=0")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData("nonsense")]
    public async Task A_client_that_takes_neither_type_gets_406(string accept)
    {
        var answer = await host.QueryAsync("{ hello }", accept);
        Assert.Equal(HttpStatusCode.NotAcceptable, answer.Status);
        Assert.Equal("NOT_ACCEPTABLE", answer.Code);
        Assert.False(answer.HasData);
    }

    [Theory]
    [InlineData("{", "GRAPHQL_PARSE_FAILED")]
    [InlineData("{ noSuchField }", "GRAPHQL_VALIDATION_FAILED")]
    [InlineData("query($n: Int!) { hello }", "GRAPHQL_VALIDATION_FAILED")]
    [InlineData("query($n: String!) { hello(name: $n) }", "BAD_USER_INPUT")]
    [InlineData("query A { hello } query B { hello }", "OPERATION_RESOLUTION_FAILURE")]
    public async Task A_request_error_is_400_in_the_new_type_and_200_in_plain_JSON(string query, string code)
    {
        var now = await host.QueryAsync(query);
        Assert.Equal(HttpStatusCode.BadRequest, now.Status);
        Assert.Equal("application/graphql-response+json", now.MediaType);
        var legacy = await host.QueryAsync(query, "application/json");
        Assert.Equal(HttpStatusCode.OK, legacy.Status);
        Assert.Equal("application/json", legacy.MediaType);
        foreach (var answer in new[] { now, legacy })
        {
            Assert.Equal(code, answer.Code);
            Assert.False(answer.HasData);
        }
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/graphql-response+json")]
    public async Task A_field_error_leaves_the_status_at_200(string accept)
    {
        var answer = await host.QueryAsync("{ hello broken }", accept);
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal("Hello world", answer.Json.GetProperty("data").GetProperty("hello").GetString());
        Assert.Equal("INTERNAL_SERVER_ERROR", answer.Code);
        Assert.DoesNotContain("secret", answer.Body, StringComparison.Ordinal);
        var nulled = await host.QueryAsync("{ missing }", accept);
        Assert.Equal(HttpStatusCode.OK, nulled.Status);
        Assert.True(nulled.HasData);
    }

    [Fact]
    public async Task GET_takes_the_parameters_from_the_URL()
    {
        var path = "/graphql?query=" + Uri.EscapeDataString("query A($n: String) { hello(name: $n) } query B { who { client } }")
            + "&operationName=A&variables=" + Uri.EscapeDataString("""{"n":"a+b & ü"}""") + "&extensions=";
        var answer = await host.SendAsync(host.Authorized(HttpMethod.Get, path));
        Assert.Equal("""{"data":{"hello":"Hello a+b & ü"}}""", answer.Body);
    }

    [Fact]
    public async Task GET_reads_plus_as_a_space_and_empty_parameters_as_absent()
    {
        var answer = await host.SendAsync(
            host.Authorized(HttpMethod.Get, "/graphql?query=%7B+hello+%7D&operationName=&variables=&extensions=%7B%7D"));
        Assert.Equal("""{"data":{"hello":"Hello world"}}""", answer.Body);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?query=")]
    [InlineData("?variables={}")]
    [InlineData("?query={hello}&query={who{client}}")]
    [InlineData("?query={hello}&variables=7")]
    [InlineData("?query={hello}&variables=[]")]
    [InlineData("?query={hello}&variables={")]
    [InlineData("?query={hello}&extensions=true")]
    public async Task GET_with_malformed_parameters_is_400(string query)
    {
        var answer = await host.SendAsync(host.Authorized(HttpMethod.Get, "/graphql" + query));
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal("BAD_REQUEST", answer.Code);
    }

    [Theory]
    [InlineData("mutation { count }", "")]
    [InlineData("query Q { hello } mutation M { count }", "&operationName=M")]
    public async Task A_mutation_by_GET_is_405_and_does_not_run(string document, string rest)
    {
        var before = host.Hub.Mutations;
        var request = host.Authorized(HttpMethod.Get, $"/graphql?query={Uri.EscapeDataString(document)}{rest}");
        request.Headers.TryAddWithoutValidation("X-HTTP-Method-Override", "POST");
        var answer = await host.SendAsync(request);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.Status);
        Assert.Equal(["POST"], answer.Message.Content.Headers.Allow);
        Assert.Equal(before, host.Hub.Mutations);
        var posted = await host.SendAsync(host.Post("""{"query":"mutation { count }"}"""));
        Assert.Equal(before + 1, posted.Json.GetProperty("data").GetProperty("count").GetInt32());
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("PATCH")]
    [InlineData("TRACE")]
    [InlineData("QUERY")]
    [InlineData("PROPFIND")]
    public async Task Other_methods_are_405_with_the_ones_allowed(string method)
    {
        var answer = await host.SendAsync(host.Authorized(new HttpMethod(method), "/graphql"));
        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.Status);
        Assert.Equal(["GET", "HEAD", "OPTIONS", "POST"], answer.Message.Content.Headers.Allow);
        Assert.Equal("METHOD_NOT_ALLOWED", answer.Code);
        Assert.False(answer.Message.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("application/graphql")]
    [InlineData("application/xml")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData("application/json; charset=iso-8859-1")]
    [InlineData("application/json; charset=utf-7")]
    [InlineData("application/json; charset=\"utf-16le\"")]
    [InlineData("application/json; charset=nothing")]
    [InlineData("application/json; charset=")]
    [InlineData("application/json, application/json")]
    [InlineData("application/graphql-response+json")]
    [InlineData("text/json")]
    [InlineData("application/jsonp")]
    [InlineData("nonsense")]
    public async Task A_body_of_another_type_is_415(string? contentType)
    {
        var request = host.Post("");
        request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes("""{"query":"{ hello }"}"""));
        if (contentType is not null) request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        var answer = await host.SendAsync(request);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.Status);
        Assert.Equal("UNSUPPORTED_MEDIA_TYPE", answer.Code);
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/json;charset=UTF-8")]
    [InlineData("application/json; charset=\"utf-8\"")]
    [InlineData("Application/JSON; profile=x")]
    public async Task A_JSON_body_in_UTF_8_is_read(string contentType)
    {
        var request = host.Post("");
        request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(
            """{"query":"query($n: String) { hello(name: $n) }","variables":{"n":"🏃"}}"""));
        request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        Assert.Equal("Hello 🏃", (await host.SendAsync(request)).Json.GetProperty("data").GetProperty("hello").GetString());
    }

    [Theory]
    [InlineData("""{"query":"{ hello }"}""")]
    [InlineData("""{"query":"{ hello }","operationName":null,"variables":null,"extensions":null}""")]
    [InlineData("""{"query":"{ hello }","variables":{},"extensions":{"a":[1]}}""")]
    [InlineData("""{"query":"query Q { hello }","operationName":"Q","id":7,"more":[{"deep":1}]}""")]
    [InlineData("""{"query":"{","query":"{ hello }","__proto__":{"query":"x"},"constructor":1}""")]
    [InlineData("  \r\n{\"query\":\"{ hello }\"}\n ")]
    public async Task Optional_parameters_may_be_null_and_unknown_ones_are_ignored(string body)
    {
        var answer = await host.SendAsync(host.Post(body));
        Assert.Equal("""{"data":{"hello":"Hello world"}}""", answer.Body);
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/graphql-response+json")]
    public async Task Every_answer_says_how_it_may_be_read_and_kept(string accept)
    {
        var answer = await host.QueryAsync("{ hello }", accept);
        Assert.Equal(["nosniff"], answer.Message.Headers.GetValues("X-Content-Type-Options"));
        Assert.Equal(new CacheControlHeaderValue { NoStore = true }, answer.Message.Headers.CacheControl);
        Assert.False(answer.Message.Headers.Contains("Server"));
        Assert.False(answer.Message.Headers.Contains("X-Powered-By"));
    }
}
