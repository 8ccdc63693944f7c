namespace DataHub.Shared.Secrets;

/// <summary>All keys at one moment; never changes.</summary>
internal sealed class KeyRing(byte[] id, byte[] mark, IReadOnlyList<SecretKey> keys)
{
    public byte[] Id => id;

    public byte[] Mark => mark;

    public IReadOnlyList<SecretKey> Keys => keys;

    public KeySet Hash { get; } = new(keys.Where(key => key.Use == KeyUse.Hash));

    public KeySet Encryption { get; } = new(keys.Where(key => key.Use == KeyUse.Encryption));

    /// <summary>The first keys. Marks are made with the first key of hashes: hubs did so before the two were apart.</summary>
    public static KeyRing Of(byte[] hash, byte[] encryption, byte[] id) => new(
        id, hash, [new(KeyUse.Hash, 1, hash, null, null), new(KeyUse.Encryption, 1, encryption, null, null)]);

    /// <summary>With other keys of the uses that have numbers.</summary>
    public KeyRing With(IEnumerable<SecretKey> changed) => new(id, mark, [.. changed]);

    public bool SameAs(KeyRing other) =>
        keys.Select(key => (key.Name, key.RetiredAt)).SequenceEqual(other.Keys.Select(key => (key.Name, key.RetiredAt)));
}
