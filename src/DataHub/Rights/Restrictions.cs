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
    internal Fragment? Condition(Caller caller, Identifier row, Identifier person) =>
        KeptFrom(caller) is { } restricted ? Fragment.Of($"({row}.{person} = any({SqlValue.Longs(restricted)})) is not true") : null;

    /// <summary>The same for a row of a business that is asked for alone, and not below its business, whose own rule bounds it.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="business">Key of the business that the row belongs to.</param>
    internal Fragment? ConditionBelow(Caller caller, Fragment business) => KeptFrom(caller) is { } restricted
        ? Fragment.Of($"not exists (select from registry.business r where r.id = {business} and r.owner_id = any({SqlValue.Longs(restricted)}))")
        : null;

    private long[]? KeptFrom(Caller caller) =>
        caller.Kind.Kind is ConsumerKind.Bank or ConsumerKind.Partner or ConsumerKind.Dashboard && persons is { Length: > 0 } restricted ? restricted : null;
}
