using System.Runtime.CompilerServices;

namespace DataHub.Api.Identity;

/// <summary>
/// Tokens by the header that brought them. Kestrel gives a header that a connection sends again unchanged as the same string, which is
/// found without a look at its characters; as long as <see cref="TokenCache"/> would find its hash, and no longer than the connection
/// keeps it.
/// </summary>
internal sealed class RepeatedTokens(TimeProvider clock)
{
    private readonly ConditionalWeakTable<string, AccessToken> known = [];

    public AccessToken? Find(string header) =>
        known.TryGetValue(header, out var token) && token.GoodUntil > clock.GetUtcNow() ? token : null;

    public void Add(string header, AccessToken token) => known.AddOrUpdate(header, token);
}
