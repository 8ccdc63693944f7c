using System.Security.Cryptography;
using System.Text;

namespace DataHub.Api.Identity.Proofs;

/// <summary>
/// Remembers what may be used once, for at least as long as it could be used again. Bounded: when it is full, nothing new is taken until
/// the older half is forgotten, so that a flood cannot make it forget.
/// </summary>
/// <param name="span">The longest time in which one thing could be used.</param>
/// <param name="capacity">How many it remembers of one such time.</param>
/// <param name="clock">The time.</param>
internal sealed class ReplayStore(TimeSpan span, int capacity, TimeProvider clock)
{
    private readonly Lock gate = new();
    private HashSet<UInt128> former = [];
    private HashSet<UInt128> current = [];
    private DateTimeOffset since = clock.GetUtcNow();

    /// <summary>False when it was used before, or cannot be remembered.</summary>
    /// <param name="owner">Whose it is: two of them may use the same.</param>
    /// <param name="id">What must not come again.</param>
    public bool TryUse(string owner, string id)
    {
        // Half of the hash is enough: who finds two that are alike hurts only itself.
        var hash = BitConverter.ToUInt128(SHA256.HashData(Encoding.UTF8.GetBytes($"{owner}\n{id}")));
        lock (gate)
        {
            Turn();
            return !former.Contains(hash) && current.Count < capacity && current.Add(hash);
        }
    }

    private void Turn()
    {
        var age = clock.GetUtcNow() - since;
        if (age < span) return;
        (former, current) = age < 2 * span ? (current, former) : ([], []);
        current.Clear();
        since = clock.GetUtcNow();
    }
}
