using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using DataHub.Feeds.Reading;
using DataHub.Feeds.Sources.Http;

namespace DataHub.Feeds.Sources.Sikp;

/// <summary>
/// The calls of SIKP that the hub makes, in the shape that is publicly known of the interface between hosts: none of them changes anything.
/// </summary>
internal sealed class SikpClient : IDisposable
{
    // "Calon not found", whatever bank asks.
    private const string NotFound = "07";

    private readonly SourceHttp http;
    private readonly SourceSettings settings;
    private readonly AccessTokens tokens;
    private readonly BearerCalls calls;

    public SikpClient(SourceHttp http, SourceSettings settings, TimeProvider clock)
    {
        (this.http, this.settings) = (http, settings);
        tokens = new AccessTokens(AuthAsync, clock);
        calls = new BearerCalls(http, tokens);
    }

    /// <summary>Contracts entered or changed after a number of change, lowest numbers first, at most so many.</summary>
    public async Task<SikpContracts> AkadAsync(long after, int most, CancellationToken cancel)
    {
        var path = string.Create(CultureInfo.InvariantCulture, $"api/v1/akad?setelah={after}&jumlah={most}");
        var data = await DataAsync(path, cancel) ?? throw new FeedRefusedException("the source answers its list of akad with an error");
        var fields = new JsonFields(data);
        var contracts = fields.List("akad") ?? throw new FeedRefusedException("the source's answer has no list of akad");
        return new SikpContracts(contracts, fields.Text("lagi") is "true" or "1");
    }

    /// <summary>The debtor of a NIK; null when SIKP has none.</summary>
    public async Task<SikpCandidate?> CalonAsync(string nik, CancellationToken cancel)
    {
        if (await DataAsync($"api/v1/calon/{Uri.EscapeDataString(nik)}", cancel) is not { } data) return null;
        var fields = new JsonFields(data);
        return new SikpCandidate(fields.Text("nama"), fields.Text("kode_kabkota"), fields.Text("ijin_usaha"));
    }

    /// <summary>What a person may still borrow, one row a kind of KUR; empty when SIKP knows nobody of the NIK.</summary>
    public async Task<IReadOnlyList<SikpPlafon>> PlafonAsync(string nik, CancellationToken cancel)
    {
        if (await DataAsync($"api/v1/plafon/{Uri.EscapeDataString(nik)}", cancel) is not { } data) return [];
        if (data.ValueKind != JsonValueKind.Array) throw new FeedRefusedException("the source's answer has no list of plafon");
        return [.. data.EnumerateArray().Select(row => new JsonFields(row)).Select(row => new SikpPlafon(
            row.Text("skema"), Amount(row, "total_limit_default"), Amount(row, "total_limit"), Amount(row, "limit_aktif_default"),
            Amount(row, "limit_aktif"), row.Text("kode_bank")))];
    }

    public void Dispose() => tokens.Dispose();

    private static decimal Amount(JsonFields row, string name) => AmountReader.TryParse(row.Text(name), out var amount)
        ? amount : throw new FeedRefusedException($"{name} of a plafon is no amount");

    private async Task<AccessToken> AuthAsync(CancellationToken cancel)
    {
        var answer = await http.AskAsync(
            () => new HttpRequestMessage(HttpMethod.Post, "api/v1/auth")
            {
                Content = JsonContent.Create(new JsonObject { ["username"] = settings.Username, ["password"] = settings.Password }),
            },
            cancel);
        answer.ThrowUnlessGood();
        var fields = new JsonFields(Data(answer.Object()) ?? throw new FeedRefusedException("the source refuses the hub's credentials"));
        var seconds = fields.Whole("expires_in");
        return fields.Text("token") is { Length: > 0 } token
            ? new AccessToken(token, seconds > 0 ? TimeSpan.FromSeconds(seconds) : null)
            : throw new FeedRefusedException("the source answers the hub's credentials without a token");
    }

    private async Task<JsonElement?> DataAsync(string path, CancellationToken cancel)
    {
        var answer = await calls.GetAsync(path, cancel);
        // The code of a debtor that is not there comes with this status from some versions.
        if (answer.Status != HttpStatusCode.NotFound) answer.ThrowUnlessGood();
        return Data(answer.Object());
    }

    private static JsonElement? Data(JsonElement root)
    {
        var envelope = new JsonFields(root);
        var isError = envelope.Text("error") is "true" or "1";
        if (isError && envelope.Text("code") == NotFound) return null;
        if (isError) throw new FeedRefusedException("the source answers the call with an error of its own");
        return root.TryGetProperty("data", out var data) && data.ValueKind != JsonValueKind.Null
            ? data : throw new FeedRefusedException("the source's answer has no data");
    }
}
