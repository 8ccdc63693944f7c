namespace DataHub.Api.Tests.Sources;

/// <summary>A clock that stands still until a test moves it; its timers go off when it is moved past them.</summary>
internal sealed class SteppedTime(DateTimeOffset start) : TimeProvider
{
    private readonly Lock gate = new();
    private readonly List<SteppedTimer> timers = [];
    private readonly List<(TimeSpan Due, TaskCompletionSource<TimeSpan> Source)> awaited = [];
    private DateTimeOffset now = start;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate) return now;
    }

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new SteppedTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Done when a timer is set that is due within a time; gives how soon. Only timers set from now on count.</summary>
    public Task<TimeSpan> TimerSetAsync(TimeSpan within)
    {
        lock (gate)
        {
            var source = new TaskCompletionSource<TimeSpan>(TaskCreationOptions.RunContinuationsAsynchronously);
            awaited.Add((within, source));
            return source.Task;
        }
    }

    public void Advance(TimeSpan by)
    {
        List<SteppedTimer> due;
        lock (gate)
        {
            now += by;
            due = timers.Where(timer => timer.DueAt <= now).ToList();
            foreach (var timer in due) timers.Remove(timer);
        }
        foreach (var timer in due) timer.GoOff();
    }

    private void Set(SteppedTimer timer, TimeSpan dueTime)
    {
        lock (gate)
        {
            timers.Remove(timer);
            if (dueTime == Timeout.InfiniteTimeSpan) return;
            timer.DueAt = now + dueTime;
            timers.Add(timer);
            foreach (var (_, source) in awaited.Where(entry => dueTime <= entry.Due)) source.TrySetResult(dueTime);
            awaited.RemoveAll(entry => dueTime <= entry.Due);
        }
    }

    private void Remove(SteppedTimer timer)
    {
        lock (gate) timers.Remove(timer);
    }

    private sealed class SteppedTimer(SteppedTime time, Action callback) : ITimer
    {
        private TimeSpan every = Timeout.InfiniteTimeSpan;

        public DateTimeOffset DueAt { get; set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            every = period;
            time.Set(this, dueTime);
            return true;
        }

        public void GoOff()
        {
            if (every > TimeSpan.Zero) time.Set(this, every);
            callback();
        }

        public void Dispose() => time.Remove(this);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
