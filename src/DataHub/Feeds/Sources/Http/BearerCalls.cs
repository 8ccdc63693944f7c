using System.Net;
using System.Net.Http.Headers;

namespace DataHub.Feeds.Sources.Http;

/// <summary>Calls with the hub's token; a refused token is renewed once.</summary>
internal sealed class BearerCalls(SourceHttp http, AccessTokens tokens)
{
    /// <summary>A GET; throws <see cref="FeedRefusedException"/> when there is no answer, and gives any that there is.</summary>
    public async Task<SourceAnswer> GetAsync(string path, CancellationToken cancel)
    {
        var token = await tokens.GetAsync(cancel);
        var answer = await GetAsync(path, token, cancel);
        if (answer.Status != HttpStatusCode.Unauthorized) return answer;
        await tokens.DropAsync(token, cancel);
        return await GetAsync(path, await tokens.GetAsync(cancel), cancel);
    }

    private Task<SourceAnswer> GetAsync(string path, string token, CancellationToken cancel) => http.AskAsync(
        () =>
        {
            var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            return request;
        },
        cancel);
}
