using System.Text.Json;
using System.Text.Json.Nodes;
using DataHub.Bench.Comparison.Load;
using DataHub.Bench.Comparison.Servers;

namespace DataHub.Bench.Comparison;

/// <summary>
/// Compares the answers of all systems before anything is measured: who answers less is not faster. Where a consumer sees another form of
/// a value, one of two systems has to show it.
/// </summary>
internal static class AnswerCheck
{
    private const int SetsCompared = 8;

    /// <summary>Throws <see cref="BenchException"/> that names the first difference.</summary>
    public static async Task CompareAsync(BenchQuery query, IReadOnlyList<(MeasuredServer Server, IReadOnlyList<byte[]> Requests)> systems)
    {
        var masks = new Masks(query.Masked);
        for (var set = 0; set < Math.Min(SetsCompared, query.Variables.Count); set++)
        {
            var first = await AnswerAsync(systems[0], set, query);
            foreach (var other in systems.Skip(1))
            {
                if (Difference(first, await AnswerAsync(other, set, query), "data", masks) is not { } difference) continue;
                throw new BenchException(
                    $"{query.Name} with {query.Variables[set].ToJsonString()} is answered differently "
                    + $"by {systems[0].Server.Name} and {other.Server.Name}: {difference}");
            }
        }
        if (systems.Count > 1 && masks.Unseen is { } path)
            throw new BenchException($"{query.Name} has the same {path} on all systems: nothing is masked.");
    }

    private static async Task<JsonNode?> AnswerAsync(
        (MeasuredServer Server, IReadOnlyList<byte[]> Requests) system, int set, BenchQuery query)
    {
        using var connection = await HttpConnection.OpenAsync(system.Server.Process.Port);
        var answer = JsonNode.Parse((await connection.AskAsync(system.Requests[set])).Span)!;
        return answer["errors"] is null
            ? system.Server.Comparable(answer["data"], query.Variables[set])
            : throw new BenchException($"{system.Server.Name} answers with errors: {answer["errors"]!.ToJsonString()}");
    }

    private static string? Difference(JsonNode? a, JsonNode? b, string path, Masks masks) => (a, b) switch
    {
        _ when masks.Take(path, a, b) => null,
        // Cursors are each system's own.
        _ when path.EndsWith(".endCursor", StringComparison.Ordinal) => null,
        (JsonObject x, JsonObject y) => x.Select(p => p.Key).Union(y.Select(p => p.Key))
            .Select(name => x.ContainsKey(name) && y.ContainsKey(name)
                ? Difference(x[name], y[name], $"{path}.{name}", masks) : $"only one has {path}.{name}")
            .FirstOrDefault(difference => difference is not null),
        (JsonArray x, JsonArray y) when x.Count == y.Count =>
            x.Select((element, i) => Difference(element, y[i], $"{path}[{i}]", masks)).FirstOrDefault(difference => difference is not null),
        _ => Text(a) == Text(b) ? null : $"{path} is {Shown(a)} and {Shown(b)}",
    };

    /// <summary>Paths at which two answers may differ, and do so somewhere.</summary>
    private sealed class Masks(IReadOnlyList<string> ends)
    {
        private readonly HashSet<string> seen = [];

        /// <summary>The first one at which no two answers differed.</summary>
        public string? Unseen => ends.FirstOrDefault(end => !seen.Contains(end));

        public bool Take(string path, JsonNode? a, JsonNode? b)
        {
            if (ends.FirstOrDefault(end => path.EndsWith($".{end}", StringComparison.Ordinal)) is not { } masked) return false;
            if (Text(a) != Text(b)) seen.Add(masked);
            return true;
        }
    }

    // "2500.00" and "2500" are the same amount.
    private static string Text(JsonNode? value)
    {
        var text = (value?.ToJsonString() ?? "null").Trim('"');
        var isDecimal = text.All(c => char.IsAsciiDigit(c) || c == '.') && text.Count(c => c == '.') == 1;
        return isDecimal && value!.GetValueKind() == JsonValueKind.String ? text.TrimEnd('0').TrimEnd('.') : text;
    }

    private static string Shown(JsonNode? value) => value?.ToJsonString() is { } text ? text[..Math.Min(text.Length, 200)] : "null";
}
