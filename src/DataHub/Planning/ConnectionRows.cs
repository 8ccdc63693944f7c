using DataHub.GraphQL.Execution;

namespace DataHub.Planning;

/// <summary>Pages, one a parent: what the fields of a connection type read.</summary>
internal sealed class ConnectionRows(int parents, PagedRows? rows, IReadOnlyDictionary<string, Column> figures) : RowSet
{
    public override int Count => parents;

    public override ResolvedField Read(FieldSelection field) => field.Definition.Name switch
    {
        "nodes" => ResolvedField.Many(rows!.Rows, rows.Starts, rows.RowOf),
        "edges" => ResolvedField.Many(new EdgeRows(rows!), rows!.Starts),
        "pageInfo" => ResolvedField.One(new PageInfoRows(rows!)),
        var name => ResolvedField.Leaf(figures[name]),
    };
}

/// <summary>The rows of pages: elements Starts[p] until Starts[p + 1] belong to page p; element e is row RowOf[e] of <paramref name="Rows"/>.</summary>
internal sealed record PagedRows(RowSet Rows, int[] Starts, int[] RowOf, bool[] HasNext, bool[] HasPrevious, Func<int, string> CursorOf);

internal sealed class EdgeRows(PagedRows page) : RowSet
{
    public override int Count => page.RowOf.Length;

    public override ResolvedField Read(FieldSelection field) => field.Definition.Name == "node"
        ? ResolvedField.One(page.Rows, page.RowOf)
        : ResolvedField.Leaf(new FunctionColumn<string>(page.RowOf.Length, element => page.CursorOf(page.RowOf[element])));
}

internal sealed class PageInfoRows(PagedRows page) : RowSet
{
    public override int Count => page.HasNext.Length;

    public override ResolvedField Read(FieldSelection field) => ResolvedField.Leaf(field.Definition.Name switch
    {
        "hasNextPage" => new FunctionColumn<bool>(Count, p => page.HasNext[p]),
        "hasPreviousPage" => new FunctionColumn<bool>(Count, p => page.HasPrevious[p]),
        "startCursor" => new FunctionColumn<string>(Count, p => page.CursorOf(page.RowOf[page.Starts[p]]), IsEmpty),
        "endCursor" => new FunctionColumn<string>(Count, p => page.CursorOf(page.RowOf[page.Starts[p + 1] - 1]), IsEmpty),
        _ => throw new InvalidOperationException($"{field.Definition.Coordinate} is no field of PageInfo."),
    });

    private bool IsEmpty(int p) => page.Starts[p] == page.Starts[p + 1];
}

/// <summary>Values computed when they are read.</summary>
internal sealed class FunctionColumn<T>(int count, Func<int, T> value, Func<int, bool>? isNull = null) : Column<T>
{
    public override int Count => count;

    public override T this[int row] => value(row);

    public override bool IsNull(int row) => isNull?.Invoke(row) ?? false;
}
