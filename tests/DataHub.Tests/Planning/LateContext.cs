namespace DataHub.Tests.Planning;

/// <summary>
/// A synchronization context like that of a test runner: what is posted there runs on some thread where no context is current, here only when
/// the thread that posted it has had time to go on.
/// </summary>
internal sealed class LateContext : SynchronizationContext
{
    private static readonly TimeSpan Late = TimeSpan.FromMilliseconds(50);

    /// <summary>Starts something in this context.</summary>
    public static async Task<T> RunAsync<T>(Func<Task<T>> work)
    {
        // The runtime puts the caller's context back when this method returns.
        SetSynchronizationContext(new LateContext());
        return await work();
    }

    public override void Post(SendOrPostCallback d, object? state) => _ = Task.Delay(Late).ContinueWith(_ => d(state), TaskScheduler.Default);
}
