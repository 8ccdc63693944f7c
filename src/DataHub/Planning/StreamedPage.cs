using DataHub.GraphQL.Execution;

namespace DataHub.Planning;

/// <summary>
/// A long page at the root whose rows are read in chunks while the answer is written. One statement reads the keys of its rows in their order;
/// then each chunk is read by its keys, and the levels below for the chunk's rows, all in the request's one transaction, thus of one moment.
/// So the hub holds the keys of the page (at most <see cref="Access.Budgets.BudgetPlan.LargestPage"/>) and one chunk of rows.
/// </summary>
internal sealed class StreamedPage : ListChunks
{
    /// <summary>Rows of a chunk. A page of no more is read with one statement.</summary>
    public const int ChunkRows = 500;

    private static readonly Identifier Row = Identifier.Alias(0);
    private readonly StreamedRows source;
    private readonly bool asEdges;
    private readonly long[] keys;
    private int next;

    private StreamedPage(StreamedRows source, FieldSelection list, long[] keys) =>
        (this.source, asEdges, this.keys) = (source, list.Definition.Name == "edges", keys);

    public override bool HasMore => next < keys.Length;

    /// <summary>
    /// The field of a connection that is worth reading in chunks, and may be; null when there is none. Of a connection that asks for its rows
    /// twice each would be read twice; of one that is ordered by joined rows a chunk does not have the keys of its cursors.
    /// </summary>
    public static FieldSelection? ListOf(ResolveContext context, TableType type, PageQuery query)
    {
        if (query.Size <= ChunkRows || type.KeyType != typeof(long) || !query.HasOwnOrder) return null;
        FieldSelection? list = null;
        foreach (var field in context.Field.Selection.Fields)
        {
            if (field.Definition.Name is not ("nodes" or "edges")) continue;
            if (list is not null) return null;
            list = field;
        }
        return list is not null && context.TakesChunksOf(list) ? list : null;
    }

    /// <summary>Reads the keys of the page and its first chunk.</summary>
    /// <param name="source">Where the rows are read.</param>
    /// <param name="list">The connection's field that gets them.</param>
    /// <param name="page">The keys, asked for.</param>
    public static async ValueTask<ResolvedField> OpenAsync(StreamedRows source, FieldSelection list, PageRead page)
    {
        await page.Done;
        var parents = ParentKeys.Whole;
        var bounds = page.Cut(parents);
        var keyColumn = bounds.Rows.Column<long>(source.Type.Key);
        var keys = Array.ConvertAll(bounds.RowOf, row => keyColumn[row]);
        // Here it is known which rows the answer is about, and no byte of it has left: all of them are entered before the first one does.
        source.Request.Look.Add(source.Type, source.Fetch.Shape.Subjects, keys);
        var stream = new StreamedPage(source, list, keys);
        var first = await stream.ReadAsync();
        if (stream.HasMore) first = new ResolvedField { Layers = first.Layers, Rows = first.Rows, RowOf = first.RowOf, More = stream };
        var connection = new ConnectionRows(1, bounds, page.FiguresOf(parents));
        return ResolvedField.One(new StreamedConnection(connection, list, first));
    }

    public override ValueTask<ResolvedField> NextAsync(CancellationToken cancellation) => source.Request.Session.HasFailed
        ? throw new InvalidOperationException("A statement failed: what follows would be of another moment.")
        : ReadAsync();

    private async ValueTask<ResolvedField> ReadAsync()
    {
        var chunk = keys[next..Math.Min(keys.Length, next + ChunkRows)];
        next += chunk.Length;
        var (request, fetch) = (source.Request, source.Fetch);
        var store = new RowStore(fetch.TypesWithKey, request.Session.Texts, chunk.Length);
        await request.Session.QueryAsync(Rows(chunk).ToStatement(), store);
        if (store.Count != chunk.Length) throw new InvalidOperationException($"Of {chunk.Length} rows of {source.Type.Name} {store.Count} are there.");
        request.Look.Add(fetch.Shape.Subjects, store);
        var rows = new PagedRows(
            new SqlRowSet(store, fetch.Shape.Root, request), [0, chunk.Length], [.. Enumerable.Range(0, chunk.Length)], [false], [false],
            row => source.Order.Cursor(
                request.Hub.Cursors, Array.ConvertAll(fetch.KeyOrdinals, ordinal => SortText.Write(store[ordinal], row))));
        return asEdges ? ResolvedField.Many(new EdgeRows(rows), rows.Starts) : ResolvedField.Many(rows.Rows, rows.Starts);
    }

    private Fragment Rows(long[] chunk)
    {
        var (parents, shape) = (Parents.Known(chunk), source.Fetch.Shape);
        return Fragment.Of(
            $"select {shape.Columns}, k.ord from {parents.Source} join {source.Type.Source} {Row} on {Row}.{new Identifier(source.Type.Key)} = k.key{shape.Joins} order by {parents.Order}");
    }

    /// <summary>The connection, of which one field is the stream.</summary>
    private sealed class StreamedConnection(ConnectionRows connection, FieldSelection list, ResolvedField first) : RowSet
    {
        public override int Count => 1;

        public override ResolvedField Read(FieldSelection field) => ReferenceEquals(field, list) ? first : connection.Read(field);
    }
}

/// <summary>Where the rows of a streamed page are read.</summary>
internal sealed record StreamedRows(HubRequest Request, TableType Type, ListOrder Order, Fetch Fetch);
