namespace DataHub.Shared.Secrets;

/// <summary>A column whose values a key of the hub made.</summary>
/// <param name="Table">With its schema.</param>
/// <param name="Column">The column.</param>
/// <param name="Use">Of which kind the key is.</param>
public sealed record SecretColumn(string Table, string Column, KeyUse Use)
{
    /// <summary>Of a hash: the column of the row whose ciphertext holds what was hashed. Null where it must be made from other rows.</summary>
    public string? PlainIn { get; init; }

    /// <summary>Every such column. A rotation rewrites all of them; a test holds the list against the database's columns of bytes.</summary>
    public static IReadOnlyList<SecretColumn> All { get; } =
    [
        new("registry.person", "nik_hash", KeyUse.Hash) { PlainIn = "nik_cipher" },
        new("registry.person", "nik_cipher", KeyUse.Encryption),
        new("linkage.record_key", "nik_hash", KeyUse.Hash),
        new("linkage.record_key", "group_key", KeyUse.Hash),
        new("feeds.source_record", "content_hash", KeyUse.Hash) { PlainIn = "payload" },
        new("feeds.source_record", "payload", KeyUse.Encryption),
        new("feeds.source_record", "received_cipher", KeyUse.Encryption),
        new("feeds.quarantine", "content_hash", KeyUse.Hash) { PlainIn = "payload" },
        new("feeds.quarantine", "value_cipher", KeyUse.Encryption),
        new("feeds.quarantine", "payload", KeyUse.Encryption),
        new("feeds.quarantine", "received_cipher", KeyUse.Encryption),
        new("feeds.held_file", "content", KeyUse.Encryption),
        new("linkage.model", "statistics", KeyUse.Encryption),
        new("rights.request", "wish_cipher", KeyUse.Encryption),
        new("rights.request", "evidence_cipher", KeyUse.Encryption),
        new("rights.request", "outcome_cipher", KeyUse.Encryption),
    ];

    /// <summary>SQL for the number of the key that made a value; null where there is none.</summary>
    internal string KeyNumber => Use == KeyUse.Hash ? $"keys.of_hash({Column})" : $"keys.of_cipher({Column})";
}
