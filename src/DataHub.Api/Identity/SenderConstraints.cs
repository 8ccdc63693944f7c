using DataHub.Partners;

namespace DataHub.Api.Identity;

/// <summary>What is asked of a client's tokens: by the settings and, on top of that, by its agreement as it stands at this moment.</summary>
internal sealed class SenderConstraints(IdentitySettings settings, PartnerDirectory? directory)
{
    /// <summary>What a partner's agreement asks for. Throws <see cref="ArgumentException"/> for a word that the contract does not have.</summary>
    public static SenderConstraint Of(Partner partner) => partner.SenderConstraint switch
    {
        "NONE" => SenderConstraint.None,
        "MTLS" => SenderConstraint.Mtls,
        "DPOP" => SenderConstraint.Dpop,
        "EITHER" => SenderConstraint.Either,
        var word => throw new ArgumentException($"{word} is no value of SenderConstraint.", nameof(partner)),
    };

    /// <summary>Whether a client's tokens may be bound to the certificate of its connection.</summary>
    public bool TakesCertificates(string client) =>
        TakesCertificates(settings.ConstraintOf(client))
            || (directory?.Find(client) is { } entry && TakesCertificates(Of(entry.Partner)));

    private static bool TakesCertificates(SenderConstraint constraint) => constraint is SenderConstraint.Mtls or SenderConstraint.Either;
}
