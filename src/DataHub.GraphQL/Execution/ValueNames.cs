namespace DataHub.GraphQL.Execution;

/// <summary>The names of some values, each once, in the values' order.</summary>
internal sealed class ValueNames
{
    // Up to so many names are compared one by one, which takes less than to hash one.
    private const int Few = 12;
    private readonly string[] names;
    private readonly Dictionary<string, int>? byName;

    public ValueNames(string[] names)
    {
        this.names = names;
        if (names.Length <= Few) return;
        byName = new(names.Length, StringComparer.Ordinal);
        for (var i = 0; i < names.Length; i++) byName.Add(names[i], i);
    }

    public string this[int index] => names[index];

    /// <summary>-1 when it is none of the names.</summary>
    public int IndexOf(string name)
    {
        if (byName is not null) return byName.TryGetValue(name, out var index) ? index : -1;
        for (var i = 0; i < names.Length; i++)
            if (names[i] == name) return i;
        return -1;
    }
}
