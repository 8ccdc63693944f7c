using DataHub.GraphQL.Execution;
using DataHub.GraphQL.Types;

namespace DataHub.Planning;

/// <summary>Reads rows of a type by a query that names them; the result is bounded by the keys asked for.</summary>
internal static class LookUp
{
    /// <summary>
    /// The rows, and for each asked element the row that answers it (-1: none). Without positions the rows answer the elements as they come.
    /// </summary>
    public static async Task<(RowSet Rows, int[] RowOf)> ReadAsync(
        HubRequest request, TableType type, IEnumerable<SelectionPlan> selections, LookUpSource source)
    {
        var shape = new RowShape(type, selections);
        foreach (var (column, clrType) in source.Also) shape.AddColumn(column, clrType);
        IEnumerable<Type> types = shape.Columns.Select(c => c.ClrType);
        var store = new RowStore([.. source.Position is null ? types : types.Append(typeof(long))]);
        await request.Session.QueryAsync(Select.All(shape, (source.From, source.Where), source.Position).ToStatement(), store);
        var rowOf = new int[source.Asked];
        Array.Fill(rowOf, -1);
        for (var row = 0; row < store.Count && row < source.Asked; row++)
        {
            var element = source.Position is null ? row : (int)((Column<long>)store[shape.Columns.Count])[row] - 1;
            rowOf[element] = row;
        }
        return (new SqlRowSet(store, shape.Root, request), rowOf);
    }

    /// <summary>A condition with the rule of which rows of the type the caller may see.</summary>
    public static Fragment Allowed(HubRequest request, TableType type, Fragment condition) =>
        type.RowRule?.Invoke(request.Caller, Identifier.Alias(0)) is { } rule ? Fragment.Of($"{condition} and {rule}") : condition;
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
}
