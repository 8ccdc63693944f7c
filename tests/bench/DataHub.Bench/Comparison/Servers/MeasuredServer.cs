using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace DataHub.Bench.Comparison.Servers;

/// <summary>A running system that answers the queries.</summary>
internal abstract class MeasuredServer(string name, ServerProcess process) : IAsyncDisposable
{
    public string Name { get; } = name;

    public ServerProcess Process { get; } = process;

    /// <summary>True when the process tells of its managed heap.</summary>
    public virtual bool IsDotNet => true;

    /// <summary>False when the system has no answer of its own to a query.</summary>
    public virtual bool Answers(BenchQuery query) => query.Name == query.Question;

    /// <summary>Whole HTTP requests, one for each set of variables.</summary>
    public abstract Task<IReadOnlyList<byte[]>> RequestsAsync(BenchQuery query);

    /// <summary>The data of an answer in the hub's shape.</summary>
    public virtual JsonNode? Comparable(JsonNode? data, JsonObject variables) => data;

    public ValueTask DisposeAsync() => Process.DisposeAsync();

    protected static byte[] Post(string path, string headers, JsonObject body)
    {
        var content = Encoding.UTF8.GetBytes(body.ToJsonString());
        var head = string.Create(
            CultureInfo.InvariantCulture,
            $"POST {path} HTTP/1.1\r\nHost: localhost\r\nAccept: application/json\r\n{headers}"
            + $"Content-Type: application/json\r\nContent-Length: {content.Length}\r\n\r\n");
        return [.. Encoding.ASCII.GetBytes(head), .. content];
    }

    protected static JsonObject Body(string document, JsonObject variables) =>
        new() { ["query"] = document, ["variables"] = variables.DeepClone() };
}
