using System.Collections.Concurrent;

namespace DataHub.Faults;

/// <summary>What the clients of one round have seen.</summary>
internal sealed class RoundResult
{
    private int refused;
    private int broken;

    /// <summary>Names of the operations that were answered with personal data.</summary>
    public ConcurrentBag<string> Answered { get; } = [];

    /// <summary>Reasons of the changes that were acknowledged.</summary>
    public ConcurrentBag<string> Changed { get; } = [];

    /// <summary>Answers that were not orderly, in words.</summary>
    public ConcurrentBag<string> Disorderly { get; } = [];

    /// <summary>From the fault to the first answer after it.</summary>
    public TimeSpan Back { get; set; } = TimeSpan.MaxValue;

    /// <summary>Requests that were told to come again.</summary>
    public int Refused => refused;

    /// <summary>Requests whose connection was cut off.</summary>
    public int Broken => broken;

    public void AddRefused() => Interlocked.Increment(ref refused);

    public void AddBroken() => Interlocked.Increment(ref broken);
}
