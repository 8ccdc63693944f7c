namespace DataHub.Shared;

/// <summary>Western Indonesia Time, seven hours before UTC all year: the clock of Lampung.</summary>
internal static class Wib
{
    public static readonly TimeSpan Offset = TimeSpan.FromHours(7);

    /// <summary>The calendar day in Lampung at a point in time.</summary>
    public static DateOnly DateOf(DateTimeOffset time) => DateOnly.FromDateTime(time.ToOffset(Offset).DateTime);
}
