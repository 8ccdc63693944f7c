using DataHub.GraphQL.Types;

namespace DataHub.GraphQL.Execution;

/// <summary>Checks that a resolver's answer has the shape of the field's type, before anything trusts its indices.</summary>
internal static class ResolvedShape
{
    public static void Check(FieldSelection field, int parents, ResolvedField resolved)
    {
        if (resolved.Layers.Count != ListDepth(field.Definition.Type)) throw Fault(field, "has another number of list layers");
        var count = parents;
        for (var i = 0; i < resolved.Layers.Count; i++) count = CheckLayer(field, resolved.Layers[i], count);
        if (field.Definition.Type.Named is ScalarType or EnumType) CheckLeaf(field, resolved, count);
        else CheckRows(field, resolved, count);
        for (var i = 0; i < resolved.Errors.Count; i++)
            if (resolved.Errors[i].Row < 0 || resolved.Errors[i].Row >= parents) throw Fault(field, "has an error at a row that is not there");
    }

    private static int CheckLayer(FieldSelection field, ListLayer layer, int lists)
    {
        var starts = layer.Starts;
        if (starts.Length != lists + 1 || starts[0] < 0) throw Fault(field, "has a list layer of the wrong length");
        for (var i = 1; i < starts.Length; i++)
            if (starts[i] < starts[i - 1]) throw Fault(field, "has a list that ends before it starts");
        if (layer.Nulls is { } nulls && nulls.Length < lists) throw Fault(field, "marks nulls for fewer lists than there are");
        return starts[^1];
    }

    private static void CheckLeaf(FieldSelection field, ResolvedField resolved, int count)
    {
        if (resolved.Values is null || resolved.Rows is not null) throw Fault(field, "has rows where values are expected");
        if (resolved.Values.Count < count) throw Fault(field, "has fewer values than elements");
    }

    private static void CheckRows(FieldSelection field, ResolvedField resolved, int count)
    {
        if (resolved.Rows is null || resolved.Values is not null) throw Fault(field, "has values where rows are expected");
        var rows = resolved.Rows.Count;
        if (resolved.RowOf is null && rows < count) throw Fault(field, "has fewer rows than elements");
        if (resolved.RowOf is null) return;
        if (resolved.RowOf.Length < count) throw Fault(field, "maps fewer elements than there are");
        for (var i = 0; i < count; i++)
            if (resolved.RowOf[i] < -1 || resolved.RowOf[i] >= rows) throw Fault(field, "points to a row that is not there");
    }

    private static int ListDepth(GraphQLType type)
    {
        var depth = 0;
        for (var inner = type.Nullable; inner is ListType list; inner = list.Of.Nullable) depth++;
        return depth;
    }

    private static InvalidOperationException Fault(FieldSelection field, string what) =>
        new($"What was resolved for {field.Definition.Coordinate} {what}.");
}
