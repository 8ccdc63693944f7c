using DataHub.Access;
using DataHub.Planning;
using Npgsql;

namespace DataHub.Rights;

/// <summary>
/// Persons whose data goes to no bank, partner or dashboard. Kept in memory, since there are few and every list asks; read anew after a
/// change here, and every second for changes elsewhere.
/// </summary>
public sealed class Restrictions(NpgsqlDataSource database)
{
    private volatile long[] persons = [];

    /// <summary>Persons in force now, by number.</summary>
    public IReadOnlyList<long> Persons => persons;

    /// <summary>Reads who is restricted.</summary>
    public async Task RefreshAsync(CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(
            "select coalesce(array_agg(distinct person_id order by person_id), '{}') from rights.restriction where lifted_at is null");
        persons = (long[])(await command.ExecuteScalarAsync(cancellation))!;
    }

    /// <summary>
    /// The condition under which a row may go to a caller, by the column that has its person; null: it may. Owners, stewards and decisions
    /// by law (KUR eligibility reads for itself) are not kept from it; universities get no rows.
    /// </summary>
    internal Fragment? Condition(Caller caller, Identifier row, Identifier person)
    {
        if (caller.Kind.Kind is not (ConsumerKind.Bank or ConsumerKind.Partner or ConsumerKind.Dashboard)) return null;
        var restricted = persons;
        return restricted.Length == 0 ? null : Fragment.Of($"({row}.{person} = any({SqlValue.Longs(restricted)})) is not true");
    }
}
