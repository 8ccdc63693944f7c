namespace DataHub.GraphQL.Execution;

/// <summary>
/// Section 7.1.6 Data: writes rows in response order, values from their columns. Its recursion is as deep as the plan, whatever the
/// data.
/// </summary>
internal static class ResponseWriter
{
    public static void Write(ref JsonOutput json, ObjectGroup root, int row = 0) => WriteObject(ref json, root, row);

    /// <summary>A list field's items at one row.</summary>
    public static void WriteItems(ref JsonOutput json, FieldResult field, int row) => WriteList(ref json, field, 0, row);

    /// <summary>Items that follow others of their list.</summary>
    public static void WriteMoreItems(ref JsonOutput json, FieldResult field)
    {
        for (var item = 0; item < field.Layers[0].Starts[1]; item++)
        {
            json.Byte((byte)',');
            WritePosition(ref json, field, 1, item);
        }
    }

    private static void WriteObject(ref JsonOutput json, ObjectGroup group, int row)
    {
        if (group.IsDead(row))
        {
            json.Null();
            return;
        }
        var fields = group.Fields;
        if (fields.Length == 0) json.Byte((byte)'{');
        for (var i = 0; i < fields.Length; i++)
        {
            var field = fields[i];
            json.Prefix(field.Prefix, i == 0);
            if (field.PlainLeaf is { } leaf) leaf.Write(ref json, row);
            else if (field.Failure is not null) json.Null();
            else WritePosition(ref json, field, 0, row);
        }
        json.Byte((byte)'}');
    }

    private static void WritePosition(ref JsonOutput json, FieldResult field, int depth, int position)
    {
        if (field.IsNull(depth, position))
            json.Null();
        else if (depth < field.Layers.Count)
            WriteList(ref json, field, depth, position);
        else if (field.Output is { } output)
            output.Write(ref json, position);
        else
        {
            var (group, row) = field.Children!.At(position);
            WriteObject(ref json, group, row);
        }
    }

    private static void WriteList(ref JsonOutput json, FieldResult field, int depth, int list)
    {
        var starts = field.Layers[depth].Starts;
        json.Byte((byte)'[');
        for (var item = starts[list]; item < starts[list + 1]; item++)
        {
            if (item > starts[list]) json.Byte((byte)',');
            WritePosition(ref json, field, depth + 1, item);
        }
        if (field.Open is { } open) open.At = json.Written;
        json.Byte((byte)']');
    }
}
