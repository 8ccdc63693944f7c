using System.Net;
using System.Text;
using System.Text.Json;
using DataHub.Api.Documents;

namespace DataHub.Api.Tests.Documents;

/// <summary>https://github.com/graphql/graphql-over-http/pull/264, the appendix "Persisted Documents" as proposed.</summary>
public sealed class TrustedDocumentTests : IAsyncLifetime
{
    private static readonly StoredDocument Hello = Document("bank", "hello.graphql", "query Hello($n: String) { hello(name: $n) }\n");
    private static readonly StoredDocument Count = Document("bank", "count.graphql", "mutation { count }");
    private static readonly StoredDocument Who = Document("partner", "who.graphql", "query A { who { client } } query B { hello }");

    private RunningHost host = null!;

    public async Task InitializeAsync() => host = await StartAsync(
        ("DataHub:Documents:Clients:bank-sandbox:OnlyTrusted", "true"),
        ("DataHub:Documents:Clients:university-sandbox:OnlyTrusted", "true"),
        ("DataHub:Documents:Clients:university-sandbox:Consumer", "partner"));

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task A_document_is_named_by_the_hash_of_its_bytes()
    {
        var body = JsonSerializer.Serialize(new { documentId = Hello.DocumentId, operationName = "Hello", variables = new { n = "KUR" } });
        Assert.Equal("""{"data":{"hello":"Hello KUR"}}""", (await PostAsync("partner-sandbox", body)).Body);
        var plain = JsonSerializer.Serialize(new { documentId = Hello.Hash, query = (string?)null });
        Assert.Equal("""{"data":{"hello":"Hello world"}}""", (await PostAsync("partner-sandbox", plain)).Body);
    }

    [Fact]
    public async Task A_document_is_named_in_the_query_string_and_in_the_path()
    {
        var variables = Uri.EscapeDataString("""{"n":"KUR"}""");
        foreach (var path in new[]
        {
            $"/graphql?documentId={Uri.EscapeDataString(Hello.DocumentId)}&variables={variables}",
            $"/graphql?documentId={Hello.DocumentId}&operationName=Hello&variables={variables}",
            $"/graphql/{Hello.DocumentId}?variables={variables}",
        })
            Assert.Equal("""{"data":{"hello":"Hello KUR"}}""", (await GetAsync("partner-sandbox", path)).Body);
        var posted = await PostAsync("partner-sandbox", """{"variables":{"n":"KUR"}}""", $"/graphql/{Hello.DocumentId}");
        Assert.Equal("""{"data":{"hello":"Hello KUR"}}""", posted.Body);
    }

    [Fact]
    public async Task An_operation_is_picked_out_of_a_stored_document()
    {
        var path = $"/graphql/{Who.DocumentId}?operationName=A";
        Assert.Equal("""{"data":{"who":{"client":"partner-sandbox"}}}""", (await GetAsync("partner-sandbox", path)).Body);
        Assert.Equal("OPERATION_RESOLUTION_FAILURE", (await GetAsync("partner-sandbox", $"/graphql/{Who.DocumentId}")).Code);
    }

