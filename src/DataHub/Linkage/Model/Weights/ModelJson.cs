using System.Text.Json;
using DataHub.Linkage.Model.Comparing;

namespace DataHub.Linkage.Model.Weights;

/// <summary>
/// A model as JSON, to be kept and read back: per stage its prior, what rarity counts, and bits by comparison and level. A level that is
/// not
/// named weighs nothing.
/// </summary>
internal static class ModelJson
{
    /// <summary>Writes a model.</summary>
    public static string Write(LinkModel model)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteString("version", model.Version);
            json.WriteNumber("referenceRecords", model.Weights.ReferenceRecords);
            Write(json, "person", model.Weights.Person);
            Write(json, "samePerson", model.Weights.SamePerson);
            Write(json, "across", model.Weights.Across);
            json.WritePropertyName("thresholds");
            JsonSerializer.Serialize(json, model.Weights.Thresholds, Web);
            json.WriteEndObject();
        }
        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>Reads a model.</summary>
    /// <exception cref="FormatException">Says what is missing or unknown, and where.</exception>
    public static LinkModel Read(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            var root = document.RootElement;
            return new(Member(root, "version").GetString()!, new()
            {
                ReferenceRecords = Member(root, "referenceRecords").GetDouble(),
                Person = Stage(root, "person"),
                SamePerson = Stage(root, "samePerson"),
                Across = Stage(root, "across"),
                Thresholds = Member(root, "thresholds").Deserialize<LinkThresholds>(Web)!,
            });
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            throw new FormatException($"The linkage model is not readable: {error.Message}", error);
        }
    }

    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    private static void Write(Utf8JsonWriter json, string name, StageWeights stage)
    {
        json.WriteStartObject(name);
        json.WriteNumber("prior", stage.Prior);
        json.WriteBoolean("movesWithPopulation", stage.MovesWithPopulation);
        Write(json, "nameRarity", stage.Name);
        Write(json, "brandRarity", stage.Brand);
        json.WriteStartObject("bits");
        foreach (var comparison in Enum.GetValues<Comparison>())
        {
            json.WriteStartObject(Evidence.NameOf(comparison));
            foreach (var level in Enum.GetValues<Level>())
            {
                if (stage[comparison, level] != 0) json.WriteNumber(Evidence.NameOf(level), Math.Round(stage[comparison, level], 2));
            }
            json.WriteEndObject();
        }
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, RarityWeight weight)
    {
        json.WriteStartObject(name);
        json.WriteNumber("share", Math.Round(weight.Share, 2));
        json.WriteNumber("most", Math.Round(weight.Most, 2));
        json.WriteEndObject();
    }

    private static StageWeights Stage(JsonElement root, string name)
    {
        var stage = Member(root, name);
        var weights = new StageWeights
        {
            Prior = Member(stage, "prior").GetSingle(),
            MovesWithPopulation = Member(stage, "movesWithPopulation").GetBoolean(),
            Name = Rarity(Member(stage, "nameRarity")),
            Brand = Rarity(Member(stage, "brandRarity")),
        };
        foreach (var comparison in Member(stage, "bits").EnumerateObject())
        {
            var of = Known<Comparison>(comparison.Name, Evidence.NameOf, name);
            foreach (var level in comparison.Value.EnumerateObject())
            {
                weights = weights.With(of, Known<Level>(level.Name, Evidence.NameOf, $"{name}.{comparison.Name}"), level.Value.GetSingle());
            }
        }
        return weights;
    }

    private static RarityWeight Rarity(JsonElement element) =>
        new(Member(element, "share").GetSingle(), Member(element, "most").GetSingle());

    private static T Known<T>(string text, Func<T, string> name, string where) where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
        {
            if (name(value) == text) return value;
        }
        throw new FormatException($"The linkage model names {text} in {where}, which this version does not know.");
    }

    private static JsonElement Member(JsonElement element, string name) => element.TryGetProperty(name, out var member)
        ? member
        : throw new FormatException($"The linkage model lacks \"{name}\".");
}
