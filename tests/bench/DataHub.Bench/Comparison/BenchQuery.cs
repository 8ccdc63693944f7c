using System.Text.Json.Nodes;

namespace DataHub.Bench.Comparison;

/// <summary>A question with the values it is asked with, one after the other.</summary>
/// <param name="Name">Q1 … Q7, one of them with a word behind it for another form of it, or the name of a file.</param>
/// <param name="Document">The GraphQL document that the hub is sent.</param>
/// <param name="Variables">
/// At least one set; a variable <c>after</c> holds the key of a business, which each server turns into its own cursor.
/// </param>
internal sealed record BenchQuery(string Name, string Document, IReadOnlyList<JsonObject> Variables)
{
    /// <summary>The sandbox's client that asks it.</summary>
    public string Client { get; init; } = Consumer.Steward.Client;

    /// <summary>Ends of the paths in the answer at which that client sees another form of the value.</summary>
    public IReadOnlyList<string> Masked { get; init; } = [];

    /// <summary>Scans everything: one connection shows what it costs.</summary>
    public bool IsHeavy => Name.StartsWith("Q5", StringComparison.Ordinal);

    /// <summary>The name under which other systems than the hub know the question.</summary>
    public string Question => Name.Split(' ')[0];
}
