using DataHub.GraphQL.Errors;

namespace DataHub.GraphQL.Execution;

internal enum NoticeState
{
    /// <summary>The client does not know of it yet.</summary>
    Waiting,

    /// <summary>Told to the client as pending.</summary>
    Pending,

    /// <summary>Told to the client as completed, or of no use to it: nothing came of the fragment here.</summary>
    Completed,

    /// <summary>Never to be told: what it stands in was not delivered.</summary>
    Dropped,
}

/// <summary>One <c>@defer</c> or <c>@stream</c> at one place of the answer: what the client is told as pending and as completed.</summary>
/// <param name="label">Of the directive; null when it has none.</param>
/// <param name="place">Of the object or list.</param>
/// <param name="wave">The delivery that completes it.</param>
internal sealed class Notice(string? label, Place place, int wave)
{
    public string? Label { get; } = label;

    public Place Place { get; } = place;

    public int Wave { get; } = wave;

    /// <summary>
    /// What must be delivered before the client has an object or list at the place; null when that is in the first delivery.
    /// </summary>
    public Increment? Host { get; init; }

    /// <summary>The notice of the <c>@defer</c> around this one; null when there is none.</summary>
    public Notice? Around { get; init; }

    public NoticeState State { get; set; }

    /// <summary>Set when it becomes pending.</summary>
    public string? Id { get; set; }

    /// <summary>How many increments belong to it, and how many of them are still to come.</summary>
    public (int All, int Open) Increments { get; set; }

    /// <summary>True when the client may be told of it yet.</summary>
    public bool MayBeTold => State == NoticeState.Waiting && Failure is null;

    /// <summary>True when nothing more comes of it behind a delivery.</summary>
    public bool IsDone(int delivery) => Failure is not null || (Increments.Open == 0 && Wave <= delivery);

    /// <summary>Why it failed as a whole; null when it did not.</summary>
    public IReadOnlyList<GraphQLError>? Failure { get; set; }
}

/// <summary>The notices that hold for a place, by their <c>@defer</c>.</summary>
internal sealed record NoticeScope(DeferUsage Usage, Notice Notice, NoticeScope? Outer)
{
    public static Notice? Find(NoticeScope? scope, DeferUsage usage)
    {
        for (; scope is not null; scope = scope.Outer)
            if (ReferenceEquals(scope.Usage, usage)) return scope.Notice;
        return null;
    }
}

/// <summary>Data that is delivered by itself: later fields of one object, or later items of one list.</summary>
/// <param name="Group">The fields; one list field for items.</param>
/// <param name="Row">The object's row in the group.</param>
/// <param name="Place">Of the object or list.</param>
/// <param name="Notices">At least one.</param>
internal sealed record Increment(ObjectGroup Group, int Row, Place Place, IReadOnlyList<Notice> Notices)
{
    /// <summary>The increment in whose data this one's object or list stands; null for the first delivery.</summary>
    public Increment? Host { get; init; }

    public NoticeScope? Scope { get; init; }

    /// <summary>Null for fields of an object.</summary>
    public StreamUsage? Stream { get; init; }

    /// <summary>Errors in the data, or those for which there is none; their paths begin at the response's root.</summary>
    public IReadOnlyList<GraphQLError> Errors { get; set; } = [];

    public bool IsDelivered { get; set; }

    /// <summary>It will never be delivered.</summary>
    public bool IsLost { get; set; }

    /// <summary>It was run, and what its data holds is known.</summary>
    public bool IsSettled { get; set; }

    /// <summary>A null moved up past the data.</summary>
    public bool HasFailed =>
        Group.IsDead(Row) || (Stream is not null && (Group.Fields[0].Failure is not null || Group.Fields[0].IsNull(0, Row)));
}
