namespace DataHub.Api.Identity.Sandbox;

/// <summary>A client of the sandbox issuer.</summary>
/// <param name="Id">Its <c>client_id</c>.</param>
/// <param name="Organisation">Goes into <c>org</c>; null for owners, who ask for themselves.</param>
/// <param name="Scopes">All it may have, as tokens spell them.</param>
public sealed record SandboxClient(string Id, string? Organisation, IReadOnlyList<string> Scopes)
{
    /// <summary>The same for all: the sandbox holds invented people only.</summary>
    public const string Secret = "sandbox";

    /// <summary>The client whose tokens stand for a person.</summary>
    public const string Owner = "owner-sandbox";

    /// <summary>One for each kind of consumer.</summary>
    public static IReadOnlyList<SandboxClient> All { get; } =
    [
        new("bank-sandbox", "002", ["registry.read", "credit.read", "kur.decide", "market.read"]),
        new("university-sandbox", "unila", ["research.read"]),
        new("partner-sandbox", "tapis-mal", ["registry.read", "market.read", "seller.verify"]),
        new("dashboard-sandbox", "pemprov-lampung", ["registry.read", "market.read", "programme.read"]),
        new(Owner, null, ["self.read"]),
        new("steward-sandbox", "diskop-lampung", ["steward.all", "registry.read", "credit.read", "training.read", "market.read"]),
    ];

    /// <summary>Null when there is no such client.</summary>
    public static SandboxClient? Find(string id) => All.FirstOrDefault(client => client.Id == id);
}
