namespace DataHub.Demonstration;

/// <summary>All trades, and how often each is met.</summary>
internal static class Trades
{
    public static readonly Trade[] All =
    [
        .. Array.ConvertAll(TradesOfShops.Lines, line => Trade.Parse(Group.Trade, line)),
        .. Array.ConvertAll(TradesOfFood.Lines, line => Trade.Parse(Group.Culinary, line)),
        .. Array.ConvertAll(TradesOfServices.Lines, line => Trade.Parse(Group.Services, line)),
        .. Array.ConvertAll(TradesOfMakers.Lines, line => Trade.Parse(Group.Other, line)),
    ];

    // Diskop Lampung, 17 September 2025: trade 55.19 %, culinary 23.49 %, services 8.69 %, in parts of ten thousand.
    private static readonly int[] GroupShares = [5519, 2349, 869, 1263];

    private static readonly int[] Cumulative = Regencies.Sum(Array.ConvertAll(All, Share));

    public static int Throw(ref Dice dice) => dice.Weighted(Cumulative);

    private static int Share(Trade trade)
    {
        var group = 0;
        foreach (var other in All)
            if (other.Group == trade.Group) group += other.Weight;
        return GroupShares[(int)trade.Group] * trade.Weight * 10 / group;
    }
}
