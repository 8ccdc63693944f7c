namespace DataHub.Api.Documents;

/// <summary>Section <c>DataHub:Documents</c>.</summary>
public sealed record DocumentSettings
{
    /// <summary>
    /// Whether clients may store documents by sending them once with their hash (Apollo's automatic persisted queries). That saves
    /// bytes; it limits nobody to anything.
    /// </summary>
    public bool AutomaticPersistedQueries { get; init; }

    /// <summary>How many documents are kept for clients that sent them, over all clients; one client has a quarter at most.</summary>
    public int MaxAutomatic { get; init; } = 1_000;

    /// <summary>How many bytes these may have together; one client has a quarter at most, and a longer document is not kept.</summary>
    public int MaxAutomaticBytes { get; init; } = 4_000_000;

    /// <summary>By client, as tokens name it.</summary>
    public IReadOnlyDictionary<string, ClientDocuments> Clients { get; init; } = new Dictionary<string, ClientDocuments>();
}

/// <summary>Which documents a client may use.</summary>
public sealed record ClientDocuments
{
    /// <summary>True: only the stored documents of <see cref="Consumer"/>; a request with a text is refused.</summary>
    public bool OnlyTrusted { get; init; }

    /// <summary>Folder of <c>schema/operations</c> that holds the client's documents; null: the client's name without "-sandbox".</summary>
    public string? Consumer { get; init; }
}
