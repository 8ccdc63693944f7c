using System.Net;
using System.Text.Json;

namespace DataHub.Api.Tests.ServerSentEvents;

/// <summary>A response whose events a test reads one after the other.</summary>
internal sealed class EventStream : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly StreamReader reader;

    private EventStream(HttpResponseMessage message, Stream body) => (Message, reader) = (message, new StreamReader(body));

    public HttpResponseMessage Message { get; }

    public HttpStatusCode Status => Message.StatusCode;

    public static Task<EventStream> PostAsync(RunningHost host, string query, string? token = null, string accept = "text/event-stream")
    {
        var request = host.Post(JsonSerializer.Serialize(new { query }), accept);
        if (token is not null) request.Headers.Authorization = new("Bearer", token);
        return SendAsync(host, request);
    }

    public static async Task<EventStream> SendAsync(RunningHost host, HttpRequestMessage request)
    {
        var message = await host.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return new EventStream(message, await message.Content.ReadAsStreamAsync());
    }

    /// <summary>The next event as <c>name: data</c>, a comment as <c>:</c>; null at the end.</summary>
    public async Task<string?> NextAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        var lines = new List<string>();
        while (await reader.ReadLineAsync(patience.Token) is { } line)
        {
            if (line.Length > 0) lines.Add(line);
            else return Read(lines);
        }
        Assert.Empty(lines);
        return null;
    }

    /// <summary>The next event that is no comment.</summary>
    public async Task<string?> EventAsync()
    {
        var next = await NextAsync();
        while (next == ":") next = await NextAsync();
        return next;
    }

    public void Dispose() => Message.Dispose();

    private static string Read(List<string> lines)
    {
        if (lines is [":"]) return ":";
        Assert.Equal(2, lines.Count);
        Assert.StartsWith("event: ", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("data: ", lines[1], StringComparison.Ordinal);
        return $"{lines[0]["event: ".Length..]}: {lines[1]["data: ".Length..]}";
    }
}
