using DataHub.Access;

namespace DataHub.Api.Identity;

/// <summary>Scopes that the contract knows: the values of its enum <c>Scope</c>, <c>REGISTRY_READ</c>.</summary>
public sealed class KnownScopes(IEnumerable<string> names)
{
    private readonly HashSet<string> names = new(names, StringComparer.Ordinal);

    /// <summary>
    /// Those of a token's scopes that the contract knows, in its spelling. Others are ignored: an issuer serves more than one system.
    /// </summary>
    public IReadOnlySet<string> Among(IEnumerable<string> tokenScopes)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var scope in tokenScopes)
        {
            var name = Purposes.ScopeName(scope);
            // Exactly as written: RFC 6749, section 3.3 makes scopes case-sensitive.
            if (names.Contains(name) && Purposes.TokenScope(name) == scope) known.Add(name);
        }
        return known;
    }
}
