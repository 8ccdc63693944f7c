using DataHub.Feeds.Reading;
using DataHub.Linkage.Model;

namespace DataHub.Linkage.Store;

/// <summary>The record that stands for a business, and what is said of it where that record tells nothing.</summary>
internal sealed record BusinessOutline(long Id, bool IsNew, RecordName? Origin)
{
    /// <summary>Key of the OSS record; null: OSS does not know it.</summary>
    public string? Standing { get; init; }

    /// <summary>Number of the owner; 0: nobody is named.</summary>
    public long Owner { get; init; }

    /// <summary>Trade name that stands before that of OSS; null: OSS's own.</summary>
    public string? Name { get; init; }

    /// <summary>Code of the regency or district.</summary>
    public string? Region { get; init; }

    /// <summary>Address.</summary>
    public string? Address { get; init; }

    /// <summary>Telephone.</summary>
    public string? Phone { get; init; }

    /// <summary>E-mail address.</summary>
    public string? Email { get; init; }
}

/// <summary>Ids and values of the businesses of a pass.</summary>
internal sealed class BusinessPlan(IReadOnlyList<PassRecord> records, Clusters clusters, Places places)
{
    // LINKAGE 3.11: trade name by OSS, else of a certificate, else of a shop; then whoever else tells one.
    private static readonly LinkFeed[] TrustForNames =
        [LinkFeed.Oss, LinkFeed.Sertifikat, LinkFeed.Marketplace, LinkFeed.Sikp, LinkFeed.Pelatihan];

    /// <summary>What the ids follow from.</summary>
    public IdQuestion Question(IReadOnlyDictionary<long, RecordName> origins, IReadOnlyDictionary<RecordName, int> of)
    {
        var former = records.Select(record => record.Former?.Business ?? 0).ToArray();
        return new IdQuestion
        {
            ClusterOf = clusters.BusinessOf,
            HasId = [.. clusters.Businesses.Select(business => business.IsBusiness)],
            Former = former,
            Anchors = Anchors.Of(former, origins, of),
        };
    }

    /// <summary>What is written of the businesses that are asked for, or of all.</summary>
    public List<BusinessOutline> Outlines(
        IReadOnlyList<long> ids, IReadOnlySet<int> isNew, IReadOnlyList<long> persons, Func<int, bool>? isAsked)
    {
        var outlines = new BusinessOutline?[ids.Count];
        Parallel.For(0, ids.Count, cluster =>
        {
            if (ids[cluster] != 0 && isAsked?.Invoke(cluster) != false)
                outlines[cluster] = Outline(ids[cluster], clusters.Businesses[cluster], isNew.Contains(cluster), persons);
        });
        return [.. outlines.OfType<BusinessOutline>()];
    }

    private BusinessOutline Outline(long id, BusinessCluster business, bool isNew, IReadOnlyList<long> persons)
    {
        var first = records[business.Records[0]];
        var standing = business.Standing < 0 ? null : records[business.Standing].Record;
        return new BusinessOutline(id, isNew, isNew ? new(first.Feed, first.Record.SourceKey) : null)
        {
            Standing = standing?.SourceKey,
            Owner = business.Owner < 0 ? 0 : persons[business.Owner],
            Name = standing is not null && Informs(standing) ? null : NameOf(business),
            Region = standing?.RegionCode is null ? RegionOf(business) : null,
            Address = standing is null ? Newest(business, record => record.Feed == LinkFeed.Sertifikat ? record.Address : null) : null,
            Phone = standing?.Phone is null ? Newest(business, record => record.Phone) : null,
            Email = standing?.Email is null ? Newest(business, record => record.Email) : null,
        };
    }

    // The owner's name alone tells nothing of the business.
    private static bool Informs(LinkRecord record) =>
        NameKey.Business(record.BusinessName) is { Length: > 0 } key && key != NameKey.Person(record.PersonName);

    private string? NameOf(BusinessCluster business)
    {
        foreach (var feed in TrustForNames)
            if (Newest(business, record => record.Feed == feed && Informs(record) ? record.BusinessName : null) is { } name) return name;
        if (business.Standing >= 0) return null;
        return Newest(business, record => NameKey.Business(record.BusinessName).Length > 0 ? record.BusinessName : null);
    }

    private string? RegionOf(BusinessCluster business)
    {
        if (Newest(business, record => record.RegionCode) is { } code) return code;
        foreach (var place in business.Records)
            if (records[place].Record.Address is { } address && places.RegenciesIn(address) is [var regency]) return regency;
        return null;
    }

    // Of OSS before all others; there, of the newest record; of equally new ones, of the first.
    private string? Newest(BusinessCluster business, Func<LinkRecord, string?> value)
    {
        LinkRecord? best = null;
        foreach (var place in business.Records)
        {
            var record = records[place].Record;
            if (value(record) is null) continue;
            if (best is { Feed: LinkFeed.Oss } && record.Feed != LinkFeed.Oss) break;
            if (best is null || (record.Date ?? DateOnly.MinValue) > (best.Date ?? DateOnly.MinValue)) best = record;
        }
        return best is null ? null : value(best);
    }
}
