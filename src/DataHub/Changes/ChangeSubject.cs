namespace DataHub.Changes;

/// <summary>What a subscriber wants to hear of: businesses by NIB, or one run.</summary>
public sealed class ChangeSubject
{
    private ChangeSubject(IReadOnlyList<string> nibs, long? runId) => (Nibs, RunId) = (nibs, runId);

    /// <summary>NIBs, whether a business has them yet or not; empty for a run.</summary>
    public IReadOnlyList<string> Nibs { get; }

    /// <summary>The run; null for businesses.</summary>
    public long? RunId { get; }

    /// <summary>Events that are wanted at all; the others take no room in the subscriber's queue.</summary>
    public Func<Change, bool> Wants { get; init; } = _ => true;

    public static ChangeSubject Of(IReadOnlyList<string> nibs, Func<BusinessChanged, bool> wants) =>
        new([.. nibs.Distinct(StringComparer.Ordinal)], null) { Wants = change => change is BusinessChanged business && wants(business) };

    public static ChangeSubject Of(long runId) => new([], runId);
}
