using DataHub.Shared.Secrets;

namespace DataHub.Credit.Applicants;

/// <summary>A business found by a NIB that was asked for. The NIB asked may be a superseded one.</summary>
internal sealed record NamedBusiness(string AskedNib, long? OwnerId, KurBusiness Business, byte[]? OwnerNikHash);

/// <summary>A person found by a NIK that was asked for, with one of their businesses; null when they have none.</summary>
internal sealed record OwnedBusiness(byte[] NikHash, long PersonId, KurBusiness? Business);

/// <summary>Who an application is about, before loans and trainings are known.</summary>
/// <param name="PersonId">The applicant; null when the hub does not know them.</param>
internal sealed record KurSubject(KurApplicant Applicant, long? PersonId)
{
    /// <summary>Businesses through which a loan may be the applicant's.</summary>
    public IEnumerable<long> BusinessIds =>
        Applicant.Named is { } named ? [named.Id] : Applicant.Owned.Select(business => business.Id);
}

/// <summary>Businesses and persons found for a set of applications.</summary>
internal sealed class KnownPeople(IEnumerable<NamedBusiness> named, IEnumerable<OwnedBusiness> owned)
{
    private readonly Dictionary<string, NamedBusiness> byNib = named.ToDictionary(row => row.AskedNib, StringComparer.Ordinal);

    private readonly ILookup<string, OwnedBusiness> byNik = owned.ToLookup(row => Convert.ToHexString(row.NikHash), StringComparer.Ordinal);

    /// <summary>The NIK that an application gives stands for the applicant; without one it is the owner of the business named.</summary>
    public KurSubject SubjectOf(KurApplication application, Protector protector)
    {
        var business = application.Nib is { } nib ? byNib.GetValueOrDefault(nib) : null;
        if (application.Nik is not { } nik)
            return new(new KurApplicant { PersonId = business?.OwnerId, Named = business?.Business, NikKnown = business?.OwnerNikHash is not null }, business?.OwnerId);
        var hashes = protector.Hashes(nik);
        var rows = hashes.SelectMany(hash => byNik[Convert.ToHexString(hash)]).ToList();
        bool? owns = business?.OwnerNikHash is { } ownerHash ? hashes.Any(hash => ownerHash.AsSpan().SequenceEqual(hash)) : null;
        var applicant = new KurApplicant
        {
            PersonId = rows.Count > 0 ? rows[0].PersonId : null,
            Named = business?.Business,
            Owned = application.Nib is null ? [.. rows.Select(row => row.Business).OfType<KurBusiness>()] : [],
            NikKnown = rows.Count > 0,
            OwnsNamed = owns,
        };
        return new(applicant, rows.Count > 0 ? rows[0].PersonId : null);
    }
}
