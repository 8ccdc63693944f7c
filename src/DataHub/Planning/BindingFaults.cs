namespace DataHub.Planning;

/// <summary>Where contract and code differ, by schema coordinate: all are told at once.</summary>
public sealed class BindingFaults
{
    private readonly List<string> faults = [];

    public IReadOnlyList<string> All => faults;

    public void Add(string coordinate, string fault) => faults.Add($"{coordinate}: {fault}.");

    /// <summary>Throws when there is any.</summary>
    public void ThrowIfAny()
    {
        if (faults.Count > 0)
            throw new InvalidOperationException($"Contract and code differ:{Environment.NewLine}{string.Join(Environment.NewLine, faults)}");
    }
}
