using System.Text.Json;
using System.Text.Json.Nodes;
using DataHub.Linkage.Model.Comparing;

namespace DataHub.Linkage.Model.Weights;

/// <summary>The numbers of a model as JSON, for the record of what decided: stages, comparisons, levels, bits.</summary>
internal static class ModelJson
{
    private static readonly JsonSerializerOptions Options = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    /// <summary>Writes all numbers. Levels that weigh nothing are left out.</summary>
    public static string Write(ModelWeights weights) => new JsonObject
    {
        ["referenceRecords"] = weights.ReferenceRecords,
        ["thresholds"] = JsonSerializer.SerializeToNode(weights.Thresholds, Options),
        ["person"] = Stage(weights.Person),
        ["samePerson"] = Stage(weights.SamePerson),
        ["across"] = Stage(weights.Across),
    }.ToJsonString();

    private static JsonObject Stage(StageWeights stage)
    {
        var levels = new JsonObject();
        foreach (var comparison in Enum.GetValues<Comparison>())
        {
            var bits = new JsonObject();
            foreach (var level in Enum.GetValues<Level>())
                if (stage[comparison, level] != 0) bits[$"{level}"] = stage[comparison, level];
            if (bits.Count > 0) levels[$"{comparison}"] = bits;
        }
        return new JsonObject
        {
            ["prior"] = stage.Prior,
            ["movesWithPopulation"] = stage.MovesWithPopulation,
            ["nameRarity"] = JsonSerializer.SerializeToNode(stage.Name, Options),
            ["brandRarity"] = JsonSerializer.SerializeToNode(stage.Brand, Options),
            ["levels"] = levels,
        };
    }
}
