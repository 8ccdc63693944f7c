namespace DataHub.Bench.Executor;

internal enum Colour
{
    Red,
    Green,
    Blue,
}

/// <summary>An object of ten scalars, as a resolver would hold it in memory.</summary>
internal sealed record Item(
    string Id, string Name, string Note, int Workers, int Year, double Sales, double Share, bool Active, bool Exports, Colour Colour)
{
    public const string Sdl = """
        enum Colour { RED GREEN BLUE }
        type Item {
          id: ID!, name: String!, note: String, workers: Int!, year: Int, sales: Float!, share: Float, active: Boolean!, exports: Boolean
          colour: Colour!
        }
        type Query { items: [Item!]! }
        """;

    public const string Query = "{ items { id name note workers year sales share active exports colour } }";

    public const int FieldCount = 10;

    /// <summary>The same objects each time.</summary>
    public static Item[] Some(int count)
    {
        var random = new Random(3);
        return [.. Enumerable.Range(0, count).Select(i => new Item(
            $"item-{i}", $"Kedai Kopi Nomor {i}", $"\"Sejak {1990 + (i % 30)}\" – Jalan Raden Intan {i}",
            random.Next(500), 1990 + random.Next(35), Math.Round(random.NextDouble() * 1e9, 2), random.Next(100) / 4.0,
            random.Next(2) == 0, random.Next(2) == 0, (Colour)random.Next(3)))];
    }
}
