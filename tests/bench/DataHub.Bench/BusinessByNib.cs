using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text.Json;

namespace DataHub.Bench;

/// <summary>One business by NIB with eight fields, one request after the other.</summary>
internal sealed class BusinessByNib
{
    private const string Query = "query($nib: NIB!) { business(nib: $nib) { id nib name scale kbli registeredOn status capital } }";
    private readonly HubClient hub;
    private readonly byte[][] bodies;

    public BusinessByNib(HubClient hub, IEnumerable<string> nibs)
    {
        this.hub = hub;
        bodies = [.. nibs.Select(nib => JsonSerializer.SerializeToUtf8Bytes(new { query = Query, variables = new { nib } }))];
    }

    public async Task<Times> RunAsync(int requests)
    {
        var times = new double[requests];
        for (var i = 0; i < requests; i++)
        {
            using var body = new ByteArrayContent(bodies[i % bodies.Length]);
            body.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            var start = Stopwatch.GetTimestamp();
            var answer = await hub.AskAsync(body);
            times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            if (i == 0) RequireBusiness(answer);
        }
        return new Times(times);
    }

    private static void RequireBusiness(byte[] answer)
    {
        using var json = JsonDocument.Parse(answer);
        if (json.RootElement.GetProperty("data").GetProperty("business").ValueKind != JsonValueKind.Object)
            throw new InvalidOperationException("The hub did not find a business it had named.");
    }
}
