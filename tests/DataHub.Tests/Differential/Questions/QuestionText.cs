using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using DataHub.GraphQL.Types;

namespace DataHub.Tests.Differential.Questions;

/// <summary>A question as a document with its variables.</summary>
internal sealed class QuestionText
{
    /// <summary>Response key under which cursors are gathered.</summary>
    public const string CursorKey = "cursors_";

    private readonly StringBuilder body = new();
    private readonly List<string> definitions = [];
    private readonly JsonObject? variables;
    private readonly IReadOnlyDictionary<Place, string?> cursors;
    private readonly bool gathersCursors;

    private QuestionText(bool hasVariables, IReadOnlyDictionary<Place, string?> cursors, bool gathersCursors)
    {
        (variables, this.cursors, this.gathersCursors) = (hasVariables ? [] : null, cursors, gathersCursors);
    }

    /// <param name="question">The question.</param>
    /// <param name="cursors">Cursors by the places that ask on from them; a place without one is left out.</param>
    public static (string Document, JsonObject? Variables) Of(Question question, IReadOnlyDictionary<Place, string?> cursors) =>
        new QuestionText(question.OtherValues is not null, cursors, gathersCursors: false).Write(question);

    /// <summary>The same, but lists that are asked on are asked whole, with their cursors.</summary>
    public static (string Document, JsonObject? Variables) WithCursors(Question question) =>
        new QuestionText(question.OtherValues is not null, new Dictionary<Place, string?>(), gathersCursors: true).Write(question);

    private (string, JsonObject?) Write(Question question)
    {
        Selection(question.Roots);
        return ($"query{(definitions.Count > 0 ? $"({string.Join(", ", definitions)})" : "")}{body}", variables);
    }

    private void Selection(IEnumerable<Asked> fields)
    {
        body.Append(" {");
        foreach (var field in fields)
        {
            body.Append(field.On is null ? " " : $" ... on {field.On} {{ ").Append(field.Alias == field.Name ? "" : $"{field.Alias}: ").Append(field.Name);
            Arguments(field);
            if (!field.Below.IsEmpty) Selection(field.Below);
            // Into the selection that was just closed.
            if (IsGathered(field)) body.Insert(body.Length - 1, $"{CursorKey}: edges {{ cursor }} ");
            if (field.On is not null) body.Append(" }");
        }
        body.Append(" }");
    }

    private bool IsGathered(Asked field) => gathersCursors && field.From is not null;

    private void Arguments(Asked field)
    {
        var given = field.Arguments.Where(a => !IsGathered(field) || a.Argument.Name is not ("first" or "last")).ToList();
        if (field.From is { } place && cursors.GetValueOrDefault(place) is { } cursor)
            given.Add(new Given(field.Definition!.Argument(place.Argument)!, JsonValue.Create(cursor)));
        if (given.Count > 0) body.Append('(').AppendJoin(", ", given.Select(g => $"{g.Argument.Name}: {Value(g)}")).Append(')');
    }

    private string Value(Given given)
    {
        if (variables is null) return Literal(given.Value, given.Argument.Type);
        var name = $"v{variables.Count}";
        variables.Add(name, given.Value?.DeepClone());
        definitions.Add($"${name}: {given.Argument.Type}");
        return $"${name}";
    }

    /// <summary>A JSON value in the words of GraphQL: enum values and names of fields without quotation marks.</summary>
    private static string Literal(JsonNode? value, GraphQLType type) => (value, type.Nullable) switch
    {
        (null, _) => "null",
        (JsonArray items, ListType list) => $"[{string.Join(", ", items.Select(i => Literal(i, list.Of)))}]",
        (JsonObject members, InputObjectType input) =>
            $"{{ {string.Join(", ", members.Select(m => $"{m.Key}: {Literal(m.Value, input.Field(m.Key)!.Type)}"))} }}",
        (_, EnumType) => value.GetValue<string>(),
        _ => value.ToJsonString(JsonSerializerOptions.Default),
    };
}
