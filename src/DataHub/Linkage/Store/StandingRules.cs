using DataHub.Feeds.Reading;
using DataHub.Linkage.Model;

namespace DataHub.Linkage.Store;

/// <summary>
/// Names the rule by which a record stands in its clusters. Certain is what equal valid identifiers prove or a steward decided; what
/// only the model says is probable.
/// </summary>
internal sealed class StandingRules(
    IReadOnlyList<PassRecord> records, Clusters clusters, IReadOnlySet<int> joinedBySteward, IReadOnlySet<int> personsBySteward)
{
    /// <summary>The rule of a record.</summary>
    public Standing Of(int place)
    {
        var standing = Find(place);
        return records[place].Record.Feed == LinkFeed.Sikp ? standing with { IsPersonCertain = IsLoanCertain(place, standing) } : standing;
    }

    private Standing Find(int place)
    {
        var record = records[place].Record;
        var person = clusters.Persons[clusters.PersonOf[place]];
        var business = clusters.Businesses[clusters.BusinessOf[place]];
        var isNik = record.Nik is not null && record.Nik == person.Nik;
        var isPersonCertain = isNik || person.Own == place || personsBySteward.Contains(place);
        if (!business.IsBusiness) return WithoutBusiness(place, person, isNik, isPersonCertain);
        if (business.Standing == place) return new("OWN_RECORD", true, isPersonCertain);
        if (joinedBySteward.Contains(place)) return new("STEWARD", true, isPersonCertain);
        return ByIdentifiers(place, isNik, isPersonCertain)
            ?? new(business.Own == place ? "OWN_RECORD" : "MODEL", business.Own == place, isPersonCertain);
    }

    private Standing? ByIdentifiers(int place, bool isNik, bool isPersonCertain)
    {
        var record = records[place].Record;
        var business = clusters.Businesses[clusters.BusinessOf[place]];
        return record.Feed switch
        {
            LinkFeed.Oss when IsSameRegistration(record, records[business.Standing].Record) =>
                new("SAME_REGISTRATION", false, isPersonCertain),
            LinkFeed.Marketplace => ByNib(record, clusters.PersonOf[place], business, isPersonCertain),
            LinkFeed.Sikp or LinkFeed.Pelatihan => isNik ? ByNik(place, record, business) : ByNibAlone(record, business, isPersonCertain),
            _ => null,
        };
    }

    /// <summary>
    /// Whether a loan counts against its debtor: only when the NIK is equal and the one that OSS knows the owner by, or a steward said so.
    /// </summary>
    private bool IsLoanCertain(int place, Standing standing)
    {
        if (standing.Rule == "STEWARD") return true;
        var person = clusters.Persons[clusters.PersonOf[place]];
        var business = clusters.Businesses[clusters.BusinessOf[place]];
        if (records[place].Record.Nik is not { } nik || nik != person.Nik || !person.IsNikOfOwner) return false;
        return !business.IsBusiness || standing.IsCertain || business.Owner == clusters.PersonOf[place];
    }

    private Standing WithoutBusiness(int place, PersonCluster person, bool isNik, bool isPersonCertain)
    {
        if (isNik && person.IsPerson) return new("NIK", true, true);
        if (joinedBySteward.Contains(place) || personsBySteward.Contains(place)) return new("STEWARD", true, true);
        return person.Own == place ? new("OWN_RECORD", true, true) : new("MODEL", false, isPersonCertain);
    }

    private Standing? ByNik(int place, LinkRecord record, BusinessCluster business)
    {
        if (business.Owner != clusters.PersonOf[place] || !clusters.Persons[business.Owner].IsNikOfOwner) return null;
        if (Clusters.ValidNib(record) is { } nib && business.Nibs.Contains(nib)) return new("NIK_AND_NIB", true, true);
        var owner = clusters.Persons[business.Owner];
        if (owner.Businesses.Count == 1) return new("NIK_ONE_BUSINESS", true, true);
        return IsNamed(record, business, owner) ? new("NIK_AND_NAME", true, true) : null;
    }

    private static Standing? ByNibAlone(LinkRecord record, BusinessCluster business, bool isPersonCertain) =>
        Clusters.ValidNib(record) is { } nib && business.Nibs.Contains(nib) ? new("NIB", false, isPersonCertain) : null;

    // A NIB proves the owner; the business too when the owner has no other and a name agrees.
    private Standing? ByNib(LinkRecord record, int person, BusinessCluster business, bool isPersonCertain)
    {
        if (Clusters.ValidNib(record) is not { } nib || !business.Nibs.Contains(nib)) return null;
        if (business.Owner < 0) return new("NIB", false, isPersonCertain);
        var owner = clusters.Persons[business.Owner];
        var agrees = IsNamed(record, business, owner)
            || (NameKey.Person(record.PersonName) is { Length: > 0 } key && key == NameKey.Person(owner.Name));
        var isOnly = owner.Businesses.Count == 1;
        return new(agrees ? "NIB_AND_NAME" : "NIB", agrees && isOnly, isPersonCertain || (agrees && isOnly && business.Owner == person));
    }

    private bool IsNamed(LinkRecord record, BusinessCluster business, PersonCluster owner) =>
        business.NameKey.Length > 0 && NameKey.Business(record.BusinessName) == business.NameKey
        && owner.Businesses.Count(other => clusters.Businesses[other].NameKey == business.NameKey) == 1;

    private static bool IsSameRegistration(LinkRecord record, LinkRecord standing) =>
        Clusters.ValidNik(record) is { } nik && nik == standing.Nik && record.Kbli is not null && record.Kbli == standing.Kbli
        && record.RegionCode is not null && record.RegionCode == standing.RegionCode
        && NameKey.Business(record.BusinessName) is { Length: > 0 } name && name == NameKey.Business(standing.BusinessName);
}
