using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using DataHub.Access;
using DataHub.Access.Budgets;
using DataHub.GraphQL.Errors;

namespace DataHub.Partners;

/// <summary>
/// Watches the look-ups of each client for guessing, by the hour, in this host: raises alarms, and bounds how often a client may have it
/// confirmed or
/// denied that a NIK is that of a NIB's owner.
/// </summary>
public sealed class LookUpWatch(ClientBudgets budgets, AlarmLog alarms, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, ClientHour> clients = new(StringComparer.Ordinal);
    private readonly byte[] key = RandomNumberGenerator.GetBytes(32);

    /// <summary>Notes look-ups by NIB, of which some found nothing.</summary>
    public void Looked(Caller caller, ReadOnlySpan<string> nibs, int missed)
    {
        var plan = budgets.PlanOf(caller.Client);
        var hour = Of(caller);
        lock (hour)
        {
            hour.Enter(Hour);
            foreach (var nib in nibs) hour.Look(nib);
            hour.Miss(missed);
            Raise(caller, hour, Alarm.SequentialNibs, (hour.Sequential, plan.SequentialPerHour));
            Raise(caller, hour, Alarm.Misses, (hour.Misses, plan.MissesPerHour));
        }
    }

    /// <summary>Notes look-ups that found nothing.</summary>
    public void Missed(Caller caller, int count)
    {
        if (count > 0) Looked(caller, [], count);
    }

    /// <summary>
    /// Notes NIKs that are given with NIBs, before they are compared. Throws <see cref="GraphQLException"/> with
    /// <see cref="QuotaErrors.IdentityQuota"/> when too many did not belong together. To be given to <see cref="Settle"/>; empty for
    /// callers that are not bounded.
    /// </summary>
    public IReadOnlyList<IdentityTry> Try(Caller caller, IEnumerable<(string Nib, string Nik)> pairs)
    {
        var plan = budgets.PlanOf(caller.Client);
        var tries = new List<IdentityTry>();
        var hour = Of(caller);
        lock (hour)
        {
            hour.Enter(Hour);
            foreach (var (nib, nik) in pairs)
            {
                var mark = MarkOf(nik);
                Raise(caller, hour, Alarm.NikWithManyNibs, (hour.NibsOf(mark, nib), plan.NibsPerNik));
                if (!IsBounded(caller)) continue;
                if (hour.Mismatches >= plan.MismatchesPerHour || hour.TryPair(nib, mark, plan.MismatchesPerNib) is not { } isNew)
                {
                    foreach (var made in tries) Release(hour, made);
                    throw new GraphQLException(QuotaErrors.Identity(UntilNextHour));
                }
                tries.Add(new IdentityTry(nib, mark, isNew));
            }
        }
        return tries;
    }

    /// <summary>
    /// Counts the mismatches among the tries. Throws as <see cref="Try"/> when they are too many: the answer must not leave.
    /// </summary>
    public void Settle(Caller caller, IReadOnlyList<IdentityTry> tries)
    {
        if (tries.Count == 0) return;
        var plan = budgets.PlanOf(caller.Client);
        var hour = Of(caller);
        lock (hour)
        {
            foreach (var made in tries.Where(made => made.IsNew))
            {
                if (made.IsMismatch) hour.Mismatched();
                else Release(hour, made);
            }
            Raise(caller, hour, Alarm.IdentityMismatches, (hour.Mismatches, plan.MismatchesPerHour));
            if (hour.Mismatches > plan.MismatchesPerHour) throw new GraphQLException(QuotaErrors.Identity(UntilNextHour));
        }
    }

    /// <summary>Takes tries back of which nothing was answered.</summary>
    public void Release(Caller caller, IReadOnlyList<IdentityTry> tries)
    {
        if (tries.Count == 0) return;
        var hour = Of(caller);
        lock (hour)
            foreach (var made in tries) Release(hour, made);
    }

    private long Hour => time.GetUtcNow().ToUnixTimeSeconds() / 3_600;

    private TimeSpan UntilNextHour => TimeSpan.FromSeconds(3_600 - (time.GetUtcNow().ToUnixTimeSeconds() % 3_600));

    // Stewards see the NIKs themselves.
    private static bool IsBounded(Caller caller) => caller.Purpose != "STEWARDSHIP";

    private static void Release(ClientHour hour, IdentityTry made)
    {
        if (made.IsNew) hour.Release(made.Nib, made.Nik);
    }

    private ClientHour Of(Caller caller) => clients.GetOrAdd(caller.Client, static _ => new ClientHour());

    private ulong MarkOf(string nik)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key, MemoryMarshal.AsBytes(nik.AsSpan()), hash);
        return MemoryMarshal.Read<ulong>(hash);
    }

    private void Raise(Caller caller, ClientHour hour, string kind, (int Counted, int Threshold) numbers)
    {
        if (!hour.Raises(kind, numbers.Counted, numbers.Threshold)) return;
        alarms.Raise(new Alarm(kind, caller.Client, caller.Organisation, numbers.Counted, numbers.Threshold)
        {
            Hour = DateTimeOffset.FromUnixTimeSeconds(hour.Hour * 3_600).UtcDateTime,
            RaisedAt = time.GetUtcNow().UtcDateTime,
        });
    }
}
