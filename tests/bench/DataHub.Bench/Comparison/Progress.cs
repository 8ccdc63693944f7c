namespace DataHub.Bench.Comparison;

/// <summary>What a person who waits is told; the report goes elsewhere.</summary>
internal static class Progress
{
    public static void Say(string line) => Console.Error.WriteLine(line);
}
