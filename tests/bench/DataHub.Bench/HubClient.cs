using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace DataHub.Bench;

/// <summary>Asks a serving hub as its sandbox steward, over one kept connection.</summary>
internal sealed class HubClient : IDisposable
{
    private readonly HttpClient http;

    private HubClient(HttpClient http) => this.http = http;

    public static async Task<HubClient> ConnectAsync(Uri url)
    {
        var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 1 }) { BaseAddress = url };
        using var form = new FormUrlEncodedContent(
            [new("grant_type", "client_credentials"), new("client_id", "steward-sandbox"), new("client_secret", "sandbox")]);
        using var response = await http.PostAsync(new Uri("/connect/token", UriKind.Relative), form);
        response.EnsureSuccessStatusCode();
        var token = (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("access_token").GetString();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return new HubClient(http);
    }

    /// <summary>NIBs of the first businesses that have one.</summary>
    public async Task<string[]> SomeNibsAsync(int count)
    {
        var answer = JsonDocument.Parse(await AskAsync(
            JsonContent.Create(new { query = $"{{ businesses(first: {count}, where: {{ nib: {{ neq: null }} }}) {{ nodes {{ nib }} }} }}" })));
        return [.. answer.RootElement.GetProperty("data").GetProperty("businesses").GetProperty("nodes").EnumerateArray().Select(n => n.GetProperty("nib").GetString()!)];
    }

    /// <summary>The answer's bytes; throws when it is no 200.</summary>
    public async Task<byte[]> AskAsync(HttpContent body)
    {
        using var response = await http.PostAsync(new Uri("/graphql", UriKind.Relative), body);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsByteArrayAsync();
    }

    public void Dispose() => http.Dispose();
}
