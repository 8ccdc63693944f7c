using System.Globalization;

namespace DataHub.Credit.Rules;

/// <summary>Amounts, days and rates as the sentences of a decision write them.</summary>
internal static class Wording
{
    /// <summary><c>Rp50,000,000</c>.</summary>
    public static string Rp(decimal amount) => "Rp" + amount.ToString("#,0.##", CultureInfo.InvariantCulture);

    /// <summary><c>2026-01-13</c>.</summary>
    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary><c>6%</c>.</summary>
    public static string Percent(decimal rate) => rate.ToString("0.##", CultureInfo.InvariantCulture) + "%";

    /// <summary><c>1 loan</c>, <c>2 loans</c>.</summary>
    public static string Loans(int count) => count == 1 ? "1 loan" : $"{count} loans";

    /// <summary>The kind as people write it: <c>super mikro</c>, <c>PMI</c>.</summary>
    public static string Name(KurKind kind) => kind switch
    {
        KurKind.SuperMikro => "super mikro",
        KurKind.Mikro => "mikro",
        KurKind.Kecil => "kecil",
        KurKind.Khusus => "khusus",
        KurKind.Pmi => "PMI",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
