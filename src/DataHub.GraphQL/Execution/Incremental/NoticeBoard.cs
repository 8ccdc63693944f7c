namespace DataHub.GraphQL.Execution;

/// <summary>Says when a client is told of a notice, as pending and as completed.</summary>
internal sealed class NoticeBoard
{
    private readonly List<Notice> open = [];
    private int ids;
    private int seen;

    /// <summary>True while something is to come.</summary>
    public bool HasNext => open.Count > 0;

    /// <summary>Takes in what the walks found since the last delivery.</summary>
    public void Take(IReadOnlyList<Notice> notices)
    {
        for (; seen < notices.Count; seen++) open.Add(notices[seen]);
    }

    /// <summary>
    /// Whose id an increment is sent with: the pending notice with the longest path, as the proposal asks, so that the rest of the path is
    /// short. Null when the client knows of none.
    /// </summary>
    public static Notice? Carrier(Increment increment) =>
        increment.Notices.Where(n => n is { State: NoticeState.Pending, Failure: null }).MaxBy(n => n.Place.Length);

    /// <summary>Takes out what a delivery completes; gives what the client is to be told of.</summary>
    public IReadOnlyList<Notice> Complete(int wave)
    {
        var done = open.Where(n => n.State == NoticeState.Pending && n.IsDone(wave)).ToList();
        foreach (var notice in done) notice.State = NoticeState.Completed;
        open.RemoveAll(n => n.State == NoticeState.Completed);
        return done;
    }

    /// <summary>Lets everything fail that is pending.</summary>
    public void Fail(IReadOnlyList<Errors.GraphQLError> errors)
    {
        foreach (var notice in open) notice.Failure = errors;
    }

    /// <summary>
    /// Makes pending what the client can understand now: the place is delivered, and the <c>@defer</c> around is completed.
    /// </summary>
    public IReadOnlyList<Notice> Announce()
    {
        var told = new List<Notice>();
        // In the order of the walk a notice stands behind the one around it.
        foreach (var notice in open.Where(n => n.State == NoticeState.Waiting))
        {
            notice.State = Next(notice);
            if (notice.State != NoticeState.Pending) continue;
            notice.Id = ids++.ToString(System.Globalization.CultureInfo.InvariantCulture);
            told.Add(notice);
        }
        open.RemoveAll(n => n.State is NoticeState.Dropped or NoticeState.Completed);
        return told;
    }

    private static NoticeState Next(Notice notice)
    {
        if (notice.Host is { IsDelivered: false } host) return host.IsLost ? NoticeState.Dropped : NoticeState.Waiting;
        if (notice.Around is { } around && (around.State == NoticeState.Dropped || around.Failure is not null)) return NoticeState.Dropped;
        if (notice.Around is { State: not NoticeState.Completed }) return NoticeState.Waiting;
        return notice.Increments.All == 0 ? NoticeState.Completed : NoticeState.Pending;
    }
}
