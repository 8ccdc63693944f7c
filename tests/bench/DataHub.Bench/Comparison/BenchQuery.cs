using System.Text.Json.Nodes;

namespace DataHub.Bench.Comparison;

/// <summary>A question with the values it is asked with, one after the other.</summary>
/// <param name="Name">Q1 … Q7, or the name of a file.</param>
/// <param name="Document">The GraphQL document that the hub is sent.</param>
/// <param name="Variables">
/// At least one set; a variable <c>after</c> holds the key of a business, which each server turns into its own cursor.
/// </param>
internal sealed record BenchQuery(string Name, string Document, IReadOnlyList<JsonObject> Variables)
{
    /// <summary>Scans everything: one connection shows what it costs.</summary>
    public bool IsHeavy => Name.StartsWith("Q5", StringComparison.Ordinal);

    /// <summary>The name under which other systems than the hub know the question.</summary>
    public string Question => Name.Split(' ')[0];
}
