using DataHub.Linkage.Model;

namespace DataHub.Linkage.Store;

/// <summary>Which records a pass compares with each other.</summary>
public sealed class PassScope
{
    // Up to so many records a pass works in tables that stay, by plans made for few rows.
    private const int Few = 500;

    private PassScope(string kind, IReadOnlyList<RecordName>? records, LinkStatistics? statistics, int? population) =>
        (Kind, Records, Statistics, Population) = (kind, records, statistics, population);

    /// <summary>Every current record of the feeds that are compared.</summary>
    public static PassScope All { get; } = new("FULL", null, null, null);

    /// <summary>FULL or NEAR, as <c>linkage.pass</c> names it.</summary>
    public string Kind { get; }

    /// <summary>The records; null: all of them.</summary>
    public IReadOnlyList<RecordName>? Records { get; }

    /// <summary>Statistics of all records; null: of those that are compared.</summary>
    public LinkStatistics? Statistics { get; }

    /// <summary>How many records the statistics are of; null: those that are there now.</summary>
    public int? Population { get; }

    /// <summary>
    /// Of <see cref="Records"/> those for whose sake the others are compared: what is said of their businesses is computed anew even where no
    /// record moves. Null: all of them.
    /// </summary>
    public IReadOnlySet<RecordName>? Asked { get; private init; }

    /// <summary>Whether few records are compared.</summary>
    public bool IsFew => Records is { Count: <= Few };

    /// <summary>
    /// Some records, and those that stand in one business or person with them, however far that goes: what is taken apart is taken apart
    /// whole. Memberships of all others stay as they are.
    /// </summary>
    /// <param name="records">The records.</param>
    /// <param name="statistics">Counted on all records: how common a name is cannot be seen from a few.</param>
    /// <param name="population">How many these were; null: as many as there are now.</param>
    public static PassScope Near(IReadOnlyList<RecordName> records, LinkStatistics? statistics = null, int? population = null) =>
        new("NEAR", records, statistics, population);

    /// <summary>As <see cref="Near(IReadOnlyList{RecordName}, LinkStatistics?, int?)"/>, for the sake of some of them.</summary>
    internal static PassScope Near(
        IReadOnlyCollection<RecordName> asked, IReadOnlyCollection<RecordName> near, LinkStatistics statistics, int population) =>
        new("NEAR", [.. asked.Union(near)], statistics, population) { Asked = asked.ToHashSet() };
}
