namespace DataHub.Demonstration;

/// <summary>Kinds of KUR with amounts within their bounds (to Rp10m, to Rp100m, to Rp500m) and usual terms.</summary>
internal static class LoanTerms
{
    private static readonly int[] SuperMikro = [5, 8, 10, 10, 10];
    private static readonly int[] Mikro = [15, 15, 20, 20, 25, 25, 30, 30, 40, 40, 50, 50, 50, 50, 60, 75, 75, 100, 100];
    private static readonly int[] Kecil = [125, 150, 150, 150, 200, 200, 250, 300, 400, 500];
    private static readonly int[] Khusus = [25, 50, 75, 100, 150, 250, 500];
    private static readonly int[] ShortMonths = [12, 12, 18, 24, 24, 36, 36];
    private static readonly int[] LongMonths = [24, 36, 36, 48, 48, 60];

    public static Loan Throw(ref Dice dice, in Business business, DateOnly signed, DateOnly today)
    {
        var thrown = dice.Below(100);
        var kind = business.Scale == Scale.Kecil
            ? thrown < 68 ? "KECIL" : thrown < 94 ? "MIKRO" : "KHUSUS"
            : thrown < 14 ? "SUPER MIKRO" : thrown < 91 ? "MIKRO" : thrown < 98 ? "KECIL" : "KHUSUS";
        var millions = dice.Pick(kind switch { "SUPER MIKRO" => SuperMikro, "MIKRO" => Mikro, "KECIL" => Kecil, _ => Khusus });
        var months = dice.Pick(kind is "SUPER MIKRO" or "MIKRO" ? ShortMonths : LongMonths);
        var due = signed.AddMonths(months).AddDays(-dice.Below(3));
        var plafon = millions * 1_000_000L;
        var outstanding = Outstanding(ref dice, plafon, signed, due, today);
        return new Loan
        {
            Business = business,
            Kind = kind,
            Plafon = plafon,
            Outstanding = outstanding,
            Kolektibilitas = outstanding == 0 ? 1 : due < today ? 5 : Kolektibilitas(ref dice),
            SignedOn = signed,
            DueOn = due,
        };
    }

    /// <summary>Falls evenly from plafon to nothing, in whole thousands; a few are settled early, a few never.</summary>
    private static long Outstanding(ref Dice dice, long plafon, DateOnly signed, DateOnly due, DateOnly today)
    {
        const long step = 1000;
        var thrown = dice.Below(100);
        if (due <= today) return thrown < 96 ? 0 : plafon * dice.Between(3, 40) / 100 / step * step;
        if (thrown < 4) return 0;
        long left = due.DayNumber - today.DayNumber;
        var part = plafon * left / (due.DayNumber - signed.DayNumber);
        return Math.Min(plafon, part * dice.Between(96, 104) / 100) / step * step;
    }

    /// <summary>POJK 40/2019: 1 current, 5 lost.</summary>
    private static int Kolektibilitas(ref Dice dice)
    {
        var thrown = dice.Below(1000);
        return thrown < 920 ? 1 : thrown < 970 ? 2 : thrown < 980 ? 3 : thrown < 986 ? 4 : 5;
    }
}
