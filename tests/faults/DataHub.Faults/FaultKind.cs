namespace DataHub.Faults;

/// <summary>What is broken off.</summary>
internal enum FaultKind
{
    /// <summary>Answers.</summary>
    Serving,

    /// <summary>Loads of feed files.</summary>
    Loading,
}
