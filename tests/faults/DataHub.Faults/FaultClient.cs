using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace DataHub.Faults;

/// <summary>A client that asks on and on, and keeps what it was answered.</summary>
internal sealed class FaultClient(Uri address, string client, RoundResult result) : IDisposable
{
    // Longer than any answer may take: what takes longer hangs.
    private readonly HttpClient http = new() { BaseAddress = address, Timeout = TimeSpan.FromSeconds(15) };
    private string? setting;
    private string? value;

    /// <summary>Called after each answer with data.</summary>
    public Action OnAnswer { get; init; } = static () => { };

    public async Task ConnectAsync()
    {
        using var form = new FormUrlEncodedContent([new("grant_type", "client_credentials"), new("client_id", client), new("client_secret", "sandbox")]);
        using var response = await http.PostAsync(new Uri("/connect/token", UriKind.Relative), form);
        response.EnsureSuccessStatusCode();
        var token = (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("access_token").GetString();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    /// <summary>Asks until told to stop. Each request has a name of its own.</summary>
    public async Task RunAsync(string name, CancellationToken stop)
    {
        for (var i = 1; !stop.IsCancellationRequested; i++)
            await AskAsync(string.Create(CultureInfo.InvariantCulture, $"{name}_{i}"));
    }

    private Task AskAsync(string name) => client switch
    {
        "owner-sandbox" => SendAsync(name, $"query {name} {{ me {{ person {{ name gender }} loans {{ nodes {{ plafon }} }} }} }}", result.Answered),
        "steward-sandbox" => ChangeAsync(name),
        _ => SendAsync(name, $"query {name} {{ businesses(first: 3) {{ nodes {{ nib owner {{ name }} loans {{ nodes {{ plafon }} }} }} }} }}", result.Answered),
    };

    private async Task ChangeAsync(string name)
    {
        if (setting is null && await ReadAsync("{ kurSettings { name value } }") is { } data)
        {
            var first = data.GetProperty("kurSettings")[0];
            (setting, value) = (first.GetProperty("name").GetString(), first.GetProperty("value").GetString());
        }
        if (setting is null) return;
        await SendAsync(
            name, $"mutation {name} {{ setKurSetting(input: {{ name: \"{setting}\", value: \"{value}\", reason: \"{name}\" }}) {{ errors {{ code }} setting {{ reason }} }} }}",
            result.Changed);
    }

    private async Task SendAsync(string name, string query, System.Collections.Concurrent.ConcurrentBag<string> answered)
    {
        if (await ReadAsync(query) is null) return;
        answered.Add(name);
        OnAnswer();
    }

    /// <summary>The answer's data; null when there is none, and why is noted.</summary>
    private async Task<JsonElement?> ReadAsync(string query)
    {
        try
        {
            using var response = await http.PostAsJsonAsync(new Uri("/graphql", UriKind.Relative), new { query });
            var body = await response.Content.ReadFromJsonAsync<JsonElement>();
            if (response.StatusCode == HttpStatusCode.OK && !body.TryGetProperty("errors", out _)) return body.GetProperty("data");
            if (response.StatusCode == HttpStatusCode.ServiceUnavailable) result.AddRefused();
            else result.Disorderly.Add($"{(int)response.StatusCode}: {body.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString()}");
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            result.AddBroken();
        }
        catch (JsonException)
        {
            result.AddBroken();
        }
        catch (TaskCanceledException)
        {
            result.Disorderly.Add("no answer in 15 s");
        }
        // Who is refused waits a moment, as clients do.
        await Task.Delay(50);
        return null;
    }

    public void Dispose() => http.Dispose();
}
