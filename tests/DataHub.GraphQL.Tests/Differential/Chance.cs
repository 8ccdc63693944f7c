namespace DataHub.GraphQL.Tests.Differential;

/// <summary>Draws that all generators share.</summary>
internal static class Chance
{
    public static bool OneIn(this Random random, int n) => random.Next(n) == 0;

    public static T Pick<T>(this Random random, IReadOnlyList<T> items) => items[random.Next(items.Count)];

    /// <summary>Default when there is nothing to pick from.</summary>
    public static T? PickOrNone<T>(this Random random, IEnumerable<T> items) where T : class
    {
        var all = items.ToList();
        return all.Count == 0 ? null : random.Pick(all);
    }

    public static T[] Many<T>(this Random random, int least, int most, Func<T> make) =>
        [.. Enumerable.Range(0, random.Next(least, most + 1)).Select(_ => make())];
}
