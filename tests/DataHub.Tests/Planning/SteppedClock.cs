namespace DataHub.Tests.Planning;

/// <summary>The machine's clock, with timestamps that a test puts forward.</summary>
public sealed class SteppedClock : TimeProvider
{
    private long steps;

    public void Step(TimeSpan by) => Interlocked.Add(ref steps, (long)(by.TotalSeconds * TimestampFrequency));

    public override long GetTimestamp() => base.GetTimestamp() + Interlocked.Read(ref steps);
}
