using System.Runtime.CompilerServices;
using DataHub.Access;
using DataHub.GraphQL.Execution;

namespace DataHub.Planning;

/// <summary>
/// What was written to read a field and all below it together with a look-up, where no request changes more of it than the values of the
/// look-up's key. Kept as long as the document, without those values.
/// </summary>
internal sealed class FoldedStatements
{
    private static readonly ConditionalWeakTable<FieldSelection, FoldedStatements> ByField = [];
    private readonly string key;
    private readonly PageStatements[] statements;

    private FoldedStatements(string key, PageStatements[] statements) => (this.key, this.statements) = (key, statements);

    /// <summary>What reads the field for a caller; null when it has to be written.</summary>
    /// <param name="field">The field right below the look-up.</param>
    /// <param name="key">The query for the key of its parent.</param>
    /// <param name="caller">Who asks.</param>
    public static PageStatements[]? Known(FieldSelection field, SqlStatement key, Caller caller) =>
        ByField.TryGetValue(field, out var known) && known.key == key.Text && Array.TrueForAll(known.statements, s => s.AreFor(caller))
            ? known.statements
            : null;

    /// <summary>Keeps what was written.</summary>
    public static void Keep(FieldSelection field, SqlStatement key, List<PageStatements> written) =>
        ByField.AddOrUpdate(field, new FoldedStatements(key.Text, [.. written.Select(s => s.Bare())]));
}
