using System.Net;

namespace DataHub.Api.Tests.Http;

/// <summary>What a page of another site can make a browser send, and what it may read (CSRF, CORS).</summary>
public sealed class ForeignPageTests(HostFixture fixture) : IClassFixture<HostFixture>
{
    private const string Evil = "https://evil.example";
    private const string Dashboard = "https://dashboard.example.go.id";

    private readonly RunningHost host = fixture.Host;

    [Fact]
    public async Task Nothing_that_a_browser_sends_by_itself_lets_anyone_in()
    {
        var token = host.Token();
        var requests = new[]
        {
            Get("/graphql?query={hello}", ("Cookie", $"access_token={token}; Authorization=Bearer {token}")),
            Get($"/graphql?query={{hello}}&access_token={token}"),
            Get($"/graphql?query={{hello}}&Authorization=Bearer%20{token}"),
            Get("/graphql?query={hello}", ("Authorization", "Basic YmFuay1zYW5kYm94OnNhbmRib3g=")),
            Get("/graphql?query={hello}", ("Sec-Fetch-Mode", "no-cors"), ("Sec-Fetch-Dest", "image")),
            new HttpRequestMessage(HttpMethod.Post, "/graphql")
            {
                Content = new StringContent($"query=mutation+{{count}}&access_token={token}", null, "application/x-www-form-urlencoded"),
            },
        };
        var before = host.Hub.Mutations;
        foreach (var request in requests)
        {
            var answer = await host.SendAsync(request);
            Assert.Equal((HttpStatusCode.Unauthorized, "UNAUTHENTICATED"), (answer.Status, answer.Code));
            Assert.False(answer.Message.Headers.Contains("Set-Cookie"));
        }
        Assert.Equal(before, host.Hub.Mutations);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("text/plain; charset=utf-8; x=application/json")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData(null)]
    public async Task A_body_that_a_form_can_send_is_415_even_with_a_token(string? contentType)
    {
        var before = host.Hub.Mutations;
        var request = host.Post("");
        request.Content = new ByteArrayContent("""{"query":"mutation { count }"}"""u8.ToArray());
        if (contentType is not null) request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await host.SendAsync(request)).Status);
        Assert.Equal(before, host.Hub.Mutations);
    }

    [Theory]
    [InlineData("X-HTTP-Method-Override")]
    [InlineData("X-HTTP-Method")]
    [InlineData("X-Method-Override")]
    public async Task No_header_makes_another_method_of_a_request(string header)
    {
        var get = host.Authorized(HttpMethod.Get, "/graphql?query=" + Uri.EscapeDataString("mutation { count }"));
        get.Headers.Add(header, "POST");
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await host.SendAsync(get)).Status);
        var post = host.Post("""{"query":"{ hello }"}""");
        post.Headers.Add(header, "DELETE");
        Assert.Equal(HttpStatusCode.OK, (await host.SendAsync(post)).Status);
        var delete = host.Authorized(HttpMethod.Delete, "/graphql?_method=POST");
        delete.Headers.Add(header, "POST");
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await host.SendAsync(delete)).Status);
    }

    [Fact]
    public async Task OPTIONS_tells_the_methods_and_HEAD_is_GET_without_a_body()
    {
        var options = await host.SendAsync(new HttpRequestMessage(HttpMethod.Options, "/graphql"));
        Assert.Equal((HttpStatusCode.NoContent, ""), (options.Status, options.Body));
        Assert.Equal(["GET", "HEAD", "OPTIONS", "POST"], options.Message.Content.Headers.Allow);
        var head = await host.SendAsync(host.Authorized(HttpMethod.Head, "/graphql?query={hello}"));
        Assert.Equal((HttpStatusCode.OK, "", "application/json"), (head.Status, head.Body, head.MediaType));
        var before = host.Hub.Mutations;
        var mutation = await host.SendAsync(host.Authorized(HttpMethod.Head, "/graphql?query=mutation%7Bcount%7D"));
        Assert.Equal(HttpStatusCode.MethodNotAllowed, mutation.Status);
        Assert.Equal(before, host.Hub.Mutations);
    }

    [Theory]
    [InlineData(Evil)]
    [InlineData("null")]
    [InlineData(Dashboard)]
    public async Task No_page_may_read_answers_unless_the_settings_say_so(string origin)
    {
        foreach (var request in Requests(host, origin))
        {
            var answer = await host.SendAsync(request);
            Assert.False(HasCors(answer));
            Assert.DoesNotContain(origin, answer.Message.Headers.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Pages_of_an_allowed_origin_may_ask_and_no_others()
    {
        var settings = new Dictionary<string, string?> { ["DataHub:Http:AllowedOrigins:0"] = Dashboard };
        await using var open = await RunningHost.StartAsync(settings);
        foreach (var request in Requests(open, Dashboard))
        {
            var answer = await open.SendAsync(request);
            Assert.Equal([Dashboard], answer.Message.Headers.GetValues("Access-Control-Allow-Origin"));
            Assert.False(answer.Message.Headers.Contains("Access-Control-Allow-Credentials"));
            Assert.Contains("Origin", answer.Message.Headers.Vary);
        }
        var preflight = await open.SendAsync(Requests(open, Dashboard)[0]);
        Assert.Equal(HttpStatusCode.NoContent, preflight.Status);
        Assert.Equal(["GET, POST"], preflight.Message.Headers.GetValues("Access-Control-Allow-Methods"));
        var headers = preflight.Message.Headers.GetValues("Access-Control-Allow-Headers").Single();
        Assert.Contains("Authorization", headers, StringComparison.Ordinal);
        string[] others = [Evil, "null", $"{Dashboard}.evil.example", $"{Dashboard}:8443", "http://dashboard.example.go.id"];
        foreach (var origin in others)
        {
            foreach (var request in Requests(open, origin))
            {
                var answer = await open.SendAsync(request);
                Assert.False(HasCors(answer));
                Assert.Contains("Origin", answer.Message.Headers.Vary);
            }
        }
    }

    [Theory]
    [InlineData("DataHub:Http:AllowedOrigins:0", "*")]
    [InlineData("DataHub:Http:AllowedOrigins:0", "https://dashboard.example.go.id/")]
    [InlineData("DataHub:Http:AllowedOrigins:0", "null")]
    [InlineData("DataHub:Http:MaxBatch", "11")]
    [InlineData("DataHub:Http:MaxBatch", "-1")]
    public async Task A_setting_that_would_open_more_than_meant_stops_the_start(string name, string value)
    {
        var refused = await Assert.ThrowsAsync<StartRefusedException>(
            () => RunningHost.StartAsync(new Dictionary<string, string?> { [name] = value }));
        Assert.StartsWith(name.Replace(":0", "", StringComparison.Ordinal), refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Host", "evil.example")]
    [InlineData("X-Forwarded-Host", "evil.example")]
    [InlineData("X-Forwarded-For", "evil.example")]
    [InlineData("X-Forwarded-Proto", "evil.example")]
    [InlineData("X-Forwarded-Prefix", "/evil.example")]
    [InlineData("X-Original-URL", "/evil.example")]
    [InlineData("X-Rewrite-URL", "/evil.example")]
    [InlineData("Forwarded", "host=evil.example")]
    [InlineData("Referer", "https://evil.example/")]
    public async Task A_forged_origin_of_the_request_comes_back_nowhere(string header, string value)
    {
        string[] paths = ["/graphql?query={hello}", "/graphql?query={", "/nothing", "/.well-known/openid-configuration", "/health/live"];
        foreach (var path in paths)
        {
            var request = host.Authorized(HttpMethod.Get, path);
            request.Headers.TryAddWithoutValidation(header, value);
            var answer = await host.SendAsync(request);
            Assert.InRange((int)answer.Status, 200, 499);
            Assert.DoesNotContain("evil.example", answer.Body, StringComparison.Ordinal);
            Assert.DoesNotContain("evil.example", answer.Message.Headers.ToString(), StringComparison.Ordinal);
        }
    }

    private static bool HasCors(Answer answer) =>
        answer.Message.Headers.Any(header => header.Key.StartsWith("Access-Control-", StringComparison.OrdinalIgnoreCase));

    private static HttpRequestMessage[] Requests(RunningHost host, string origin)
    {
        var preflight = new HttpRequestMessage(HttpMethod.Options, "/graphql");
        preflight.Headers.Add("Access-Control-Request-Method", "POST");
        preflight.Headers.Add("Access-Control-Request-Headers", "authorization, content-type");
        var stranger = new HttpRequestMessage(HttpMethod.Get, "/graphql?query={hello}");
        HttpRequestMessage[] requests = [preflight, stranger, host.Post("""{"query":"{ hello }"}"""), host.Post("NONSENSE")];
        foreach (var request in requests) request.Headers.TryAddWithoutValidation("Origin", origin);
        return requests;
    }

    private static HttpRequestMessage Get(string path, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return request;
    }
}
