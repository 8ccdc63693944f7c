using DataHub.Access;
using DataHub.Partners;

namespace DataHub.Api.Identity.Sandbox;

/// <summary>The organisations of the sandbox's clients, admitted when a hub for trying out starts for the first time.</summary>
internal static class SandboxPartners
{
    private const string Author = "first start";

    // Owners have no organisation; their client is somebody's all the same.
    private const string Owners = "pemilik-usaha";

    /// <summary>Admits them if nobody has ever been admitted.</summary>
    public static Task<int> SeedAsync(PartnerChanges changes, TimeProvider time, CancellationToken cancellation) =>
        changes.SeedAsync(All(time.GetUtcNow().UtcDateTime), cancellation);

    internal static IReadOnlyList<Partner> All(DateTime now) =>
    [
        Of("bank-sandbox", "Bank of the sandbox (lender 002)", ConsumerKind.Bank, now),
        Of("university-sandbox", "University of the sandbox", ConsumerKind.University, now),
        Of("partner-sandbox", "Marketplace of the sandbox", ConsumerKind.Partner, now),
        Of("dashboard-sandbox", "Dashboard of the sandbox", ConsumerKind.Dashboard, now),
        Of(SandboxClient.Owner, "Owners of the sandbox", ConsumerKind.Owner, now),
        Of("steward-sandbox", "Stewards of the sandbox", ConsumerKind.Steward, now),
    ];

    private static Partner Of(string client, string name, ConsumerKind kind, DateTime now)
    {
        var word = Partner.WordOf(kind);
        var fixedFor = Partner.KindOf(word);
        return new Partner(SandboxClient.Find(client)!.Organisation ?? Owners, 1)
        {
            Name = name,
            Kind = word,
            Clients = [client],
            Scopes = [.. fixedFor.Scopes],
            Purposes = [fixedFor.Purpose],
            Agreement = $"SANDBOX/{word}",
            ValidFrom = now,
            ChangedAt = now,
            ChangedBy = Author,
        };
    }
}
