namespace DataHub.Linkage.Store;

/// <summary>Which records a pass compares with each other.</summary>
public sealed class PassScope
{
    private PassScope(string kind, IReadOnlyList<RecordName>? records) => (Kind, Records) = (kind, records);

    /// <summary>Every current record of the feeds that are compared.</summary>
    public static PassScope All { get; } = new("FULL", null);

    /// <summary>FULL or NEAR, as <c>linkage.pass</c> names it.</summary>
    public string Kind { get; }

    /// <summary>The records; null: all of them.</summary>
    public IReadOnlyList<RecordName>? Records { get; }

    /// <summary>
    /// Some records, and those that stand in one business or person with them, however far that goes: what is taken apart is taken apart
    /// whole. Memberships of all others stay as they are.
    /// </summary>
    public static PassScope Near(IReadOnlyList<RecordName> records) => new("NEAR", records);
}
