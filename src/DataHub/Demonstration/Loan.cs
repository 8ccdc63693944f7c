namespace DataHub.Demonstration;

/// <summary>One KUR contract; money in rupiah, outstanding and kolektibilitas (1 to 5) as of the reference date.</summary>
internal readonly record struct Loan
{
    public required Business Business { get; init; }

    public required string Kind { get; init; }

    public required long Plafon { get; init; }

    public required long Outstanding { get; init; }

    public required int Kolektibilitas { get; init; }

    public required DateOnly SignedOn { get; init; }

    public required DateOnly DueOn { get; init; }

    /// <summary>The running part of the contract's number.</summary>
    public long Number { get; init; }
}
