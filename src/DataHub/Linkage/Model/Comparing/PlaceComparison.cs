using DataHub.Linkage.Model.Normalising;

namespace DataHub.Linkage.Model.Comparing;

/// <summary>Compares where two records are.</summary>
internal static class PlaceComparison
{
    /// <summary>How near: the best of what codes and addresses say, since either may be of before a move.</summary>
    public static Level OfArea(Prepared a, Prepared b)
    {
        if (a.Coded.Regency == 0 || b.Coded.Regency == 0)
        {
            return IsSameVillage(a.Address.Village, b.Address.Village) ? Level.Village : Level.Missing;
        }
        var best = Best(Of(a.Coded, b.Coded), Of(a.Written, b.Written));
        best = Best(best, Best(Of(a.Coded, b.Written), Of(a.Written, b.Coded)));
        if (best is Level.District or Level.Regency && IsSameVillage(a.Address.Village, b.Address.Village)) return Level.Village;
        return best;
    }

    /// <summary>Whether the house is the same, once the area does not speak against it.</summary>
    public static Level OfAddress(Prepared a, Prepared b, Level area)
    {
        if (area is Level.OtherRegency or Level.OtherDistrict) return Level.Missing;
        var (x, y) = (a.Address, b.Address);
        if (x.Street is not null && y.Street is not null)
        {
            if (!IsSameName(x.Street, y.Street)) return Level.Different;
            if (x.Number != 0 && y.Number != 0) return x.Number == y.Number ? Level.House : Level.Street;
            return x.Rt != 0 && x.Rt == y.Rt ? Level.House : Level.Street;
        }
        if (x.Rt != 0 && y.Rt != 0)
        {
            if (x.Rt != y.Rt) return Level.Different;
            var isSame = (x.Rw != 0 && x.Rw == y.Rw) || (x.Hamlet is not null && x.Hamlet == y.Hamlet);
            return isSame ? Level.House : Level.Neighbourhood;
        }
        if (x.Hamlet is null || y.Hamlet is null) return Level.Missing;
        return IsSameName(x.Hamlet, y.Hamlet) ? Level.Neighbourhood : Level.Different;
    }

    private static Level Of(RegionPair a, RegionPair b)
    {
        if (a.Regency != b.Regency) return Level.OtherRegency;
        if (a.District == 0 || b.District == 0) return Level.Regency;
        return a.District == b.District ? Level.District : Level.OtherDistrict;
    }

    private static Level Best(Level a, Level b) => Rank(a) <= Rank(b) ? a : b;

    private static int Rank(Level level) => level switch
    {
        Level.District => 0,
        Level.Regency => 1,
        Level.OtherDistrict => 2,
        _ => 3,
    };

    private static bool IsSameVillage(string? a, string? b) => a is not null && b is not null && IsSameName(a, b);

    private static bool IsSameName(string a, string b) => a == b || (a.Length >= 6 && b.Length >= 6 && EditDistance.IsAtMostOne(a, b));
}
