using DataHub.Shared.Ids;

namespace DataHub.Linkage.Review;

/// <summary>What would move if two records were the same.</summary>
internal sealed class MergeEffects(NodeIds ids, IReadOnlyDictionary<long, BusinessFacts> businesses, IReadOnlyDictionary<long, int> persons)
{
    public MergeEffect Of(string subject, ReviewSide left, ReviewSide right)
    {
        if (subject == "PERSON") return new MergeEffect { Records = OfPersons(left.PersonId, right.PersonId) };
        if (Facts(left) is not { } a || Facts(right) is not { } b) return OfOneRecord(left, right);
        if (a.Id == b.Id) return new MergeEffect();
        // The older id stays: numbers are given in the order in which businesses came.
        var (survivor, merged) = a.Id < b.Id ? (a, b) : (b, a);
        return new MergeEffect
        {
            SurvivorId = ids.Encode("Business", survivor.Id),
            MergedId = ids.Encode("Business", merged.Id),
            Records = merged.Records,
            Loans = merged.Loans,
            Certificates = merged.Certificates,
            Trainings = merged.Trainings,
            Shops = merged.Shops,
            Conflicts = [.. Conflicts(a, b)],
        };
    }

    private BusinessFacts? Facts(ReviewSide side) => side.BusinessId is { } id ? businesses.GetValueOrDefault(id) : null;

    private int OfPersons(long? left, long? right)
    {
        if (left == right) return 0;
        return left is { } a && right is { } b ? persons.GetValueOrDefault(Math.Max(a, b), 1) : 1;
    }

    // One of them stands in no business: it would come to the other's, and what it tells of with it.
    private static MergeEffect OfOneRecord(ReviewSide left, ReviewSide right)
    {
        if (left.BusinessId is null == right.BusinessId is null) return new MergeEffect { Records = 1 };
        var alone = left.BusinessId is null ? left : right;
        return new MergeEffect
        {
            Records = 1,
            Loans = alone.Feed == "SIKP" ? 1 : 0,
            Certificates = alone.Feed == "SERTIFIKAT" ? 1 : 0,
            Trainings = alone.Feed == "PELATIHAN" ? 1 : 0,
            Shops = alone.Feed == "MARKETPLACE" ? 1 : 0,
        };
    }

    private static IEnumerable<MergeConflict> Conflicts(BusinessFacts left, BusinessFacts right) =>
        from value in left.Values
        let other = right.Values[value.Key]
        where value.Value is not null && other is not null && value.Value != other
        select new MergeConflict(value.Key, value.Value, other);
}
