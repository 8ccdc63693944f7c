using DataHub.Access;
using DataHub.GraphQL.Execution;

namespace DataHub.Planning;

/// <summary>The statements that read the pages of one field, one for the rows and one for what is asked of whole lists.</summary>
/// <param name="Field">A connection or a plain list.</param>
/// <param name="Order">The order of the rows.</param>
/// <param name="Page">Which of them.</param>
internal sealed record PageStatements(FieldSelection Field, ListOrder Order, PageRequest Page)
{
    /// <summary>What the rows hold; null when none are asked for.</summary>
    public Fetch? Fetch { get; init; }

    /// <summary>True when the last column of a result says whose child a row is.</summary>
    public bool HasKey { get; init; }

    /// <summary>Reads the rows; null when none are asked for.</summary>
    public SqlStatement? Rows { get; init; }

    /// <summary>What is asked of whole lists.</summary>
    public IReadOnlyList<Aggregate> Figures { get; init; } = [];

    /// <summary>Reads the figures; null when none are asked for.</summary>
    public SqlStatement? Totals { get; init; }

    /// <summary>How many lists to make room for.</summary>
    public int ExpectedLists { get; init; }

    /// <summary>The type whose rules of who may see a row are the only thing that callers change; null when the request changes more.</summary>
    public TableType? Type { get; init; }

    /// <summary>True when the statements are the same for each request but for the values of the parents' keys.</summary>
    public bool Recur(Caller caller, IReadOnlyList<SqlValue> keys) => AreFor(caller) && HasOnly(Rows, keys) && HasOnly(Totals, keys);

    /// <summary>True when the caller may see all rows.</summary>
    public bool AreFor(Caller caller) => Type is not null && Type.RowRule?.Invoke(caller, Identifier.Alias(0)) is null;

    /// <summary>The same without values.</summary>
    public PageStatements Bare() => this with
    {
        Rows = Rows is null ? null : Rows with { Values = [] },
        Totals = Totals is null ? null : Totals with { Values = [] },
    };

    /// <summary>Asks for the pages.</summary>
    /// <param name="request">Whose pages.</param>
    /// <param name="keys">The values of the statements where they are not with them.</param>
    public PageRead Ask(HubRequest request, IReadOnlyList<SqlValue>? keys = null)
    {
        var (session, read) = (request.Session, new PageRead(request, Order, Page) { Fetch = Fetch, Figures = Figures });
        if (Fetch is not null)
        {
            read.Rows = new RowStore(HasKey ? Fetch.TypesWithKey : Fetch.Shape.Types, session.Texts, Fetch.ExpectedRows);
            read.RowsKey = HasKey ? Fetch.Shape.Types.Length : null;
            read.Asked(session.QueryAsync(keys is null ? Rows! : Rows! with { Values = keys }, read.Rows));
        }
        if (Totals is not null)
        {
            Type[] types = [.. Figures.Select(f => f.ClrType), .. HasKey ? [typeof(long)] : System.Type.EmptyTypes];
            read.Totals = new RowStore(types, session.Texts, ExpectedLists);
            read.TotalsKey = HasKey ? Figures.Count : null;
            read.Asked(session.QueryAsync(keys is null ? Totals : Totals with { Values = keys }, read.Totals));
        }
        return read;
    }

    private static bool HasOnly(SqlStatement? statement, IReadOnlyList<SqlValue> keys) =>
        statement is null || (statement.Values.Count == keys.Count && statement.Values.Zip(keys).All(pair => ReferenceEquals(pair.First, pair.Second)));
}