    [Fact]
    public async Task A_stored_mutation_does_not_run_by_GET()
    {
        var answer = await GetAsync("partner-sandbox", $"/graphql/{Count.DocumentId}");
        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.Status);
        Assert.Equal(0, host.Hub.Mutations);
    }

    [Theory]
    [InlineData("sha256:0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("sha256:")]
    [InlineData("")]
    [InlineData("md5:0")]
    [InlineData("../../appsettings.json")]
    public async Task An_unknown_document_is_told_by_a_code(string id)
    {
        var body = JsonSerializer.Serialize(new { documentId = id });
        foreach (var client in new[] { "partner-sandbox", "bank-sandbox" })
        {
            var answer = await PostAsync(client, body);
            Assert.Equal((HttpStatusCode.BadRequest, "PERSISTED_QUERY_NOT_FOUND"), (answer.Status, answer.Code));
            Assert.Single(answer.Json.GetProperty("errors").EnumerateArray());
            var legacy = await PostAsync(client, body, accept: "application/json");
            Assert.Equal((HttpStatusCode.OK, "PERSISTED_QUERY_NOT_FOUND"), (legacy.Status, legacy.Code));
        }
    }

    [Fact]
    public async Task The_case_of_a_hash_matters_as_the_appendix_says()
    {
        var answer = await PostAsync("partner-sandbox", JsonSerializer.Serialize(new { documentId = Hello.DocumentId.ToUpperInvariant() }));
        Assert.Equal("PERSISTED_QUERY_NOT_FOUND", answer.Code);
    }

    [Fact]
    public async Task A_request_that_names_its_document_twice_is_400()
    {
        var both = await PostAsync("partner-sandbox", JsonSerializer.Serialize(new { documentId = Hello.DocumentId, query = "{ hello }" }));
        Assert.Equal((HttpStatusCode.BadRequest, "BAD_REQUEST"), (both.Status, both.Code));
        var other = await GetAsync("partner-sandbox", $"/graphql/{Hello.DocumentId}?documentId={Who.DocumentId}");
        Assert.Equal((HttpStatusCode.BadRequest, "BAD_REQUEST"), (other.Status, other.Code));
        var wrong = await PostAsync("partner-sandbox", """{"documentId":7}""");
        Assert.Equal((HttpStatusCode.BadRequest, "BAD_REQUEST"), (wrong.Status, wrong.Code));
    }

    [Fact]
    public async Task A_limited_client_runs_its_own_documents_only()
    {
        var own = await PostAsync("bank-sandbox", JsonSerializer.Serialize(new { documentId = Hello.DocumentId }));
        Assert.Equal("""{"data":{"hello":"Hello world"}}""", own.Body);
        var mapped = await GetAsync("university-sandbox", $"/graphql/{Who.DocumentId}?operationName=B");
        Assert.Equal("""{"data":{"hello":"Hello world"}}""", mapped.Body);
        foreach (var (client, foreign) in new[] { ("bank-sandbox", Who), ("university-sandbox", Hello) })
        {
            var unknown = await PostAsync(client, JsonSerializer.Serialize(new { documentId = $"sha256:{new string('0', 64)}" }));
            var answer = await PostAsync(client, JsonSerializer.Serialize(new { documentId = foreign.DocumentId }));
            Assert.Equal((unknown.Status, unknown.Body), (answer.Status, answer.Body));
        }
    }

    [Fact]
    public async Task A_limited_client_sends_no_text_whatever_comes_with_it()
    {
        var text = Hello.Text();
        foreach (var body in new[]
        {
            JsonSerializer.Serialize(new { query = "{ hello }" }),
            JsonSerializer.Serialize(new { query = text }),
            JsonSerializer.Serialize(new { query = "{" }),
            JsonSerializer.Serialize(new { query = text, extensions = Persisted(Hello.Hash) }),
        })
        {
            var answer = await PostAsync("bank-sandbox", body);
            Assert.Equal((HttpStatusCode.Forbidden, "DOCUMENT_NOT_TRUSTED"), (answer.Status, answer.Code));
        }
        var got = await GetAsync("bank-sandbox", "/graphql?query={hello}");
        Assert.Equal((HttpStatusCode.Forbidden, "DOCUMENT_NOT_TRUSTED"), (got.Status, got.Code));
    }

    [Fact]
    public async Task A_stored_document_is_found_by_Apollos_extension_too()
    {
        foreach (var client in new[] { "bank-sandbox", "partner-sandbox" })
        {
            var answer = await PostAsync(client, JsonSerializer.Serialize(new { extensions = Persisted(Hello.Hash) }));
            Assert.Equal("""{"data":{"hello":"Hello world"}}""", answer.Body);
        }
    }

    [Fact]
    public async Task A_document_that_does_not_validate_stops_the_start_and_all_are_listed()
    {
        var refused = await Assert.ThrowsAsync<StartRefusedException>(() => RunningHost.StartAsync(documents:
        [
            Document("bank", "hello.graphql", "{ hello }"),
            Document("bank", "old.graphql", "{\n  hello\n  gone\n}"),
            Document("owner", "cut.graphql", "query {"),
        ]));
        var lines = refused.Message.Split(Environment.NewLine);
        Assert.Equal(3, lines.Length);
        Assert.StartsWith("schema/operations/bank/old.graphql:3:3: ", lines[1], StringComparison.Ordinal);
        Assert.Contains("gone", lines[1], StringComparison.Ordinal);
        Assert.EndsWith("(consumer bank)", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("schema/operations/owner/cut.graphql:1:8: ", lines[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_limited_to_documents_that_are_not_there_stops_the_start()
    {
        var refused = await Assert.ThrowsAsync<StartRefusedException>(
            () => StartAsync(("DataHub:Documents:Clients:acme:OnlyTrusted", "true")));
        Assert.Contains("DataHub:Documents:Clients:acme", refused.Message, StringComparison.Ordinal);
    }

    private static Task<RunningHost> StartAsync(params (string Name, string Value)[] settings) => RunningHost.StartAsync(
        settings.ToDictionary(setting => setting.Name, setting => (string?)setting.Value), documents: [Hello, Count, Who]);

    private Task<Answer> PostAsync(
        string client, string json, string path = "/graphql", string accept = "application/graphql-response+json") =>
        host.SendAsync(RunningHost.PostAs(host.Token(client), json, accept, path));

    private Task<Answer> GetAsync(string client, string path)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {host.Token(client)}");
        request.Headers.TryAddWithoutValidation("Accept", "application/graphql-response+json");
        return host.SendAsync(request);
    }

    private static object Persisted(string hash) => new { persistedQuery = new { version = 1, sha256Hash = hash } };

    private static StoredDocument Document(string consumer, string file, string text) => new(consumer, file, Encoding.UTF8.GetBytes(text));
}
