using DataHub.Api.Hosting;
using DataHub.Feeds.Sources;
using Quartz;

namespace DataHub.Api.Sources;

/// <summary>Runs the host's sources by their schedules. Of several hosts each has them all; one of them reads a feed at a time.</summary>
public sealed class SourceSchedule : IAsyncDisposable
{
    // All clocks of the settings are Lampung's; the machine need not know any zone.
    private static readonly TimeZoneInfo Wib = TimeZoneInfo.CreateCustomTimeZone("WIB", TimeSpan.FromHours(7), "WIB", "WIB");

    private readonly CancellationTokenSource stop = new();
    private readonly IReadOnlyDictionary<string, ScheduledSource> sources;
    private IScheduler? scheduler;

    private SourceSchedule(IReadOnlyDictionary<string, ScheduledSource> sources) => this.sources = sources;

    /// <summary>
    /// Starts the schedules of those that have one and are enabled. Throws <see cref="StartRefusedException"/> for one that cannot be read.
    /// </summary>
    public static async Task<SourceSchedule> StartAsync(
        IReadOnlyList<SourceSettings> settings, SourceParts parts, ILogger log, CancellationToken cancel)
    {
        foreach (var source in settings) Check(source);
        var states = new SourceStates(parts.Database, parts.Clock);
        var scheduled = settings.Where(source => source is { Enabled: true, Schedule: not null })
            .ToDictionary(source => source.Name, source => new ScheduledSource(source, new SourceRunner(source, parts), states, log));
        foreach (var source in settings.Where(source => !scheduled.ContainsKey(source.Name)))
            await states.ScheduledAsync(source, null, cancel);
        var schedule = new SourceSchedule(scheduled);
        if (scheduled.Count > 0) await schedule.StartAsync(parts.Clock, states, cancel);
        return schedule;
    }

    /// <summary>Ends running reads: what they have published stays, and their cursors with it.</summary>
    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        if (scheduler is not null) await scheduler.Shutdown(waitForJobsToComplete: true);
        foreach (var source in sources.Values) source.Dispose();
        stop.Dispose();
    }

    private async Task StartAsync(TimeProvider clock, SourceStates states, CancellationToken cancel)
    {
        scheduler = await QuartzSchedulerBuilder.Create(quartz =>
        {
            quartz.ConfigureScheduler(options => options.InstanceName = "datahub sources");
            quartz.UseTimeProvider(clock).UseDefaultThreadPool(sources.Count).UseInMemoryStore();
            quartz.AddJobType(_ => new SourceJob(sources, stop.Token));
        }).BuildScheduler(cancel);
        foreach (var source in sources.Values)
        {
            var next = await scheduler.ScheduleJob(Job(source.Settings), Trigger(source.Settings, clock), cancellationToken: cancel);
            await states.ScheduledAsync(source.Settings, next, cancel);
        }
        await scheduler.Start(cancel);
    }

    private static void Check(SourceSettings source)
    {
        var setting = $"{SourceConfiguration.Section}:{source.Name}:Schedule";
        if (source.Schedule is { } cron && !CronExpression.TryParse(cron, out _))
            throw new StartRefusedException($"Setting {setting} is no cron expression with seconds.");
    }

    private static IJobDetail Job(SourceSettings source) =>
        JobBuilder.Create<SourceJob>().WithIdentity(source.Name).DisallowConcurrentExecution().Build();

    private static ITrigger Trigger(SourceSettings source, TimeProvider clock) => TriggerBuilder.Create(clock)
        .WithIdentity(source.Name)
        // However many turns were missed while the host was away or busy, one run makes up for them: it reads all that there is.
        .WithSchedule(CronScheduleBuilder.Create(source.Schedule!).InTimeZone(Wib)
            .WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed))
        .Build();
}
