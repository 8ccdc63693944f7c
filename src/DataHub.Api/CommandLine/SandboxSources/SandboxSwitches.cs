namespace DataHub.Api.CommandLine.SandboxSources;

/// <summary>The switches of one invented source, and what it was asked. Safe for many threads.</summary>
public sealed class SandboxSwitches
{
    private readonly Lock gate = new();
    private readonly Dictionary<SandboxFault, int> left = [];
    private readonly Dictionary<SandboxFault, int> before = [];
    private readonly List<TaskCompletionSource> waiting = [];
    private int requests;
    private int authentications;

    /// <summary>How slow <see cref="SandboxFault.Slow"/> is.</summary>
    public TimeSpan Delay { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Seconds that <see cref="SandboxFault.Throttle"/> asks to wait.</summary>
    public int RetryAfter { get; set; } = 1;

    /// <summary>Calls for data so far, whatever came of them.</summary>
    public int Requests => Volatile.Read(ref requests);

    /// <summary>Tokens given so far.</summary>
    public int Authentications => Volatile.Read(ref authentications);

    /// <summary>Misbehaves at the next so many answers, null: until it is switched off; but not at some that come before.</summary>
    public void Set(SandboxFault fault, int? times = null, int after = 0)
    {
        lock (gate) (left[fault], before[fault]) = (times ?? int.MaxValue, after);
    }

    /// <summary>Behaves.</summary>
    public void Clear()
    {
        lock (gate) left.Clear();
    }

    /// <summary>What is switched on, and for how many answers; null: until it is switched off.</summary>
    public IReadOnlyDictionary<string, int?> Standing()
    {
        lock (gate)
        {
            return left.Where(entry => entry.Value > 0)
                .ToDictionary(entry => entry.Key.ToString(), entry => entry.Value == int.MaxValue ? (int?)null : entry.Value);
        }
    }

    /// <summary>Done when so many calls for data have come in.</summary>
    public Task AskedAsync(int calls)
    {
        lock (gate)
        {
            while (waiting.Count < calls) waiting.Add(new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
            for (var i = 0; i < Math.Min(requests, calls); i++) waiting[i].TrySetResult();
            return waiting[calls - 1].Task;
        }
    }

    internal bool Takes(SandboxFault fault)
    {
        lock (gate)
        {
            if (!left.TryGetValue(fault, out var times) || times == 0) return false;
            if (before[fault]-- > 0) return false;
            if (times != int.MaxValue) left[fault] = times - 1;
            return true;
        }
    }

    internal void Asked()
    {
        lock (gate)
        {
            requests++;
            if (requests <= waiting.Count) waiting[requests - 1].TrySetResult();
        }
    }

    internal void Authenticated() => Interlocked.Increment(ref authentications);
}
