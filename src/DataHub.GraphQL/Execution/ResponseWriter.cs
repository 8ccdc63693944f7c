using System.Text.Json;

namespace DataHub.GraphQL.Execution;

/// <summary>
/// Section 7.1.5 Data: writes rows in response order, values from their columns. Its recursion is as deep as the plan, whatever the
/// data.
/// </summary>
internal static class ResponseWriter
{
    public static void Write(Utf8JsonWriter writer, ObjectGroup root) => WriteObject(writer, root, 0);

    private static void WriteObject(Utf8JsonWriter writer, ObjectGroup group, int row)
    {
        if (group.IsDead(row))
        {
            writer.WriteNullValue();
            return;
        }
        writer.WriteStartObject();
        foreach (var field in group.Fields)
        {
            writer.WritePropertyName(field.Selection.EncodedKey);
            if (field.Failure is not null) writer.WriteNullValue();
            else WritePosition(writer, field, 0, row);
        }
        writer.WriteEndObject();
    }

    private static void WritePosition(Utf8JsonWriter writer, FieldResult field, int depth, int position)
    {
        if (field.IsNull(depth, position))
            writer.WriteNullValue();
        else if (depth < field.Layers.Count)
            WriteList(writer, field, depth, position);
        else if (field.Output is { } output)
            output.Write(writer, position);
        else
        {
            var (group, row) = field.Children!.At(position);
            WriteObject(writer, group, row);
        }
    }

    private static void WriteList(Utf8JsonWriter writer, FieldResult field, int depth, int list)
    {
        var starts = field.Layers[depth].Starts;
        writer.WriteStartArray();
        for (var item = starts[list]; item < starts[list + 1]; item++) WritePosition(writer, field, depth + 1, item);
        writer.WriteEndArray();
    }
}
