using DataHub.Feeds.Sources;
using Quartz;

namespace DataHub.Api.Sources;

/// <summary>A run of a source by its schedule; the job bears the source's name.</summary>
internal sealed class SourceJob(IReadOnlyDictionary<string, ScheduledSource> sources, CancellationToken stop) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, cancellationToken);
        await sources[context.JobDetail.Key.Name].RunAsync(context.NextFireTimeUtc, either.Token);
    }
}
