using Npgsql;

namespace DataHub.Shared;

/// <summary>Work that a running hub does again and again by itself.</summary>
/// <param name="Period">From one beginning to the next, unless the work takes longer.</param>
/// <param name="Time">The clock.</param>
/// <param name="OnError">Told what the database or a file did to it; the work is tried again when the period is over.</param>
internal sealed record PeriodicWork(TimeSpan Period, TimeProvider Time, Action<Exception> OnError)
{
    /// <summary>Does the work at once, then once a period, until it is told to stop.</summary>
    public async Task RunAsync(Func<CancellationToken, Task> work, CancellationToken stop)
    {
        using var timer = new PeriodicTimer(Period, Time);
        try
        {
            do
            {
                try { await work(stop); }
                catch (Exception exception) when (exception is NpgsqlException or InvalidDataException or IOException) { OnError(exception); }
            }
            while (await timer.WaitForNextTickAsync(stop));
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
        }
    }
}
