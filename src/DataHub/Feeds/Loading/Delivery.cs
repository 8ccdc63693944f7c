namespace DataHub.Feeds.Loading;

/// <summary>A file of a delivery; <paramref name="Feed"/> is null when the file is none.</summary>
internal sealed record DeliveredFile(string Path, FeedDefinition? Feed, LoadOptions Options);

/// <summary>
/// Loads the files of a delivery in their order: one after the other is read, while earlier ones are still being published. What is
/// published side by side is what <see cref="Publisher.IsAlone"/> allows, so that the hub says the same in the end as if each had waited.
/// </summary>
internal sealed class Delivery(LoadParts parts, IReadOnlyList<DeliveredFile> files, IProgress<FeedProgress>? progress)
{
    // One being read and two being published keep two processors busy; each more holds its file's rows on disk.
    private const int AtOnce = 3;

    private readonly TaskCompletionSource[] read = [.. files.Select(_ => new TaskCompletionSource())];
    private readonly Task<FeedFileResult>[] jobs = new Task<FeedFileResult>[files.Count];

    /// <summary>Loads everything. A refused file does not keep the others from loading; anything else ends them all.</summary>
    public async Task<IReadOnlyList<FeedFileResult>> LoadAsync(CancellationToken cancel)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        for (var i = 0; i < files.Count; i++) jobs[i] = JobAsync(i, stop);
        foreach (var job in jobs) await ((Task)job).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        // What was cancelled because of another's failure tells less than the failure.
        if (jobs.FirstOrDefault(job => job.IsFaulted) is { } failed) await failed;
        return await Task.WhenAll(jobs);
    }

    private async Task<FeedFileResult> JobAsync(int index, CancellationTokenSource stop)
    {
        var name = Path.GetFileName(files[index].Path);
        try
        {
            return new FeedFileResult(name, await RunAsync(index, stop.Token), null);
        }
        catch (FeedRefusedException refusal)
        {
            return new FeedFileResult(name, null, refusal.Message);
        }
        catch
        {
            await stop.CancelAsync();
            throw;
        }
        finally
        {
            read[index].TrySetResult();
        }
    }

    private async Task<FeedRunResult> RunAsync(int index, CancellationToken cancel)
    {
        if (index > 0) await read[index - 1].Task;
        // A feed has one load at a time.
        await DoneAsync(earlier => earlier <= index - AtOnce || files[earlier].Feed?.Name == files[index].Feed?.Name, index);
        cancel.ThrowIfCancellationRequested();
        await using var arrival = await Arrival.ReadAsync(parts, files[index], progress, cancel);
        read[index].TrySetResult();
        var isAlone = Publisher.IsAlone(arrival.Feed);
        await DoneAsync(earlier => isAlone || earlier <= index - AtOnce + 1 || IsAlone(earlier), index);
        if (cancel.IsCancellationRequested) await arrival.AbandonAsync();
        cancel.ThrowIfCancellationRequested();
        return await arrival.PublishAsync(progress, cancel);
    }

    private bool IsAlone(int index) => files[index].Feed is not { } feed || Publisher.IsAlone(feed);

    private async Task DoneAsync(Func<int, bool> awaited, int before)
    {
        for (var earlier = 0; earlier < before; earlier++)
            if (awaited(earlier)) await ((Task)jobs[earlier]).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
