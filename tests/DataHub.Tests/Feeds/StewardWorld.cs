using System.Text.Json;
using DataHub.Access;
using DataHub.Planning;
using DataHub.Testing;

namespace DataHub.Tests.Feeds;

/// <summary>A hub over a world of feeds, asked as a steward asks.</summary>
public sealed class StewardWorld : IAsyncDisposable
{
    public const string Listing = "id_listing,id_produk,shop_id,harga,terjual,tanggal_tayang";

    private StewardWorld(FeedWorld world)
    {
        World = world;
        Hub = HubFactory.Create(new HubParts(world.DataSource, world.Protector.Keys, world.Clock, (failure, _) => Failures.Add(failure)));
    }

    public FeedWorld World { get; }

    public Hub Hub { get; }

    public List<Exception> Failures { get; } = [];

    public static async Task<StewardWorld> CreateAsync() => new(await FeedWorld.CreateAsync());

    /// <summary>The payload of a mutation.</summary>
    public async Task<JsonElement> ChangeAsync(string mutation, object input, string? kind = null)
    {
        var type = kind ?? $"{char.ToUpperInvariant(mutation[0])}{mutation[1..]}Input";
        var fields = mutation.EndsWith("Run", StringComparison.Ordinal) ? "run { id status } " : "record { state decidedBy decisionReason } run { kind actor created changed unchanged } ";
        if (mutation == "setFeedSettings") fields = "settings { feed errorPercent minimumRows isFull expectedDays changedBy } ";
        var answer = await AskAsync($"mutation($input: {type}!) {{ {mutation}(input: $input) {{ {fields}errors {{ code field message }} }} }}", new { input });
        return answer.GetProperty(mutation);
    }

    /// <summary>Codes of a payload's errors, with the fields that they name.</summary>
    public static IEnumerable<string> Errors(JsonElement payload) =>
        payload.GetProperty("errors").EnumerateArray().Select(error => $"{error.GetProperty("code").GetString()} {error.GetProperty("field").GetString()}");

    /// <summary>The data of an answer without errors.</summary>
    public async Task<JsonElement> AskAsync(string document, object? variables = null, Caller? caller = null)
    {
        var answer = await HubFixture.AskAsync(Hub, document, caller ?? Callers.Steward, variables);
        Assert.False(answer.HasErrors, answer.ToString());
        Assert.Empty(Failures);
        return answer.Data;
    }

    /// <summary>Ids of the quarantine's records, by run, line and column.</summary>
    public async Task<List<string>> RecordsAsync() =>
        [.. (await World.RowsAsync("select id from feeds.quarantine order by run_id, line, column_name")).Select(id => Hub.Ids.Encode("QuarantineRecord", long.Parse(id, System.Globalization.CultureInfo.InvariantCulture)))];

    public async ValueTask DisposeAsync()
    {
        await Hub.DisposeAsync();
        await World.DisposeAsync();
    }
}
