using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using DataHub.Bench.Comparison.Load;

namespace DataHub.Bench.Comparison.Servers;

/// <summary>
/// A hub as it is shipped, with or without its ledger, or one without its policy, asked by clients of its sandbox, whose budget and page
/// size are raised by settings.
/// </summary>
internal sealed class HubServer : MeasuredServer
{
    public const string SystemName = "hub";

    /// <summary>The name of a second build.</summary>
    public const string Before = "before";

    /// <summary>Behind the name of a hub that enters what it answers.</summary>
    public const string WithLedger = " + ledger";

    /// <summary>The name of the hub's web server over a hub that checks nothing.</summary>
    public const string Unchecked = "unchecked";
    private readonly BenchDatabase database;
    private readonly Dictionary<string, string> authorizations = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Client, string Key), string> cursors = [];

    private HubServer(string name, ServerProcess process, BenchDatabase database)
        : base(name, process) => this.database = database;

    public static async Task<HubServer> StartAsync(
        (string Name, string Dll) build, string dataFolder, BenchDatabase database, CancellationToken cancellation)
    {
        var process = await ServerProcess.StartAsync(
            (build.Name, "dotnet"), port => [.. Program(build), "run", "--port", $"{port}", "--data", dataFolder],
            Settings(database, build.Name.EndsWith(WithLedger, StringComparison.Ordinal)), cancellation);
        return new HubServer(build.Name, process, database);
    }

    public override bool Answers(BenchQuery query) => true;

    public override async Task<IReadOnlyList<byte[]>> RequestsAsync(BenchQuery query)
    {
        var requests = new List<byte[]>();
        foreach (var set in query.Variables) requests.Add(await AskAsync(query.Client, query.Document, await WithCursorAsync(query, set)));
        return requests;
    }

    /// <summary>The answer that a steward has to a document, with its errors if it has some.</summary>
    public Task<JsonNode> AnswerAsync(string document, JsonObject variables) => AnswerAsync(Consumer.Steward.Client, document, variables);

    private async Task<JsonNode> AnswerAsync(string client, string document, JsonObject variables)
    {
        using var connection = await HttpConnection.OpenAsync(Process.Port);
        return JsonNode.Parse((await connection.AskAsync(await AskAsync(client, document, variables))).Span)!;
    }

    private async ValueTask<byte[]> AskAsync(string client, string document, JsonObject variables)
    {
        if (!authorizations.TryGetValue(client, out var authorization))
            authorizations.Add(client, authorization = $"Authorization: Bearer {await TokenAsync(Process.Port, client)}\r\n");
        return Post("/graphql", authorization, Body(document, variables));
    }

    // With the settings of the shipped program for the runtime: its collector and its thread pool.
    private static string[] Program((string Name, string Dll) build)
    {
        if (build.Name != Unchecked) return [build.Dll];
        var runtime = Path.ChangeExtension(build.Dll, ".runtimeconfig.json");
        return ["exec", "--runtimeconfig", runtime, Repository.Built("Unchecked", "DataHub.Bench.Unchecked.dll")];
    }

    private static Dictionary<string, string> Settings(BenchDatabase database, bool hasLedger)
    {
        var settings = new Dictionary<string, string>
        {
            ["DOTNET_STARTUP_HOOKS"] = Probe.Hook,
            ["ASPNETCORE_ENVIRONMENT"] = "Sandbox",
            // None of the others writes down who read what.
            ["DataHub__Ledger__Enabled"] = hasLedger ? "true" : "false",
            ["DataHub__Budgets__Plans__default__Capacity"] = "1e12",
            ["DataHub__Budgets__Plans__default__RestoreRate"] = "1e12",
            ["DataHub__Budgets__Plans__default__MaxPage"] = "500",
        };
        if (!database.IsOwn) settings["ConnectionStrings__DataHub"] = database.ConnectionString;
        return settings;
    }

    private static async Task<string> TokenAsync(int port, string client)
    {
        using var http = new HttpClient();
        using var form = new FormUrlEncodedContent(
            [new("grant_type", "client_credentials"), new("client_id", client), new("client_secret", "sandbox")]);
        var address = string.Create(CultureInfo.InvariantCulture, $"http://localhost:{port}/connect/token");
        using var response = await http.PostAsync(new Uri(address), form);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<JsonNode>())!["access_token"]!.GetValue<string>();
    }

    private async ValueTask<JsonObject> WithCursorAsync(BenchQuery query, JsonObject variables)
    {
        // Only the seven queries hold keys in place of cursors.
        if (!query.Name.StartsWith('Q') || variables["after"]?.GetValue<string>() is not { } key) return variables;
        if (!cursors.TryGetValue((query.Client, key), out var cursor))
            cursors.Add((query.Client, key), cursor = await CursorAsync(query.Client, long.Parse(key, CultureInfo.InvariantCulture)));
        var own = (JsonObject)variables.DeepClone();
        own["after"] = cursor;
        return own;
    }

    private async Task<string> CursorAsync(string client, long key)
    {
        await using var command = database.Source.CreateCommand("select nib from registry.business where id = $1");
        command.Parameters.Add(new() { Value = key });
        var nib = (string)(await command.ExecuteScalarAsync())!;
        var answer = await AnswerAsync(
            client,
            "query($nib: NIB!) { businesses(first: 1, where: { nib: { eq: $nib } }) { pageInfo { endCursor } } }",
            new JsonObject { ["nib"] = nib });
        return answer["data"]!["businesses"]!["pageInfo"]!["endCursor"]!.GetValue<string>();
    }
}
