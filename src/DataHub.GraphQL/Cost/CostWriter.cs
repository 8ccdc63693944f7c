using System.Text.Json;
using DataHub.GraphQL.Execution;

namespace DataHub.GraphQL.Cost;

/// <summary>Writes <c>extensions.cost</c>.</summary>
internal static class CostWriter
{
    /// <summary>As clients are told: to the thousandth.</summary>
    public static double Shown(double cost) => Math.Round(cost, 3);

    /// <summary>The extensions of an answer that tell of its cost and of nothing else.</summary>
    public static void Write(ref JsonOutput json, CostReport report)
    {
        json.Raw("{\"cost\":{\"requested\":"u8);
        json.Number(Shown(report.Requested));
        if (report is { Actual: { } actual, Refunded: { } refunded })
        {
            json.Raw(",\"actual\":"u8);
            json.Number(Shown(actual));
            json.Raw(",\"refunded\":"u8);
            json.Number(Shown(refunded));
        }
        json.Raw(",\"remaining\":"u8);
        json.Number(report.Balance.Remaining);
        json.Raw(",\"restoreRate\":"u8);
        json.Number(report.Balance.RestoreRate);
        json.Raw("}}"u8);
    }

    public static void Write(Utf8JsonWriter writer, CostReport report)
    {
        writer.WriteStartObject();
        writer.WriteNumber("requested", Shown(report.Requested));
        if (report is { Actual: { } actual, Refunded: { } refunded })
        {
            writer.WriteNumber("actual", Shown(actual));
            writer.WriteNumber("refunded", Shown(refunded));
        }
        writer.WriteNumber("remaining", report.Balance.Remaining);
        writer.WriteNumber("restoreRate", report.Balance.RestoreRate);
        if (report.Explanation is { } explanation) Write(writer, explanation, report.Balance);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, CostExplanation explanation, CostBalance balance)
    {
        writer.WriteNumber("capacity", balance.Capacity);
        writer.WriteNumber("fieldCost", Shown(explanation.Totals.Field));
        writer.WriteNumber("typeCost", Shown(explanation.Totals.Type));
        writer.WriteStartArray("fields");
        foreach (var field in explanation.Fields)
        {
            writer.WriteStartObject();
            writer.WriteString("path", field.Path);
            writer.WriteNumber("count", Shown(field.Count));
            writer.WriteNumber("cost", Shown(field.Cost));
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }
}
