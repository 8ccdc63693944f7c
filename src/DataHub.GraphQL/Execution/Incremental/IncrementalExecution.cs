using System.Runtime.CompilerServices;
using DataHub.GraphQL.Errors;

namespace DataHub.GraphQL.Execution;

/// <summary>
/// Delivers in waves what <c>@defer</c> and <c>@stream</c> put off. A wave runs, a level at a time for all places of the answer together,
/// what the wave before it announced, and is one payload: fifty objects with a deferred fragment take one run and give fifty entries.
/// </summary>
internal sealed class IncrementalExecution(LevelExecutor executor, EngineOptions options)
{
    private readonly SortedDictionary<int, List<Increment>> due = [];
    private readonly IncrementWalk walk = new(options.MaxDeliveries);
    private readonly NoticeBoard board = new();
    private readonly HashSet<ObjectGroup> ran = [];
    private ErrorReport report = new(options.Limits.MaxErrors);

    /// <summary>
    /// What is pending behind the first delivery; empty when nothing was put off. Throws <see cref="GraphQLException"/> when too much was.
    /// </summary>
    public IReadOnlyList<Notice> Start(ObjectGroup root)
    {
        Schedule(walk.Root(root));
        board.Take(walk.Notices);
        return board.Announce();
    }

    /// <summary>The payloads behind the first one, in order; the last says that it is the last.</summary>
    public async IAsyncEnumerable<IncrementalPayload> RestAsync([EnumeratorCancellation] CancellationToken cancellation = default)
    {
        for (var wave = 1; board.HasNext; wave++)
        {
            cancellation.ThrowIfCancellationRequested();
            var increments = await TryRunAsync(wave);
            if (increments is null)
            {
                yield return new IncrementalPayload([], [], board.Complete(wave), false);
                yield break;
            }
            var delivered = Deliver(increments, wave);
            board.Take(walk.Notices);
            var completed = board.Complete(wave);
            var pending = board.Announce();
            // What was announced after it failed is completed with its announcement.
            completed = [.. completed, .. board.Complete(wave)];
            if (pending.Count + delivered.Count + completed.Count > 0 || !board.HasNext)
                yield return new IncrementalPayload(pending, delivered, completed, board.HasNext);
            else if (due.Count == 0)
                throw new InvalidOperationException("Something is announced that nothing will deliver.");
        }
    }

    /// <summary>Null when too much was put off, with which everything pending has failed then.</summary>
    private async ValueTask<List<Increment>?> TryRunAsync(int wave)
    {
        try
        {
            return await RunAsync(wave);
        }
        catch (GraphQLException exception)
        {
            board.Fail(exception.Errors);
            return null;
        }
    }

    private void Schedule(IEnumerable<Increment> increments)
    {
        foreach (var increment in increments) Queue(increment.Group.Wave, increment);
    }

    private void Queue(int wave, Increment increment)
    {
        if (!due.TryGetValue(wave, out var queue)) due[wave] = queue = [];
        queue.Add(increment);
    }

    /// <summary>Runs what is due in a wave, and what that brings up for the same wave; gives all of it, hosts first.</summary>
    private async ValueTask<List<Increment>> RunAsync(int wave)
    {
        var all = new List<Increment>();
        while (due.Remove(wave, out var next))
        {
            var groups = next.Where(IsWanted).Select(i => i.Group).Where(ran.Add).ToList();
            var first = executor.Groups.Count;
            await executor.RunAsync(groups);
            NullPropagation.Run(executor.Groups, first);
            report = new ErrorReport(options.Limits.MaxErrors);
            report.Add(executor.Groups, first);
            foreach (var increment in next) Settle(increment);
            all.AddRange(next);
        }
        return all;
    }

    private static bool IsWanted(Increment increment) => increment.Host is not { IsLost: true };

    private void Settle(Increment increment)
    {
        if (increment.IsSettled) return;
        increment.IsSettled = true;
        if (!ran.Contains(increment.Group))
        {
            increment.IsLost = true;
            return;
        }
        increment.Errors = Placed(increment);
        if (!increment.HasFailed)
        {
            Schedule(walk.Below(increment));
            return;
        }
        increment.IsLost = true;
        foreach (var notice in increment.Notices) notice.Failure = [.. notice.Failure ?? [], .. increment.Errors];
    }

    /// <summary>Sends what can be sent; what waits for its announcement is tried again in the next wave.</summary>
    private List<(Increment Increment, Notice Carrier)> Deliver(List<Increment> increments, int wave)
    {
        var delivered = new List<(Increment, Notice)>();
        foreach (var increment in increments)
        {
            if (!increment.IsLost && increment.Host is not { IsDelivered: false } && NoticeBoard.Carrier(increment) is { } carrier)
            {
                increment.IsDelivered = true;
                delivered.Add((increment, carrier));
            }
            else if (!increment.IsLost && increment.Host is not { IsLost: true } && increment.Notices.Any(n => n.MayBeTold))
            {
                Queue(wave + 1, increment);
                continue;
            }
            else increment.IsLost = true;
            foreach (var notice in increment.Notices) notice.Increments = (notice.Increments.All, notice.Increments.Open - 1);
        }
        return delivered;
    }

    // A path inside items begins with the list field itself, and counts from the first later item. The list's own path has no index.
    private static object[] PathOfItems(IReadOnlyList<object> path, int first) =>
        path.Count < 2 ? [] : [(int)path[1] + first, .. path.Skip(2)];

    /// <summary>The errors of an increment with their paths from the response's root.</summary>
    private List<GraphQLError> Placed(Increment increment)
    {
        var placed = new List<GraphQLError>();
        var place = increment.Place.Segments();
        foreach (var error in report.At(increment.Group, increment.Row))
        {
            var path = error.Path!;
            if (increment.Stream is { } stream) path = PathOfItems(path, stream.InitialCount);
            placed.Add(error with { Path = [.. place, .. path] });
        }
        if (placed.Count == 0 && increment.HasFailed)
            placed.Add(new GraphQLError("There are more errors than are listed.", ErrorCodes.NonNull) { Path = place });
        return placed;
    }
}
