using System.Collections.Concurrent;

namespace DataHub.Api.Http;

/// <summary>
/// The time that each request has, and its end when the client hangs up. Sources of cancellation are used again: each costs a timer. One
/// that was cancelled is not, since what it stopped may still look at it.
/// </summary>
internal sealed class Deadlines(TimeSpan time)
{
    // Never more than requests were under way at once, which the number of connections bounds.
    private readonly ConcurrentQueue<CancellationTokenSource> kept = [];

    /// <summary>Nothing may use its token once it is disposed of.</summary>
    public Deadline Start(CancellationToken hangUp)
    {
        if (!kept.TryDequeue(out var source)) source = new CancellationTokenSource();
        source.CancelAfter(time);
        return new Deadline(this, source, hangUp.UnsafeRegister(static state => ((CancellationTokenSource)state!).Cancel(), source));
    }

    private void GiveBack(CancellationTokenSource source)
    {
        if (source.TryReset()) kept.Enqueue(source);
        else source.Dispose();
    }

    /// <summary>The time of one request.</summary>
    internal readonly struct Deadline(Deadlines owner, CancellationTokenSource source, CancellationTokenRegistration hangUp) : IDisposable
    {
        public CancellationToken Token => source.Token;

        /// <summary>True when the time is over or the client has left.</summary>
        public bool IsOver => source.IsCancellationRequested;

        public void Dispose()
        {
            // Waits for a hang-up that is being told, so that the source is not told of it in its next life.
            hangUp.Dispose();
            owner.GiveBack(source);
        }
    }
}
