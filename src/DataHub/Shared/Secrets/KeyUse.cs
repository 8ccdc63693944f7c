namespace DataHub.Shared.Secrets;

/// <summary>What a key that can be exchanged is for.</summary>
public enum KeyUse
{
    /// <summary>Keyed hashes of identifiers and rows (look-up).</summary>
    Hash,

    /// <summary>Identifiers and rows as received.</summary>
    Encryption,
}
