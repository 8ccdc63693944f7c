namespace DataHub.Tests.Feeds;

/// <summary>Names that sound like no other's: records of different numbers are nobody's twins.</summary>
public static class Invented
{
    private static readonly string[] Starts = ["Bam", "Kur", "Les", "Mul", "Nin", "Par", "Rus", "Sun", "Tig", "Wah", "Yat", "Fer", "Gan", "Hes"];
    private static readonly string[] Middles = ["bang", "nia", "tari", "yono", "gsih", "diman", "lina", "arto", "oro", "yudi", "miko"];
    private static readonly string[] Ends = ["ma", "wati", "toro", "nesh", "gil", "dur", "pek", "sol", "rin"];

    /// <summary>A word; different for each number below 1,386.</summary>
    public static string Word(int n) => Starts[n % Starts.Length] + Middles[n % Middles.Length] + Ends[n % Ends.Length];

    /// <summary>A person's name.</summary>
    public static string Person(int n) => $"{Word(n)} {Word((n * 31) + 17)}";

    /// <summary>A trade name.</summary>
    public static string Business(int n) => $"{Word((n * 17) + 5)} {Word((n * 43) + 29)}";
}
