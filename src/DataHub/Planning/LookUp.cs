using DataHub.GraphQL.Execution;

namespace DataHub.Planning;

/// <summary>Reads rows of a type by a query that names them; the result is bounded by the keys asked for.</summary>
internal static class LookUp
{
    /// <summary>
    /// The rows, and for each asked element the row that answers it (-1: none). Without positions the rows answer the elements as they come.
    /// </summary>
    public static async ValueTask<(RowSet Rows, int[] RowOf)> ReadAsync(HubRequest request, TableType type, FieldSelection field, LookUpSource source)
    {
        var fetch = Fetch.Of(field, type);
        var store = new RowStore(source.Position is null ? fetch.Shape.Types : fetch.TypesWithKey, request.Session.Texts, fetch.ExpectedRows);
        await AskAsync(source);
        var rowOf = source.RowOf(store, fetch.Shape.Types.Length);
        if (source.Otherwise is { } otherwise && Array.IndexOf(rowOf, -1) >= 0)
        {
            await AskAsync(otherwise(rowOf));
            rowOf = source.RowOf(store, fetch.Shape.Types.Length);
        }
        fetch.Found(store.Count);
        request.Look.Add(fetch.Shape.Subjects, store);
        return (new SqlRowSet(store, fetch.Shape.Root, request), rowOf);

        Task AskAsync(LookUpSource asked)
        {
            var query = request.Session.QueryAsync(Select(fetch.Shape, asked).ToStatement(field, Strategy.LookUp), store);
            if (asked is { Asked: 1, Position: null } && field.Selections.Values.FirstOrDefault(plan => plan.Type.Name == type.Name) is { } selection)
                request.Folded.Below(selection, type, asked.Column);
            return query;
        }
    }

    /// <summary>The same for selections that are no field's own, with columns that the resolver itself needs beside those asked for.</summary>
    public static async ValueTask<(RowSet Rows, int[] RowOf)> ReadAsync(
        HubRequest request, TableType type, IEnumerable<SelectionPlan> selections, LookUpSource source)
    {
        var shape = new RowShape(type, selections, source.Also);
        var store = new RowStore([.. shape.Types, .. source.Position is null ? Type.EmptyTypes : [typeof(long)]], request.Session.Texts);
        await request.Session.QueryAsync(Select(shape, source).ToStatement(null, Strategy.LookUp), store);
        request.Look.Add(shape.Subjects, store);
        return (new SqlRowSet(store, shape.Root, request), source.RowOf(store, shape.Types.Length));
    }

    /// <summary>A condition with the rule of which rows of the type the caller may see.</summary>
    public static Fragment Allowed(HubRequest request, TableType type, Fragment condition) =>
        type.RowRule?.Invoke(request.Caller, Identifier.Alias(0)) is { } rule ? Fragment.Of($"{condition} and {rule}") : condition;

    private static Fragment Select(RowShape shape, LookUpSource source)
    {
        var columns = source.Position is null ? shape.Columns : shape.ColumnsAnd(source.Position);
        return Fragment.Of($"select {columns} from {source.From}{shape.Joins}{source.Conditions}");
    }
}

/// <summary>What a look-up reads.</summary>
/// <param name="From">FROM clause in which the row is alias t0.</param>
/// <param name="Where">Its conditions; null: none.</param>
/// <param name="Position">Which element asked for a row answers, from 1 (bigint); null: the rows come in that order.</param>
/// <param name="Asked">Number of elements asked for.</param>
internal sealed record LookUpSource(Fragment From, Fragment? Where, Fragment? Position, int Asked)
{
    /// <summary>Columns that the resolver itself needs beside those asked for.</summary>
    public IReadOnlyList<(string Column, Type ClrType)> Also { get; init; } = [];

    /// <summary>
    /// Where to look for what this does not find, by the row of each asked element (-1: none); null: nowhere else. Read by a round trip of its own,
    /// maybe of a later moment.
    /// </summary>
    public Func<int[], LookUpSource>? Otherwise { get; init; }

    public Fragment Conditions => Where is null ? Fragment.Empty : Fragment.Of($" where {Where}");

    /// <summary>The query for a column of the rows.</summary>
    public Fragment Column(string column) =>
        Fragment.Of($"select {Identifier.Alias(0)}.{new Identifier(column)} from {From}{Conditions}");

    /// <summary>By element asked for: the row that answers it, or -1.</summary>
    public int[] RowOf(RowStore rows, int positionOrdinal)
    {
        var rowOf = new int[Asked];
        Array.Fill(rowOf, -1);
        for (var row = 0; row < rows.Count && row < Asked; row++)
            rowOf[Position is null ? row : (int)((Column<long>)rows[positionOrdinal])[row] - 1] = row;
        return rowOf;
    }
}
