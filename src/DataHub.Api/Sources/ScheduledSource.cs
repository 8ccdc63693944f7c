using DataHub.Api.Http;
using DataHub.Feeds.Sources;
using Npgsql;

namespace DataHub.Api.Sources;

/// <summary>A source that this host reads by a schedule.</summary>
internal sealed class ScheduledSource(SourceSettings settings, SourceRunner runner, SourceStates states, ILogger log) : IDisposable
{
    public SourceSettings Settings => settings;

    /// <summary>One run; what goes wrong is logged in words, and the next run comes by the schedule.</summary>
    public async Task RunAsync(DateTimeOffset? next, CancellationToken cancel)
    {
        try
        {
            await states.ScheduledAsync(settings, next, cancel);
            var result = await runner.RunAsync([], cancel);
            if (result.Failure is not null) log.LogWarning("Source {Source}: {Failure}", settings.Name, result.Failure);
            else if (result.Skipped is not null) log.LogInformation("Source {Source}: skipped, {Skipped}", settings.Name, result.Skipped);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            // The host stops; the next run takes up where the last published batch ended.
        }
        catch (Exception exception) when (exception is NpgsqlException or InvalidDataException or IOException)
        {
            FailureLog.Write(log, LogLevel.Error, exception);
        }
    }

    public void Dispose() => runner.Dispose();
}
