using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using DataHub.Access.Budgets;
using DataHub.Api.Documents;
using DataHub.Api.Hosting;
using DataHub.Api.Identity.Sandbox;
using DataHub.GraphQL.Limits;
using DataHub.Partners;
using DataHub.Planning;
using DataHub.Shared.Ids;
using DataHub.Shared.Secrets;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace DataHub.Api.Tests;

/// <summary>The real web server on a free port, over <see cref="TestHub"/>. Its sandbox issuer signs with <see cref="Key"/>.</summary>
public sealed class RunningHost : IAsyncDisposable
{
    // Nothing listens on port 1 of a machine that is not from the seventies.
    public const string NoDatabase = "Host=127.0.0.1;Port=1;Username=nobody;Database=nothing;Timeout=2";

    private readonly WebApplication app;
    private readonly NpgsqlDataSource database;

    private readonly TestHub? hub;

    private RunningHost(WebApplication app, NpgsqlDataSource database, TestHub? hub, NodeIds ids)
    {
        (this.app, this.database, this.hub, Ids) = (app, database, hub, ids);
        Client = new HttpClient { BaseAddress = Address };
    }

    public static RSA Key { get; } = RSA.Create(2048);

    public TestHub Hub => hub ?? throw new InvalidOperationException("This host serves another hub.");

    public NodeIds Ids { get; }

    /// <summary>Sends no header that a test did not write.</summary>
    public HttpClient Client { get; }

    public Uri Address => new(app.Urls.First(url => url.StartsWith("http:", StringComparison.Ordinal)));

    /// <summary>All that it listens on.</summary>
    public IReadOnlyList<Uri> Addresses => [.. app.Urls.Select(url => new Uri(url))];

    public SandboxIssuer Sandbox => app.Services.GetRequiredService<SandboxIssuer>();

    /// <param name="settings">Settings of the host.</param>
    /// <param name="connectionString">The database behind it.</param>
    /// <param name="environment">Its environment.</param>
    /// <param name="partners">Who may ask; null: the settings alone decide.</param>
    /// <param name="budgetTime">The clock of the clients' budgets; null: answers cost nothing.</param>
    public static async Task<RunningHost> StartAsync(
        IReadOnlyDictionary<string, string?>? settings = null,
        string connectionString = NoDatabase,
        string environment = "Sandbox",
        IReadOnlyList<StoredDocument>? documents = null,
        TimeProvider? budgetTime = null,
        PartnerServices? partners = null)
    {
        var database = NpgsqlDataSource.Create(connectionString);
        var budgets = new ClientBudgets(budgetTime ?? TimeProvider.System);
        var limits = settings?.GetValueOrDefault("DataHub:Limits:ResponseBytes:Max") is { } bytes
            ? new OperationLimits { ResponseBytes = new Limit(long.Parse(bytes, CultureInfo.InvariantCulture)) }
            : null;
        var (hub, ids) = (new TestHub(database, budgetTime is null ? null : budgets, limits), new NodeIds(HubKeys.Generate()));
        var services = new HubServices(database, ids, hub, TestHub.Scopes, budgets) { Documents = documents ?? [], Partners = partners };
        return new RunningHost(await ServeAsync(services, settings, environment), database, hub, ids);
    }

    /// <summary>The web server over a whole hub, which stays its maker's.</summary>
    /// <param name="hub">The hub.</param>
    /// <param name="connectionString">The database for what is not a request's.</param>
    /// <param name="settings">Settings of the host.</param>
    /// <param name="hasPartners">Whether the hub's partners decide on who may ask; its maker starts them.</param>
    public static async Task<RunningHost> ServeAsync(
        Hub hub, string connectionString, IReadOnlyDictionary<string, string?>? settings = null, bool hasPartners = false)
    {
        var database = NpgsqlDataSource.Create(connectionString);
        var services = new HubServices(database, hub.Ids, new HubGraphQL(hub), TestHub.Scopes, hub.Budgets) { Partners = hasPartners ? hub.Partners : null };
        return new RunningHost(await ServeAsync(services, settings, "Sandbox"), database, null, new NodeIds(HubKeys.Generate()));
    }

