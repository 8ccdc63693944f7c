using System.Globalization;
using System.Text.Json;
using DataHub.Feeds.Sources.Http;

namespace DataHub.Feeds.Sources.Marketplace;

/// <summary>A page of shops.</summary>
/// <param name="Shops">As received.</param>
/// <param name="Next">Opaque name of the next page; null on the last.</param>
internal sealed record ShopPage(IReadOnlyList<JsonElement> Shops, string? Next);

/// <summary>A marketplace's listing of shops: pages, with a key of the hub's or a token of its OAuth client.</summary>
internal sealed class MarketplaceClient : IDisposable
{
    private readonly SourceHttp http;
    private readonly SourceSettings settings;
    private readonly AccessTokens tokens;
    private readonly BearerCalls calls;

    public MarketplaceClient(SourceHttp http, SourceSettings settings, TimeProvider clock)
    {
        (this.http, this.settings) = (http, settings);
        tokens = new AccessTokens(TokenAsync, clock);
        calls = new BearerCalls(http, tokens);
    }

    /// <summary>Shops changed at or after a time; <paramref name="page"/> names a page of the same question.</summary>
    public async Task<ShopPage> ShopsAsync(DateTimeOffset? since, string? page, CancellationToken cancel)
    {
        var path = string.Create(CultureInfo.InvariantCulture, $"shops?limit={settings.PageSize}");
        if (since is { } time) path += $"&updated_since={Uri.EscapeDataString(time.ToString("O", CultureInfo.InvariantCulture))}";
        if (page is not null) path += $"&cursor={Uri.EscapeDataString(page)}";
        var answer = string.IsNullOrEmpty(settings.UserKey)
            ? await calls.GetAsync(path, cancel)
            : await http.AskAsync(() => WithKey(path), cancel);
        answer.ThrowUnlessGood();
        var fields = new JsonFields(answer.Object());
        var shops = fields.List("data") ?? throw new FeedRefusedException("the source's answer has no list of shops");
        var next = fields.Text("next");
        return new ShopPage(shops, next.Length == 0 ? null : next);
    }

    public void Dispose() => tokens.Dispose();

    private HttpRequestMessage WithKey(string path)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("X-Api-Key", settings.UserKey);
        return request;
    }

    // RFC 6749 4.4.
    private async Task<AccessToken> TokenAsync(CancellationToken cancel)
    {
        var answer = await http.AskAsync(
            () => new HttpRequestMessage(HttpMethod.Post, "oauth/token")
            {
                Content = new FormUrlEncodedContent(
                [
                    new("grant_type", "client_credentials"),
                    new("client_id", settings.ClientId!),
                    new("client_secret", settings.ClientSecret!),
                ]),
            },
            cancel);
        if ((int)answer.Status == 400) throw new FeedRefusedException("the source refuses the hub's credentials");
        answer.ThrowUnlessGood();
        var fields = new JsonFields(answer.Object());
        var seconds = fields.Whole("expires_in");
        return fields.Text("access_token") is { Length: > 0 } token
            ? new AccessToken(token, seconds > 0 ? TimeSpan.FromSeconds(seconds) : null)
            : throw new FeedRefusedException("the source answers the hub's credentials without a token");
    }
}
