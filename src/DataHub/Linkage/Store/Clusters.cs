using DataHub.Feeds.Reading;
using DataHub.Linkage.Model;
using DataHub.Shared.Scalars;

namespace DataHub.Linkage.Store;

/// <summary>The clusters of a pass, and who is who in them. Records are in the order of (feed, key).</summary>
internal sealed class Clusters
{
    private readonly IReadOnlyList<PassRecord> records;

    public Clusters(IReadOnlyList<PassRecord> records, int[] personOf, int[] businessOf)
    {
        (this.records, PersonOf, BusinessOf) = (records, personOf, businessOf);
        Persons = [.. Enumerable.Range(0, personOf.Length == 0 ? 0 : personOf.Max() + 1).Select(_ => new PersonCluster())];
        Businesses = [.. Enumerable.Range(0, businessOf.Length == 0 ? 0 : businessOf.Max() + 1).Select(_ => new BusinessCluster())];
        for (var i = 0; i < records.Count; i++)
        {
            Persons[personOf[i]].Records.Add(i);
            Businesses[businessOf[i]].Records.Add(i);
        }
        GiveNiks();
        foreach (var person in Persons) Name(person);
        Parallel.ForEach(Businesses, Stand);
        OwnBusinesses();
    }

    /// <summary>Cluster of persons by record.</summary>
    public int[] PersonOf { get; }

    /// <summary>Cluster of undertakings by record.</summary>
    public int[] BusinessOf { get; }

    public PersonCluster[] Persons { get; }

    public BusinessCluster[] Businesses { get; }

    private LinkRecord Of(int place) => records[place].Record;

    /// <summary>The NIK where it is valid.</summary>
    public static string? ValidNik(LinkRecord record) => record.Nik is { } nik && Identifiers.IsNik(nik) ? nik : null;

    /// <summary>The NIB where it is valid.</summary>
    public static string? ValidNib(LinkRecord record) => record.Nib is { } nib && Identifiers.IsNib(nib) ? nib : null;

    private void GiveNiks()
    {
        var carried = new Dictionary<string, Dictionary<int, int>>(StringComparer.Ordinal);
        for (var i = 0; i < records.Count; i++)
        {
            if (ValidNik(Of(i)) is not { } nik) continue;
            if (!carried.TryGetValue(nik, out var by)) carried[nik] = by = [];
            by[PersonOf[i]] = by.GetValueOrDefault(PersonOf[i]) + 1;
        }
        foreach (var (nik, by) in carried)
        {
            var (cluster, _) = by.Count == 1 ? by.First() : by.OrderByDescending(entry => entry.Value).ThenBy(entry => entry.Key).First();
            var person = Persons[cluster];
            if (person.Nik is null || IsBetter(person, nik, carried[person.Nik][cluster], by[cluster])) person.Nik = nik;
        }
        foreach (var person in Persons) person.IsNikOfOwner = KnowsNik(person);
    }

    // More records, then the more trusted feed: the record that comes first.
    private bool IsBetter(PersonCluster person, string nik, int former, int count)
    {
        if (count != former) return count > former;
        return person.Records.Select(place => ValidNik(Of(place))).First(carried => carried == nik || carried == person.Nik) == nik;
    }

    private bool KnowsNik(PersonCluster person)
    {
        var isKnown = false;
        foreach (var place in person.Records)
        {
            if (Of(place).Feed != LinkFeed.Oss) break;
            if (Of(place).Nik == person.Nik) return person.Nik is not null;
            isKnown = true;
        }
        return person.Nik is not null && !isKnown;
    }

    private void Name(PersonCluster person)
    {
        person.Own = person.Records[0];
        var best = -1;
        foreach (var place in person.Records)
        {
            var record = Of(place);
            if (record.PersonName is null) continue;
            if (best >= 0 && (record.Feed != Of(best).Feed || !IsNewer(record.Date, Of(best).Date))) continue;
            best = place;
        }
        if (best < 0) return;
        person.Name = Of(best).PersonName;
        person.Own = best;
    }

    private static bool IsNewer(DateOnly? date, DateOnly? than) => date > than || (than is null && date is not null);

    private void Stand(BusinessCluster business)
    {
        foreach (var place in business.Records)
        {
            var record = Of(place);
            if (record.Feed == LinkFeed.Oss)
            {
                if (ValidNib(record) is { } nib) business.Nibs.Add(nib);
                if (business.Standing < 0 || Stands(record, Of(business.Standing))) business.Standing = place;
                business.IsBusiness = true;
            }
            else if (!business.IsBusiness && NameKey.Business(record.BusinessName).Length > 0)
            {
                business.IsBusiness = true;
            }
        }
        if (business.IsBusiness) business.NameKey = NameKey.Business(Of(business.Own).BusinessName);
    }

    // The newest active one; of equal ones the greatest number.
    private static bool Stands(LinkRecord record, LinkRecord than)
    {
        if (record.IsActive == true != (than.IsActive == true)) return record.IsActive == true;
        if (record.Date != than.Date) return than.Date is null || record.Date > than.Date;
        var order = string.CompareOrdinal(ValidNib(record) ?? "", ValidNib(than) ?? "");
        return order != 0 ? order > 0 : string.CompareOrdinal(record.SourceKey, than.SourceKey) > 0;
    }

    private void OwnBusinesses()
    {
        for (var i = 0; i < Businesses.Length; i++)
        {
            var business = Businesses[i];
            if (!business.IsBusiness) continue;
            business.Owner = business.Standing >= 0 ? PersonOf[business.Standing] : OwnerWithoutOss(business);
            if (business.Owner >= 0 && !IsSomebody(Persons[business.Owner])) business.Owner = -1;
            if (business.Owner < 0) continue;
            Persons[business.Owner].Businesses.Add(i);
            Persons[business.Owner].IsPerson = true;
        }
        foreach (var person in Persons)
            person.IsPerson = person.IsPerson || (IsSomebody(person) && person.Records.Any(place => Of(place).Feed <= LinkFeed.Pelatihan));
    }

    private static bool IsSomebody(PersonCluster person) => person.Nik is not null || NameKey.Person(person.Name).Length > 0;

    // Whoever most records tell of; of equal ones whom the more trusted feed names.
    private int OwnerWithoutOss(BusinessCluster business)
    {
        var named = business.Records.Where(place => IsSomebody(Persons[PersonOf[place]])).ToList();
        return named.Count == 0 ? -1 : named.GroupBy(place => PersonOf[place]).OrderByDescending(group => group.Count())
            .ThenBy(group => group.First()).First().Key;
    }
}
