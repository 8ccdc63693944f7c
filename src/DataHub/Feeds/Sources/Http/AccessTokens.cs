namespace DataHub.Feeds.Sources.Http;

/// <summary>A token of a source.</summary>
/// <param name="Value">What goes behind <c>Bearer</c>.</param>
/// <param name="ValidFor">As the source says; null when it does not.</param>
internal sealed record AccessToken(string Value, TimeSpan? ValidFor);

/// <summary>The hub's token at a source: fetched when first needed, renewed before it ends or when the source takes it no more.</summary>
internal sealed class AccessTokens(Func<CancellationToken, Task<AccessToken>> fetch, TimeProvider clock) : IDisposable
{
    // A token that ends on the way is refused; this much earlier it is renewed.
    private static readonly TimeSpan Early = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim one = new(1);
    private string? current;
    private DateTimeOffset? ends;

    /// <summary>A token that is good as far as the hub knows.</summary>
    public async Task<string> GetAsync(CancellationToken cancel)
    {
        await one.WaitAsync(cancel);
        try
        {
            if (current is { } held && (ends is not { } end || clock.GetUtcNow() < end)) return held;
            var token = await fetch(cancel);
            ends = token.ValidFor is { } time ? clock.GetUtcNow() + time - Early : null;
            return current = token.Value;
        }
        finally
        {
            one.Release();
        }
    }

    /// <summary>The source refused the token. One that came after it stays.</summary>
    public async Task DropAsync(string refused, CancellationToken cancel)
    {
        await one.WaitAsync(cancel);
        if (current == refused) current = null;
        one.Release();
    }

    public void Dispose() => one.Dispose();
}
