using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace DataHub.Tests.Differential.Questions;

/// <summary>Smaller questions to try in the place of one that shows a difference.</summary>
internal static class Shrinking
{
    public static IEnumerable<Question> Of(Question question)
    {
        if (question.OtherValues is not null) yield return question with { OtherValues = null };
        foreach (var roots in Each(question.Roots)) yield return question with { Roots = roots };
    }

    /// <summary>With one field less, or one of them smaller.</summary>
    private static IEnumerable<ImmutableArray<Asked>> Each(ImmutableArray<Asked> fields)
    {
        if (fields.Length > 1) foreach (var field in fields) yield return fields.Remove(field);
        foreach (var field in fields)
            foreach (var smaller in Of(field)) yield return fields.Replace(field, smaller);
    }

    private static IEnumerable<Asked> Of(Asked field)
    {
        if (field.From is not null) yield return field with { From = null };
        foreach (var given in field.Arguments)
        {
            if (!given.Argument.IsRequired) yield return field with { Arguments = field.Arguments.Remove(given) };
            foreach (var value in Of(given.Value)) yield return field with { Arguments = field.Arguments.Replace(given, given with { Value = value }) };
        }
        foreach (var below in Each(field.Below)) yield return field with { Below = below };
    }

    private static IEnumerable<JsonNode> Of(JsonNode? value) => value switch
    {
        JsonObject members => Members(members),
        JsonArray items => Items(items),
        _ => [],
    };

    private static IEnumerable<JsonNode> Members(JsonObject members)
    {
        foreach (var (name, value) in members)
        {
            yield return Changed(members, copy => copy.AsObject().Remove(name));
            // In the place of what negates or joins conditions, one of them.
            if (name == "not" && value is JsonObject) yield return value.DeepClone();
            if (name is "and" or "or" && value is JsonArray alternatives)
                foreach (var alternative in alternatives.OfType<JsonObject>()) yield return alternative.DeepClone();
            foreach (var smaller in Of(value)) yield return Changed(members, copy => copy[name] = smaller);
        }
    }

    private static IEnumerable<JsonNode> Items(JsonArray items)
    {
        for (var i = 0; i < items.Count; i++)
        {
            var at = i;
            if (items.Count > 1) yield return Changed(items, copy => copy.AsArray().RemoveAt(at));
            foreach (var smaller in Of(items[at])) yield return Changed(items, copy => copy[at] = smaller);
        }
    }

    private static JsonNode Changed(JsonNode value, Action<JsonNode> change)
    {
        var copy = value.DeepClone();
        change(copy);
        return copy;
    }
}
