namespace DataHub.Testing;

/// <summary>The system's clock, put forward by a test. Timers go on as they do.</summary>
public sealed class WallClock : TimeProvider
{
    private long ahead;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref ahead));

    public void Advance(TimeSpan by) => Interlocked.Add(ref ahead, by.Ticks);
}
