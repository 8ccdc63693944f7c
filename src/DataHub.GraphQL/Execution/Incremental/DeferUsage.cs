namespace DataHub.GraphQL.Execution;

/// <summary>One <c>@defer</c> as it stands in a plan.</summary>
/// <param name="Label">Sent to the client with the notice; null when there is none.</param>
/// <param name="Parent">The <c>@defer</c> in whose fragment this one stands; null when it stands in none.</param>
/// <param name="Depth">How many deliveries it takes until its data comes: 1 when it stands in what is delivered at first.</param>
internal sealed record DeferUsage(string? Label, DeferUsage? Parent, int Depth)
{
    // Two fragments with the same label and parent are two.
    public bool Equals(DeferUsage? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);

    public bool StandsIn(DeferUsage other)
    {
        for (var above = Parent; above is not null; above = above.Parent)
            if (ReferenceEquals(above, other)) return true;
        return false;
    }
}

/// <summary>A <c>@stream</c> that is in force on a list field.</summary>
/// <param name="Label">Sent to the client with the notice; null when there is none.</param>
/// <param name="InitialCount">How many items come with the field; not negative.</param>
internal sealed record StreamUsage(string? Label, int InitialCount);

/// <summary>
/// Fields of one selection set that are delivered together, after the rest: those that all of these fragments hold, and no other does.
/// </summary>
/// <param name="Usages">At least one.</param>
/// <param name="Fields">Places in <see cref="SelectionPlan.Fields"/>.</param>
internal sealed record DeferredPart(IReadOnlyList<DeferUsage> Usages, int[] Fields)
{
    /// <summary>The delivery that brings it: the first of its fragments' ones.</summary>
    public int Depth { get; } = Usages.Min(u => u.Depth);
}

/// <summary>How the fields of a selection set are spread over deliveries.</summary>
/// <param name="Depth">Of the delivery that the selection set itself belongs to; 0 for the first.</param>
/// <param name="Prompt">Places in <see cref="SelectionPlan.Fields"/> of what is delivered with the object.</param>
/// <param name="Parts">What is delivered later.</param>
/// <param name="Starts">The <c>@defer</c>s that stand in this selection set.</param>
internal sealed record Deferral(int Depth, int[] Prompt, IReadOnlyList<DeferredPart> Parts, IReadOnlyList<DeferUsage> Starts);
