using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace DataHub.Api.Tests.Documents;

/// <summary>Apollo's automatic persisted queries: the hash first, the text only when the hub does not know it.</summary>
public sealed class AutomaticDocumentTests : IAsyncLifetime
{
    private RunningHost host = null!;

    public async Task InitializeAsync() => host = await RunningHost.StartAsync(new Dictionary<string, string?>
    {
        ["DataHub:Documents:AutomaticPersistedQueries"] = "true",
        ["DataHub:Documents:MaxAutomatic"] = "8",
        ["DataHub:Documents:MaxAutomaticBytes"] = "8000",
    });

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Theory]
    [InlineData("application/json", HttpStatusCode.OK)]
    [InlineData("application/graphql-response+json", HttpStatusCode.BadRequest)]
    public async Task A_text_sent_once_is_found_by_its_hash(string accept, HttpStatusCode status)
    {
        const string Text = "query N($n: String) { hello(name: $n) }";
        var unknown = await SendAsync(null, Hash(Text), accept: accept);
        Assert.Equal((status, "PERSISTED_QUERY_NOT_FOUND"), (unknown.Status, unknown.Code));
        Assert.Equal("PersistedQueryNotFound", unknown.Json.GetProperty("errors")[0].GetProperty("message").GetString());
        Assert.Equal("""{"data":{"hello":"Hello world"}}""", (await SendAsync(Text, Hash(Text), accept: accept)).Body);
        Assert.Equal("""{"data":{"hello":"Hello world"}}""", (await SendAsync(null, Hash(Text), accept: accept)).Body);
    }

    [Fact]
    public async Task A_hash_is_taken_by_GET_as_well()
    {
        const string Text = "{ byGet: hello }";
        var path = $"/graphql?extensions={Uri.EscapeDataString(JsonSerializer.Serialize(Extension(Hash(Text))))}";
        Assert.Equal("PERSISTED_QUERY_NOT_FOUND", (await host.SendAsync(host.Authorized(HttpMethod.Get, path))).Code);
        var stored = await host.SendAsync(host.Authorized(HttpMethod.Get, $"{path}&query={Uri.EscapeDataString(Text)}"));
        Assert.Equal("""{"data":{"byGet":"Hello world"}}""", stored.Body);
        Assert.Equal(stored.Body, (await host.SendAsync(host.Authorized(HttpMethod.Get, path))).Body);
        const string Mutation = "mutation { count }";
        await SendAsync(Mutation, Hash(Mutation));
        var ran = host.Hub.Mutations;
        var byGet = $"/graphql?extensions={Uri.EscapeDataString(JsonSerializer.Serialize(Extension(Hash(Mutation))))}";
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await host.SendAsync(host.Authorized(HttpMethod.Get, byGet))).Status);
        Assert.Equal(ran, host.Hub.Mutations);
    }

    [Fact]
    public async Task A_text_under_a_hash_that_is_not_its_own_is_refused_and_not_stored()
    {
        const string Text = "{ poisoned: hello }";
        var victim = Hash("{ hello }");
        var answer = await SendAsync(Text, victim);
        Assert.Equal((HttpStatusCode.BadRequest, "BAD_REQUEST"), (answer.Status, answer.Code));
        Assert.Equal("PERSISTED_QUERY_NOT_FOUND", (await SendAsync(null, victim)).Code);
        Assert.Equal("PERSISTED_QUERY_NOT_FOUND", (await SendAsync(null, Hash(Text))).Code);
    }

    [Theory]
    [InlineData("{ gone }")]
    [InlineData("{")]
    public async Task A_text_that_is_not_valid_is_not_stored(string text)
    {
        Assert.False((await SendAsync(text, Hash(text))).HasData);
        Assert.Equal("PERSISTED_QUERY_NOT_FOUND", (await SendAsync(null, Hash(text))).Code);
    }

    [Fact]
    public async Task A_client_does_not_find_what_another_stored()
    {
        const string Text = "{ mine: hello }";
        await SendAsync(Text, Hash(Text));
        Assert.Equal("PERSISTED_QUERY_NOT_FOUND", (await SendAsync(null, Hash(Text), "partner-sandbox")).Code);
    }

    [Fact]
    public async Task The_room_of_a_client_is_bounded_by_count_and_by_bytes_and_a_flood_drives_out_its_own_only()
    {
        const string Kept = "{ kept: hello }";
        await SendAsync(Kept, Hash(Kept), "partner-sandbox");
        var flood = Enumerable.Range(0, 20).Select(n => $"{{ a{n}: hello }}").ToList();
        foreach (var text in flood) await SendAsync(text, Hash(text));
        var large = $"{{ hello }} # {new string('x', 2_000)}";
        Assert.True((await SendAsync(large, Hash(large))).HasData);
        Assert.Equal("PERSISTED_QUERY_NOT_FOUND", (await SendAsync(null, Hash(large))).Code);
        Assert.Equal("PERSISTED_QUERY_NOT_FOUND", (await SendAsync(null, Hash(flood[0]))).Code);
        Assert.True((await SendAsync(null, Hash(flood[^1]))).HasData);
        Assert.True((await SendAsync(null, Hash(flood[^2]))).HasData);
        Assert.Equal("PERSISTED_QUERY_NOT_FOUND", (await SendAsync(null, Hash(flood[^3]))).Code);
        Assert.True((await SendAsync(null, Hash(Kept), "partner-sandbox")).HasData);
    }

    [Theory]
    [InlineData("7")]
    [InlineData("{}")]
    [InlineData("""{"version":1}""")]
    [InlineData("""{"version":2,"sha256Hash":"0000000000000000000000000000000000000000000000000000000000000000"}""")]
    [InlineData("""{"version":"1","sha256Hash":"0000000000000000000000000000000000000000000000000000000000000000"}""")]
    [InlineData("""{"version":1,"sha256Hash":"0000"}""")]
    [InlineData("""{"version":1,"sha256Hash":7}""")]
    [InlineData("""{"version":1e99,"sha256Hash":"0000000000000000000000000000000000000000000000000000000000000000"}""")]
    public async Task A_malformed_extension_is_400(string extension)
    {
        foreach (var query in new[] { "", "\"query\":\"{ hello }\"," })
        {
            var answer = await host.SendAsync(host.Post($"{{{query}\"extensions\":{{\"persistedQuery\":{extension}}}}}"));
            Assert.Equal((HttpStatusCode.BadRequest, "BAD_REQUEST"), (answer.Status, answer.Code));
        }
    }

    [Fact]
    public async Task Switched_off_it_says_so_and_a_text_is_run_without_being_stored()
    {
        await using var off = await RunningHost.StartAsync();
        const string Text = "{ hello }";
        Assert.True((await off.SendAsync(off.Post(Body(Text, Hash(Text))))).HasData);
        var answer = await off.SendAsync(off.Post(Body(null, Hash(Text))));
        Assert.Equal((HttpStatusCode.BadRequest, "PERSISTED_QUERY_NOT_SUPPORTED"), (answer.Status, answer.Code));
    }

    [NodeFact]
    public async Task Apollo_Client_sends_a_text_once_and_its_hash_from_then_on()
    {
        foreach (var method in new[] { "POST", "GET" })
        {
            var client = method == "GET" ? "partner-sandbox" : "bank-sandbox";
            var output = await Programs.RunAsync(
                await NpmFolder.ReadyAsync(), "node", "apollo.mjs", $"{host.Address}graphql", host.Token(client), method);
            var told = JsonDocument.Parse(output).RootElement;
            Assert.Equal("""["Hello one","Hello two"]""", told.GetProperty("answers").GetRawText());
            var sent = told.GetProperty("sent").EnumerateArray().ToList();
            Assert.Equal([false, true, false], sent.Select(request => request.GetProperty("hasText").GetBoolean()));
            Assert.Equal(method, sent[0].GetProperty("method").GetString());
            Assert.Equal(200, sent[2].GetProperty("status").GetInt32());
        }
    }

    private Task<Answer> SendAsync(
        string? query, string hash, string client = "bank-sandbox", string accept = "application/graphql-response+json") =>
        host.SendAsync(RunningHost.PostAs(host.Token(client), Body(query, hash), accept));

    private static string Body(string? query, string hash) => query is null
        ? JsonSerializer.Serialize(new { extensions = Extension(hash) })
        : JsonSerializer.Serialize(new { query, extensions = Extension(hash) });

    private static object Extension(string hash) => new { persistedQuery = new { version = 1, sha256Hash = hash } };

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
