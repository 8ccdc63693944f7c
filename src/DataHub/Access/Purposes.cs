namespace DataHub.Access;

/// <summary>What a caller may ask for follows from what its token holds.</summary>
public static class Purposes
{
    private static readonly (string Scope, string Purpose)[] Table =
    [
        ("KUR_DECIDE", "KUR_ELIGIBILITY"),
        ("RESEARCH_READ", "RESEARCH"),
        ("SELLER_VERIFY", "SELLER_VERIFICATION"),
        ("PROGRAMME_READ", "PROGRAMME_MONITORING"),
        ("SELF_READ", "SUBJECT_ACCESS"),
        ("STEWARD_ALL", "STEWARDSHIP"),
    ];

    /// <summary>Purposes that a holder of the scopes may claim; with one only, the request need not name it.</summary>
    public static IReadOnlyList<string> ClaimableWith(IReadOnlySet<string> scopes) =>
        [.. Table.Where(row => scopes.Contains(row.Scope)).Select(row => row.Purpose)];

    /// <summary>A scope as a token carries it, <c>registry.read</c>, in the contract's spelling, <c>REGISTRY_READ</c>.</summary>
    public static string ScopeName(string tokenScope) => tokenScope.ToUpperInvariant().Replace('.', '_');

    /// <summary>The other way round.</summary>
    public static string TokenScope(string scopeName) => scopeName.ToLowerInvariant().Replace('_', '.');
}
