namespace DataHub.Access;

/// <summary>What is fixed for a kind of consumer: the purpose it asks for, the scopes that its clients may hold at most, its role in PostgreSQL.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Purpose">As the contract's enum <c>Purpose</c> names it; no other kind asks for it.</param>
/// <param name="Role">Role in PostgreSQL that reads for it.</param>
/// <param name="Scopes">As the contract's enum <c>Scope</c> names them.</param>
public sealed record ConsumerKinds(ConsumerKind Kind, string Purpose, string Role, IReadOnlySet<string> Scopes)
{
    /// <summary>One for each kind.</summary>
    public static IReadOnlyList<ConsumerKinds> All { get; } =
    [
        Of(ConsumerKind.Bank, "KUR_ELIGIBILITY", "hub_bank", "REGISTRY_READ", "CREDIT_READ", "KUR_DECIDE", "MARKET_READ"),
        Of(ConsumerKind.University, "RESEARCH", "hub_university", "RESEARCH_READ"),
        Of(ConsumerKind.Partner, "SELLER_VERIFICATION", "hub_partner", "REGISTRY_READ", "MARKET_READ", "SELLER_VERIFY"),
        Of(ConsumerKind.Dashboard, "PROGRAMME_MONITORING", "hub_dashboard", "REGISTRY_READ", "MARKET_READ", "PROGRAMME_READ"),
        Of(ConsumerKind.Owner, "SUBJECT_ACCESS", "hub_owner", "SELF_READ"),
        Of(ConsumerKind.Steward, "STEWARDSHIP", "hub_steward",
            "STEWARD_ALL", "REGISTRY_READ", "CREDIT_READ", "TRAINING_READ", "MARKET_READ", "PROGRAMME_READ", "RESEARCH_READ"),
    ];

    /// <summary>The kind that asks for a purpose. Throws <see cref="ArgumentException"/> for a word that is no purpose.</summary>
    public static ConsumerKinds ThatAsksFor(string purpose)
    {
        foreach (var kind in All)
            if (kind.Purpose == purpose) return kind;
        throw new ArgumentException($"{purpose} is no purpose of the contract.", nameof(purpose));
    }

    /// <summary>Those of the scopes that the kind's clients may hold; the same set when that is all of them.</summary>
    public IReadOnlySet<string> Among(IReadOnlySet<string> scopes) =>
        scopes.IsSubsetOf(Scopes) ? scopes : scopes.Where(Scopes.Contains).ToHashSet(StringComparer.Ordinal);

    private static ConsumerKinds Of(ConsumerKind kind, string purpose, string role, params string[] scopes) =>
        new(kind, purpose, role, scopes.ToHashSet(StringComparer.Ordinal));
}
