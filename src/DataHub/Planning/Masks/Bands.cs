namespace DataHub.Planning;

/// <summary>
/// The published bands. A value is shown as the lower edge of its band, which is a value of the field's own type. Edges of amounts are those of
/// KUR (Permenko 1/2026 Articles 29, 36, 43) and of scales (PP 7/2021 Article 35), with steps between them; the contract's description of
/// BAND states them.
/// </summary>
public static class Bands
{
    /// <summary>Lower edges of amounts, in Rupiah.</summary>
    public static IReadOnlyList<decimal> Rupiah { get; } =
    [
        0, 10_000_000, 25_000_000, 50_000_000, 100_000_000, 250_000_000, 500_000_000, 1_000_000_000, 2_000_000_000, 5_000_000_000,
        10_000_000_000, 15_000_000_000, 50_000_000_000,
    ];

    /// <summary>Lower edges of whole numbers.</summary>
    public static IReadOnlyList<int> Numbers { get; } = [0, 5, 10, 20, 50, 100, 200, 500, 1_000, 10_000, 100_000];

    /// <summary>Lower edge of the band that an amount lies in; what lies below all bands has the lowest edge.</summary>
    public static decimal Of(decimal amount) => Lower(Rupiah, amount);

    /// <inheritdoc cref="Of(decimal)"/>
    public static int Of(int number) => Lower(Numbers, number);

    private static T Lower<T>(IReadOnlyList<T> edges, T value) where T : IComparable<T>
    {
        var i = edges.Count - 1;
        while (i > 0 && edges[i].CompareTo(value) > 0) i--;
        return edges[i];
    }
}
