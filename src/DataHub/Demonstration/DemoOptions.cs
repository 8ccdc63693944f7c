namespace DataHub.Demonstration;

/// <summary>What a set of demonstration feeds is made from. Equal options give equal bytes on every machine.</summary>
public sealed record DemoOptions
{
    /// <summary>The most businesses that the numbers of a feed have room for.</summary>
    public const int MostBusinesses = 2_000_000;

    /// <summary>Folder that receives the files; made when missing. Files of the same names are replaced.</summary>
    public required string OutputDirectory { get; init; }

    /// <summary>True businesses that hold a NIB, 0 to <see cref="MostBusinesses"/>. 0 gives files with headers only.</summary>
    public int Businesses { get; init; } = 192_234;

    /// <summary>Another seed gives other people and businesses in the same proportions.</summary>
    public ulong Seed { get; init; } = 18;

    /// <summary>The day the feeds were sent: nothing in them is later, loans are as of this day. From 2019 on.</summary>
    public DateOnly ReferenceDate { get; init; } = new(2026, 10, 31);
}
