namespace DataHub.Audit;

/// <summary>What an entry tells its owner of, in the owner's words.</summary>
/// <param name="Deeds">What was done, of a change.</param>
/// <param name="Seen">What was looked at.</param>
/// <param name="Withheld">What was asked for and not given, since the owner had not consented to it.</param>
public sealed record LookedAt(IReadOnlyList<string> Deeds, IReadOnlyList<string> Seen, IReadOnlyList<string> Withheld)
{
    /// <summary>What was done or seen.</summary>
    public IReadOnlyList<string> Kinds => [.. Deeds, .. Seen];

    /// <summary>The coordinates of an entry.</summary>
    /// <param name="coordinates">All of them.</param>
    /// <param name="withheld">Those that were not given.</param>
    public static LookedAt Of(IReadOnlyList<string> coordinates, IReadOnlyCollection<string> withheld)
    {
        var changes = coordinates.Where(IsChange).ToList();
        return new(
            FieldLabels.Of(changes),
            FieldLabels.Of([.. coordinates.Except(changes).Except(withheld)]),
            FieldLabels.Of([.. coordinates.Where(withheld.Contains)]));
    }

    private static bool IsChange(string coordinate) => coordinate.StartsWith("Mutation.", StringComparison.Ordinal);
}
