using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using DataHub.Access;
using DataHub.Database;
using DataHub.Database.Walls;
using DataHub.GraphQL.Cost;
using DataHub.GraphQL.Execution;
using DataHub.Planning;
using DataHub.Shared.Secrets;
using Npgsql;

namespace DataHub.Testing;

/// <summary>A hub over a small database of known rows, asked without HTTP. Its keys are fixed, so that ids and cursors are the same in every run.</summary>
public class HubFixture : DatabaseFixture
{
    private readonly List<Exception> failures = [];
    private Hub? hub;
    private ReadSource? reading;

    public Hub Hub => hub ?? throw new InvalidOperationException("The fixture has not been initialised.");

    /// <summary>Requests at once; the test server has connections for several fixtures.</summary>
    protected virtual int PoolSize => 4;

    /// <summary>The hub's clock.</summary>
    protected virtual TimeProvider Time => TimeProvider.System;

    /// <summary>What went wrong inside resolvers.</summary>
    public IReadOnlyList<Exception> Failures => failures;

    public static HubKeys FixedKeys { get; } = new(
        Enumerable.Repeat((byte)1, 32).ToArray(), Enumerable.Repeat((byte)2, 32).ToArray(), Enumerable.Repeat((byte)3, 32).ToArray());

    protected override async Task FillAsync()
    {
        reading = ReadSource.Connect(Database.ConnectionString, PoolSize);
        hub = HubFactory.Create(new HubParts(DataSource, FixedKeys, Time, (exception, _) => failures.Add(exception))
        {
            Reading = reading,
            Database = new DatabaseSettings { PoolSize = PoolSize },
        });
        await Wall.RaiseAsync(hub, DataSource, CancellationToken.None);
        await FillRowsAsync(new Protector(FixedKeys));
    }

    public override async Task DisposeAsync()
    {
        if (hub is not null) await hub.DisposeAsync();
        if (reading is not null) await reading.DisposeAsync();
        await base.DisposeAsync();
    }

    /// <summary>Puts in the rows that are asked for; <see cref="Samples"/> unless overridden.</summary>
    protected virtual Task FillRowsAsync(Protector protector) => Samples.FillAsync(DataSource, protector);

    /// <summary>Runs an operation for a caller.</summary>
    public Task<HubAnswer> AskAsync(
        string document, Caller? caller = null, object? variables = null, Explanation explain = Explanation.None) =>
        AskAsync(Hub, document, caller ?? Callers.Steward, variables, explain);

    /// <summary>The same of another hub.</summary>
    public static async Task<HubAnswer> AskAsync(
        Hub hub, string document, Caller caller, object? variables = null, Explanation explain = Explanation.None)
    {
        await using var request = hub.Open(caller);
        var engine = request.View.Engine;
        var result = await engine.ExecuteAsync(
            engine.Prepare(document),
            new OperationRequest { Variables = variables is null ? null : JsonSerializer.SerializeToElement(variables), Explain = explain },
            request,
            CancellationToken.None);
        var buffer = new ArrayBufferWriter<byte>();
        result.WriteTo(buffer);
        using var json = JsonDocument.Parse(buffer.WrittenMemory);
        return new HubAnswer(json.RootElement.Clone(), [.. request.Session.Sent], result.Cost);
    }

    /// <summary>Runs SQL against the fixture's database.</summary>
    public async Task RunAsync(string sql)
    {
        await using var command = DataSource.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}

/// <summary>An answer with the statements that made it.</summary>
public sealed record HubAnswer(JsonElement Json, IReadOnlyList<SqlStatement> Statements, CostReport? Cost)
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public JsonElement Data => Json.GetProperty("data");

    public bool HasErrors => Json.TryGetProperty("errors", out _);

    /// <summary>Codes of the errors, in order.</summary>
    public IReadOnlyList<string> Codes => Json.TryGetProperty("errors", out var errors)
        ? [.. errors.EnumerateArray().Select(e => e.GetProperty("extensions").GetProperty("code").GetString()!)]
        : [];

    public override string ToString() => JsonSerializer.Serialize(Json, Indented);

    /// <summary>
    /// Query, answer, cost and SQL, as golden files hold them. What is left in the budget depends on the moment and is not among them.
    /// </summary>
    public string Golden(string document)
    {
        var answer = JsonNode.Parse(Json.GetRawText())!.AsObject();
        answer.Remove("extensions");
        var text = new StringBuilder().AppendLine("# query").AppendLine(document.Trim()).AppendLine();
        text.AppendLine("# answer").AppendLine(answer.ToJsonString(Indented)).AppendLine();
        text.AppendLine("# cost").AppendLine(CultureInfo.InvariantCulture, $"requested {Cost?.Requested:0.###}, actual {Cost?.Actual:0.###}");
        foreach (var statement in Statements) text.AppendLine().AppendLine("# sql").AppendLine(statement.Text);
        return text.ToString();
    }
}
