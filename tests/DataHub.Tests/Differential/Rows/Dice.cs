using System.Globalization;

namespace DataHub.Tests.Differential.Rows;

/// <summary>Values that are hard on a query: few enough that they tie, with every edge among them. The same from the same seed.</summary>
internal sealed class Dice(int seed)
{
    private static readonly string?[] Names =
    [
        null, "", " ", "Keripik Pisang", "KERIPIK PISANG", "keripik pisang", "Keripik  Pisang", "Kopi 100%", "Kopi_Robusta", "Kopi Robusta", "KopiXRobusta",
        "%", "_", "\\", "\\%", "100\\%", "a\\_b", "O'Brien \"Toko\"", "''; --", "Ñandú Üben", "ñandú üben", "ÑANDÚ ÜBEN", "Äpfel", "Zebra", "zebra",
        "Ｆｕｌｌ", "ｆｕｌｌ", "\U0001F600 Toko", "日本 Toko", "Тульский", "ТУЛЬСКИЙ", "a\nb", "tab\tulasi", "null", "Warung Makan", "warung makan",
    ];

    private static readonly string?[] Dates =
    [
        null, "1000-01-01", "1899-12-31", "1999-12-31", "2000-02-29", "2024-02-29", "2024-12-31", "2025-01-01", "2025-06-15", "2025-06-15", "9999-12-30",
    ];

    private static readonly decimal?[] Amounts =
        [null, 0m, 0.01m, 0.1m, 1.5m, 1m, 999.99m, 1000m, 50_000_000m, 50_000_000.50m, 123_456_789_012m, 999_999_999_999.99m];

    private static readonly string[] Times =
        ["2026-10-01T01:00:00Z", "2026-10-01T01:00:00Z", "2026-10-01T01:00:00.000001Z", "2026-10-01T16:59:59.999999Z", "2026-10-01T17:00:00Z", "2024-02-29T23:30:00.5Z"];

    private readonly Random random = new(seed);

    public T Of<T>(params ReadOnlySpan<T> values) => values[random.Next(values.Length)];

    /// <summary>From 0 up to, not including, the bound.</summary>
    public int Below(int bound) => random.Next(bound);

    public bool Happens(int percent) => random.Next(100) < percent;

    public string? Name() => Of(Names);

    /// <summary>A name that is there.</summary>
    public string Word() => Name() ?? "Tanpa Nama";

    public DateOnly? Date() => Of(Dates) is { } text ? DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;

    public decimal? Amount() => Of(Amounts);

    public int? Count() => Of<int?>(null, 0, 1, 2, 3, 7, 7, 100, 2_000_000);

    public DateTime Time() => DateTimeOffset.Parse(Of(Times), CultureInfo.InvariantCulture).UtcDateTime;

    public bool? Answer() => Of<bool?>(null, true, false);

    public string? Certainty() => Of(null, "CERTAIN", "CERTAIN", "PROBABLE");

    /// <summary>A number from 1 to the largest one, sometimes none; the first ones come often.</summary>
    public long? Reference(int largest) => Happens(15) ? null : 1 + (Happens(30) ? Below(3) : Below(largest));
}
