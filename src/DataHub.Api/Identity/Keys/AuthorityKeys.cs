using System.Text.Json;
using DataHub.Api.Http;

namespace DataHub.Api.Identity.Keys;

/// <summary>
/// The keys that an authority publishes (OpenID Connect Discovery 1.0, section 4), fetched when they are needed and again from time to
/// time, so that a key that is no longer published ends. Tokens decide neither where they are fetched from nor how often.
/// </summary>
public sealed class AuthorityKeys(Authority authority, HttpClient client, KeyTimes times, ILogger logger)
{
    private readonly Lock gate = new();
    private volatile Fetched? last;
    private Task<Fetched>? fetching;
    private DateTimeOffset? tried;

    /// <summary>
    /// The key of a <c>kid</c> for an algorithm; null when the authority publishes none. Throws when its keys cannot be had and those of
    /// before are too old.
    /// </summary>
    public async ValueTask<VerificationKey?> FindAsync(string keyId, string algorithm, CancellationToken cancellationToken)
    {
        var known = last;
        var isFresh = known is not null && times.Now - known.At < times.Refresh;
        if (isFresh && known!.Find(keyId, algorithm) is { } key) return key;
        var next = Refresh(known);
        if (next is null) return Usable(known).Find(keyId, algorithm);
        try
        {
            var newer = await next.WaitAsync(known is null ? times.FirstPatience : times.Patience, cancellationToken);
            return newer.Find(keyId, algorithm);
        }
        catch (Exception exception) when (known is not null && !cancellationToken.IsCancellationRequested)
        {
            FailureLog.Write(logger, LogLevel.Warning, exception);
            return Usable(known).Find(keyId, algorithm);
        }
    }

    private Fetched Usable(Fetched? known) => known is not null && times.Now - known.At < times.Outage
        ? known
        : throw new InvalidOperationException("The keys of a token issuer could not be fetched for too long.");

    /// <summary>The one fetch that runs, or a new one; null when the last one was too short a time ago.</summary>
    private Task<Fetched>? Refresh(Fetched? known)
    {
        lock (gate)
        {
            // Another request had them fetched in the meantime.
            if (last is { } newer && newer != known) return Task.FromResult(newer);
            if (fetching is { IsCompleted: false }) return fetching;
            if (tried is { } before && times.Now - before < times.Retry) return null;
            tried = times.Now;
            return fetching = FetchAsync();
        }
    }

    private async Task<Fetched> FetchAsync()
    {
        var address = await ReadAsync(authority.MetadataAddress, FindKeySet);
        var keys = await ReadAsync(new Uri(address), ReadKeySet);
        return last = new Fetched(keys, times.Now);
    }

    private async Task<T> ReadAsync<T>(Uri address, Func<JsonElement, T?> read) where T : class
    {
        var json = await client.GetByteArrayAsync(address);
        return CompactJws.ReadObject(json, read)
            ?? throw new InvalidOperationException($"The metadata or keys of {authority.Issuers[0]} are not as they should be.");
    }

    // Discovery, section 4.3: metadata that names another issuer are another's.
    private string? FindKeySet(JsonElement metadata)
    {
        if (!authority.Issuers.Contains(CompactJws.Text(metadata, "issuer"))) return null;
        return Uri.TryCreate(CompactJws.Text(metadata, "jwks_uri"), UriKind.Absolute, out var address) && authority.MayAsk(address)
            ? address.AbsoluteUri
            : null;
    }

    // Keys of kinds that the hub does not take are passed over: an authority publishes them for others.
    private List<VerificationKey>? ReadKeySet(JsonElement set) => set.TryGetProperty("keys", out var keys)
        ? [.. keys.EnumerateArray().Where(authority.IsOwn).Select(VerificationKey.FromJwk).OfType<VerificationKey>()]
        : null;

    private sealed record Fetched(IReadOnlyList<VerificationKey> Keys, DateTimeOffset At)
    {
        public VerificationKey? Find(string keyId, string algorithm)
        {
            foreach (var key in Keys)
                if (key.KeyId == keyId && key.Algorithm == algorithm) return key;
            return null;
        }
    }
}

/// <summary>How old keys may get.</summary>
/// <param name="Refresh">They are fetched again then.</param>
/// <param name="Retry">Least time between two fetches.</param>
/// <param name="Outage">They are not used any more then.</param>
/// <param name="Clock">The time.</param>
public sealed record KeyTimes(TimeSpan Refresh, TimeSpan Retry, TimeSpan Outage, TimeProvider Clock)
{
    /// <summary>How long a request waits for an authority that does not answer, when keys of before can serve it.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(1.5);

    /// <summary>How long a request waits when there are none.</summary>
    public TimeSpan FirstPatience { get; init; } = TimeSpan.FromSeconds(5);

    public DateTimeOffset Now => Clock.GetUtcNow();
}
