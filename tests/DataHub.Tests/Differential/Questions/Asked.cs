using System.Collections.Immutable;
using System.Text.Json.Nodes;
using DataHub.Access;
using DataHub.GraphQL.Types;

namespace DataHub.Tests.Differential.Questions;

/// <summary>A field that is asked for, with what is asked below it.</summary>
/// <param name="Definition">The field; null for <c>__typename</c>.</param>
/// <param name="Alias">Its response key; unique among its siblings.</param>
/// <param name="Arguments">Values as JSON.</param>
/// <param name="Below">Empty for a leaf.</param>
internal sealed record Asked(FieldDefinition? Definition, string Alias, ImmutableArray<Given> Arguments, ImmutableArray<Asked> Below)
{
    /// <summary>The type in a fragment on which the field stands; null when it stands in the selection itself.</summary>
    public string? On { get; init; }

    /// <summary>Asks on from a row of the list: after or before the row of that number (counted around) of the list without page arguments.</summary>
    public Place? From { get; init; }

    public string Name => Definition?.Name ?? "__typename";
}

/// <summary>A value for an argument.</summary>
internal sealed record Given(InputValueDefinition Argument, JsonNode? Value);

/// <summary>A row to ask on from.</summary>
/// <param name="Argument"><c>after</c> or <c>before</c>.</param>
internal sealed record Place(string Argument, int Row);

/// <summary>What a caller asks.</summary>
/// <param name="Caller">Who.</param>
/// <param name="Roots">Fields of Query.</param>
/// <param name="OtherValues">Seed of other values for the same document with variables; null: values stand in the document.</param>
internal sealed record Question(Caller Caller, ImmutableArray<Asked> Roots, int? OtherValues)
{
    public override string ToString()
    {
        var (document, variables) = QuestionText.Of(this, new Dictionary<Place, string?>());
        var person = Caller.PersonId is { } id ? $" (person {id})" : "";
        var other = OtherValues is { } seed ? $", other values {seed}" : "";
        return $"{Caller.Client}{person}{other}:\n{document}\n{variables?.ToJsonString()}\n{Places(Roots)}";
    }

    private static string Places(IEnumerable<Asked> fields) => string.Concat(fields.Select(f => Told(f) + Places(f.Below)));

    private static string Told(Asked field) => field.From is { } place
        ? $"{field.Alias}: {place.Argument} the cursor of row {place.Row} of the list without page arguments\n"
        : "";
}
