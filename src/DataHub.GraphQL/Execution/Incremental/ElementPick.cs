using System.Collections;
using DataHub.GraphQL.Types;

namespace DataHub.GraphQL.Execution;

/// <summary>Some elements of what a field is worth, with the layers below them.</summary>
internal sealed record ElementPick(IReadOnlyList<ListLayer> Layers, Column? Values, RowSet? Rows, int[]? RowOf)
{
    /// <summary><paramref name="items"/> are elements of the layer before number <paramref name="depth"/>.</summary>
    public static ElementPick Pick(ResolvedField all, int depth, int[] items, NamedType type)
    {
        var layers = new List<ListLayer>();
        for (; depth < all.Layers.Count; depth++) layers.Add(PickLists(all.Layers[depth], items, out items));
        if (all.Values is { } values) return new(layers, values.Accept(new ColumnPicker(items)), null, null);
        var rowOf = new int[items.Length];
        var rows = new List<int>();
        var known = new Dictionary<int, int>();
        for (var i = 0; i < items.Length; i++)
        {
            var row = all.RowOf is null ? items[i] : all.RowOf[items[i]];
            if (row >= 0 && known.TryAdd(row, rows.Count)) rows.Add(row);
            rowOf[i] = row < 0 ? row : known[row];
        }
        return new(layers, null, PickRows(all.Rows!, [.. rows], type), rowOf);
    }

    public ResolvedField Under(ListLayer outer, IReadOnlyList<RowError> errors) =>
        new() { Layers = [outer, .. Layers], Values = Values, Rows = Rows, RowOf = RowOf, Errors = errors };

    public static ListLayer PickLists(ListLayer layer, int[] lists, out int[] items)
    {
        var starts = new int[lists.Length + 1];
        var nulls = layer.Nulls is null ? null : new BitArray(lists.Length);
        var kept = new List<int>();
        for (var i = 0; i < lists.Length; i++)
        {
            for (var item = layer.Starts[lists[i]]; item < layer.Starts[lists[i] + 1]; item++) kept.Add(item);
            starts[i + 1] = kept.Count;
            if (nulls is not null) nulls[i] = layer.Nulls![lists[i]];
        }
        items = kept.ToArray();
        return new ListLayer(starts, nulls);
    }

    // Rows of several types are parted by type later, out of their own set.
    private static RowSet PickRows(RowSet rows, int[] picked, NamedType type) =>
        type is ObjectType one ? rows.Pick(picked, one) : new PickedRows(rows, picked);
}

/// <summary>A column's values for some elements.</summary>
internal sealed class ColumnPicker(int[] picked) : IColumnVisitor<Column>
{
    public Column Visit<T>(Column<T> column) => new PickedColumn<T>(column, picked);
}

internal sealed class PickedColumn<T>(Column<T> column, int[] picked) : Column<T>
{
    public override int Count => picked.Length;

    public override T this[int row] => column[picked[row]];

    public override bool IsNull(int row) => column.IsNull(picked[row]);
}
