using System.Collections;
using DataHub.GraphQL.Types;

namespace DataHub.GraphQL.Execution;

/// <summary>Some rows of a set, in a given order.</summary>
internal sealed class PickedRows(RowSet source, int[] rows) : RowSet
{
    public override int Count => rows.Length;

    public override ObjectType TypeOf(int row) => source.TypeOf(rows[row]);

    public override Column<T> Column<T>(string name) => new PickedColumn<T>(source.Column<T>(name), rows);

    public override ResolvedField Read(FieldSelection field)
    {
        var all = source.Read(field);
        var picked = rows;
        var layers = new List<ListLayer>(all.Layers.Count);
        foreach (var layer in all.Layers)
        {
            layers.Add(PickLists(layer, picked, out var items));
            picked = items;
        }
        return new ResolvedField
        {
            Layers = layers,
            Values = all.Values?.Accept(new ColumnPicker(picked)),
            Rows = all.Rows,
            RowOf = all.Rows is null ? null : Array.ConvertAll(picked, element => all.RowOf is null ? element : all.RowOf[element]),
            Errors = PickErrors(all.Errors),
        };
    }

    private static ListLayer PickLists(ListLayer layer, int[] lists, out int[] items)
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

    private List<RowError> PickErrors(IReadOnlyList<RowError> errors)
    {
        var kept = new List<RowError>();
        if (errors.Count == 0) return kept;
        var byRow = errors.ToLookup(e => e.Row, e => e.Error);
        for (var i = 0; i < rows.Length; i++)
            foreach (var error in byRow[rows[i]]) kept.Add(new RowError(i, error));
        return kept;
    }

    private sealed class ColumnPicker(int[] picked) : IColumnVisitor<Column>
    {
        public Column Visit<T>(Column<T> column) => new PickedColumn<T>(column, picked);
    }

    private sealed class PickedColumn<T>(Column<T> column, int[] picked) : Column<T>
    {
        public override int Count => picked.Length;

        public override T this[int row] => column[picked[row]];

        public override bool IsNull(int row) => column.IsNull(picked[row]);
    }
}
