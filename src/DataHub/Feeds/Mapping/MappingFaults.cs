namespace DataHub.Feeds.Mapping;

/// <summary>What is wrong with a mapping, by path.</summary>
internal sealed class MappingFaults
{
    private const int Shown = 20;

    private readonly List<string> faults = [];

    public void Add(string path, string reason) => faults.Add($"{(path.Length == 0 ? "the file" : path)} {reason}");

    public void ThrowIfAny()
    {
        if (faults.Count == 0) return;
        var more = faults.Count > Shown ? $"; and {faults.Count - Shown} more" : "";
        throw new FeedRefusedException($"the mapping cannot be used: {string.Join("; ", faults.Take(Shown))}{more}");
    }
}
