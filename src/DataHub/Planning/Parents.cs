using NpgsqlTypes;

namespace DataHub.Planning;

/// <summary>Whose children are read, as SQL knows them: rows <c>k</c> with a <c>key</c>.</summary>
internal sealed record Parents
{
    private static readonly Fragment Ordinal = Fragment.Of($"k.ord");
    private static readonly Fragment Key = Fragment.Of($"k.key");
    private SqlValue? sent;

    private Parents(Fragment source, Fragment order) => (Source, Order) = (source, order);

    /// <summary>For FROM.</summary>
    public Fragment Source { get; }

    /// <summary>For ORDER BY: keeps the rows of a parent together.</summary>
    public Fragment Order { get; }

    /// <summary>The one key, as an expression, when there is at most one parent; else null.</summary>
    public Fragment? Only { get; private init; }

    /// <summary>True when the keys are sent, false when a query finds them.</summary>
    public bool AreKnown => sent is not null;

    /// <summary>Known parents, taken together: what is compared with the one key is then compared with each of them.</summary>
    public Parents Together => this with { Only = Fragment.Of($"any((select {sent!})::bigint[])") };

    /// <summary>
    /// Parents whose keys are known, each one once. Within a sub-select PostgreSQL does not look at the array when it plans, so that a plan for any
    /// array is as good to it as one for this array, and it keeps that one after a few times.
    /// </summary>
    public static Parents Known(long[] keys)
    {
        var sent = new SqlValue(keys, NpgsqlDbType.Array | NpgsqlDbType.Bigint);
        return new(Fragment.Of($"unnest((select {sent})) with ordinality k(key, ord)"), Ordinal) { sent = sent };
    }

    /// <summary>Parents that another query finds; it selects their keys, each one once.</summary>
    public static Parents Of(Fragment query) => new(Fragment.Of($"({query}) k(key)"), Key);

    /// <summary>The one parent that a query finds, or none.</summary>
    public static Parents One(Fragment query) => Of(query) with { Only = Fragment.Of($"({query})") };
}
