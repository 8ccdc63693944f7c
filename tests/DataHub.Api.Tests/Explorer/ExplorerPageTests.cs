using System.Net;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace DataHub.Api.Tests.Explorer;

public sealed class ExplorerPageTests
{
    private const string Browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    [BrowserFact]
    public async Task A_person_gets_a_token_and_an_answer_and_nothing_comes_from_elsewhere()
    {
        await using var host = await RunningHost.StartAsync();
        var folder = Path.Combine(Path.GetDirectoryName(ThisFile())!, "npm");
        await Programs.RunAsync(folder, "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
        var output = await Programs.RunAsync(folder, "node", "explorer.mjs", $"{host.Address}graphql", BrowserFactAttribute.Browser!);
        using var seen = JsonDocument.Parse(output);
        Assert.Empty(seen.RootElement.GetProperty("complaints").EnumerateArray());
        Assert.Equal([host.Address.Authority], seen.RootElement.GetProperty("hosts").EnumerateArray().Select(h => h.GetString()));
        Assert.Contains("\"__typename\": \"Query\"", seen.RootElement.GetProperty("answer").GetString());
        Assert.Contains("Query", seen.RootElement.GetProperty("documentation").GetString());
    }

    [Fact]
    public async Task A_browser_gets_a_page_under_a_strict_policy()
    {
        await using var host = await RunningHost.StartAsync();
        using var answer = await GetAsync(host, "/graphql", Browser);
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("default-src 'none'; script-src 'self'; style-src 'self';", policy);
        Assert.DoesNotContain("unsafe", policy);
        // Without npm at build time there is no page, and a line says so.
        if (answer.StatusCode == HttpStatusCode.NotFound) Assert.Contains("not bundled", await answer.Content.ReadAsStringAsync());
        else Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData("/graphql", "application/json")]
    [InlineData("/graphql", "*/*")]
    [InlineData("/graphql?query={hello}", Browser)]
    public async Task Whoever_asks_the_graph_is_asked_for_a_token(string url, string accept)
    {
        await using var host = await RunningHost.StartAsync();
        using var answer = await GetAsync(host, url, accept);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Theory]
    [InlineData("/explorer/DataHub.Api.dll")]
    [InlineData("/explorer/..%2fDataHub.Api.dll")]
    [InlineData("/explorer/..%5cDataHub.Api.dll")]
    [InlineData("/explorer/%2fetc%2fpasswd")]
    [InlineData("/explorer/")]
    [InlineData("/explorer/bundle.sh")]
    public async Task Nothing_else_is_served(string url)
    {
        await using var host = await RunningHost.StartAsync();
        using var answer = await GetAsync(host, url, Browser);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData("/graphql", HttpStatusCode.Unauthorized)]
    [InlineData("/explorer/graphiql.js", HttpStatusCode.NotFound)]
    public async Task There_is_no_page_in_production(string url, HttpStatusCode status)
    {
        var settings = new Dictionary<string, string?> { ["Oidc:Authority"] = "https://issuer.invalid", ["Oidc:Audience"] = "datahub" };
        await using var host = await RunningHost.StartAsync(settings, environment: "Production");
        using var answer = await GetAsync(host, url, Browser);
        Assert.Equal(status, answer.StatusCode);
    }

    private static Task<HttpResponseMessage> GetAsync(RunningHost host, string url, string accept)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri(host.Address, url));
        request.Headers.TryAddWithoutValidation("Accept", accept);
        return host.Client.SendAsync(request);
    }

    private static string ThisFile([CallerFilePath] string file = "") => file;
}
