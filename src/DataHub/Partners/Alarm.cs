namespace DataHub.Partners;

/// <summary>Look-ups of one client that looked like guessing, in one hour. Numbers only: never what was asked.</summary>
/// <param name="Kind">As the contract's enum <c>AlarmKind</c> names it.</param>
/// <param name="Client">Client whose look-ups they were.</param>
/// <param name="Organisation">Null when neither partner nor token names one.</param>
/// <param name="Counted">How often it had happened when the alarm was raised.</param>
/// <param name="Threshold">How often it may happen in an hour without an alarm.</param>
public sealed record Alarm(string Kind, string Client, string? Organisation, int Counted, int Threshold)
{
    public const string Misses = "MISSES";
    public const string SequentialNibs = "SEQUENTIAL_NIBS";
    public const string IdentityMismatches = "IDENTITY_MISMATCHES";
    public const string NikWithManyNibs = "NIK_WITH_MANY_NIBS";

    /// <summary>Newer ones have larger ones; 0 before it is written.</summary>
    public int Number { get; init; }

    /// <summary>Start of the hour, UTC.</summary>
    public DateTime Hour { get; init; }

    /// <summary>When it was raised, UTC.</summary>
    public DateTime RaisedAt { get; init; }
}
