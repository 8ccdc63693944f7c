namespace DataHub.Database.Walls;

/// <summary>
/// Something that consumers read without the contract having a field for it: each comes with the part of the contract that cannot be
/// answered without it, and goes to the kinds of consumers that may have that part, to no other.
/// </summary>
/// <param name="Coordinate">
/// A field, <c>Query.node</c>, a type, <c>TrainingParticipation</c>, or a field by consent, for kinds that need it
/// (<see cref="ByConsent"/>).
/// </param>
/// <param name="Relation">Table or view, with its schema; for a function its signature.</param>
/// <param name="Columns">Columns of the relation; none for a function.</param>
/// <param name="Reason">Why it is needed, and why it tells no more than the contract does.</param>
public sealed record WallException(string Coordinate, string Relation, IReadOnlyList<string> Columns, string Reason)
{
    /// <summary>True for a function.</summary>
    public bool IsFunction => Relation.EndsWith(')');

    /// <summary>What stands for a field where its kind of consumers has it by consent alone.</summary>
    public static string ByConsent(string coordinate) => $"{coordinate} by consent";
}
