using DataHub.Access;

namespace DataHub.Testing;

/// <summary>One caller of each kind, with the scopes that the sandbox gives them.</summary>
public static class Callers
{
    public static Caller Bank { get; } = Of("bank-sandbox", "002", "KUR_ELIGIBILITY", "REGISTRY_READ", "CREDIT_READ", "KUR_DECIDE", "MARKET_READ");

    public static Caller University { get; } = Of("university-sandbox", "unila", "RESEARCH", "RESEARCH_READ");

    public static Caller Partner { get; } = Of("partner-sandbox", "tapis-mal", "SELLER_VERIFICATION", "REGISTRY_READ", "MARKET_READ", "SELLER_VERIFY");

    public static Caller Dashboard { get; } = Of("dashboard-sandbox", "pemprov-lampung", "PROGRAMME_MONITORING", "REGISTRY_READ", "MARKET_READ", "PROGRAMME_READ");

    public static Caller Steward { get; } = Of(
        "steward-sandbox", "diskop-lampung", "STEWARDSHIP", "STEWARD_ALL", "REGISTRY_READ", "CREDIT_READ", "TRAINING_READ", "MARKET_READ");

    /// <summary>The owner that is the person of that number.</summary>
    public static Caller Owner(long person) => Of("owner-sandbox", null, "SUBJECT_ACCESS", "SELF_READ") with { PersonId = person };

    private static Caller Of(string client, string? organisation, string purpose, params string[] scopes) =>
        new(client, client, organisation, scopes.ToHashSet(StringComparer.Ordinal), purpose, null);
}
