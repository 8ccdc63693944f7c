using DataHub.GraphQL.Types;

namespace DataHub.GraphQL.Execution;

/// <summary>Some rows of a set, in a given order.</summary>
internal sealed class PickedRows(RowSet source, int[] rows) : RowSet
{
    public override int Count => rows.Length;

    public override ObjectType TypeOf(int row) => source.TypeOf(rows[row]);

    public override RowSet Pick(int[] chosen, ObjectType type) => source.Pick(Array.ConvertAll(chosen, row => rows[row]), type);

    public override Column<T> Column<T>(string name) => new PickedColumn<T>(source.Column<T>(name), rows);

    public override ResolvedField Read(FieldSelection field)
    {
        var all = source.Read(field);
        var picked = rows;
        var layers = new List<ListLayer>(all.Layers.Count);
        foreach (var layer in all.Layers)
        {
            layers.Add(ElementPick.PickLists(layer, picked, out var items));
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

    private List<RowError> PickErrors(IReadOnlyList<RowError> errors)
    {
        var kept = new List<RowError>();
        if (errors.Count == 0) return kept;
        var byRow = errors.ToLookup(e => e.Row, e => e.Error);
        for (var i = 0; i < rows.Length; i++)
            foreach (var error in byRow[rows[i]]) kept.Add(new RowError(i, error));
        return kept;
    }
}