    private static async Task<WebApplication> ServeAsync(
        HubServices services, IReadOnlyDictionary<string, string?>? settings, string environment)
    {
        var folder = Directory.CreateTempSubdirectory("datahub-host-").FullName;
        var keyFile = Path.Combine(folder, "sandbox.pem");
        await File.WriteAllTextAsync(keyFile, Key.ExportPkcs8PrivateKeyPem());
        var all = new Dictionary<string, string?>();
        if (environment == "Sandbox") all["DataHub:Sandbox:SigningKeyFile"] = keyFile;
        foreach (var (name, value) in settings ?? new Dictionary<string, string?>()) all[name] = value;
        var app = HubServer.Build(
            new ServerOptions { Port = 0, DataDirectory = folder, Environment = environment, Settings = all }, services);
        await app.StartAsync();
        Directory.Delete(folder, recursive: true);
        return app;
    }

    /// <summary>A good token of one of the sandbox's clients.</summary>
    public string Token(string client = "bank-sandbox", string? person = null)
    {
        var known = SandboxClient.Find(client)!;
        return Sandbox.Issue(known, known.Scopes, person);
    }

    /// <summary>A POST with a good token, as a client of today sends it.</summary>
    public HttpRequestMessage Post(string json, string accept = "application/graphql-response+json") => PostAs(Token(), json, accept);

    public HttpRequestMessage Authorized(HttpMethod method, string path)
    {
        var request = new HttpRequestMessage(method, path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token());
        return request;
    }

    public async Task<Answer> SendAsync(HttpRequestMessage request) => await Answer.OfAsync(await Client.SendAsync(request));

    public Task<Answer> QueryAsync(string query, string accept = "application/graphql-response+json") =>
        SendAsync(Post(JsonSerializer.Serialize(new { query }), accept));

    /// <summary>Asks with a token as it stands.</summary>
    public Task<Answer> QueryAsAsync(string token, string query = "{ who { client scopes purpose person } }", string? purpose = null)
    {
        var request = PostAs(token, JsonSerializer.Serialize(new { query }), "application/graphql-response+json");
        if (purpose is not null) request.Headers.Add("X-Purpose", purpose);
        return SendAsync(request);
    }

    /// <summary>A POST with a token as it stands.</summary>
    public static HttpRequestMessage PostAs(string token, string json, string accept, string path = "/graphql")
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path)
        { Content = new StringContent(json, Encoding.UTF8, "application/json") };
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {token}");
        request.Headers.TryAddWithoutValidation("Accept", accept);
        return request;
    }

    /// <summary>Stops as the process does on SIGTERM.</summary>
    public Task StopAsync() => app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.DisposeAsync();
        await database.DisposeAsync();
        Ids.Dispose();
    }
}

/// <summary>A response with its body read.</summary>
public sealed record Answer(HttpStatusCode Status, HttpResponseMessage Message, string Body)
{
    public string? MediaType => Message.Content.Headers.ContentType?.MediaType;

    public JsonElement Json => JsonDocument.Parse(Body).RootElement;

    /// <summary>Code of the first error.</summary>
    public string? Code => Json.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString();

    public bool HasData => Json.TryGetProperty("data", out _);

    public static async Task<Answer> OfAsync(HttpResponseMessage message) =>
        new(message.StatusCode, message, await message.Content.ReadAsStringAsync());
}

/// <summary>One host for the tests of a class.</summary>
public sealed class HostFixture : IAsyncLifetime
{
    public RunningHost Host { get; private set; } = null!;

    public async Task InitializeAsync() => Host = await RunningHost.StartAsync();

    public async Task DisposeAsync() => await Host.DisposeAsync();
}
