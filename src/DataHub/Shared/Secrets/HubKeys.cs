using System.Security.Cryptography;

namespace DataHub.Shared.Secrets;

/// <summary>
/// The hub's own keys, 32 bytes each. They live outside the database: whoever has only the database has no NIK and can make no id.
/// Losing them loses the encrypted values and changes every id given to consumers, so they are backed up apart from the database.
/// Keys for hashes and for encryption have numbers and can be exchanged while hubs run (docs/keys.md); the keys of ids and of marks in
/// record keys cannot, since consumers and feeds keep what they made. Safe for use by many threads.
/// </summary>
public sealed class HubKeys
{
    private readonly string? path;
    private volatile KeyRing ring;

    /// <summary>First keys of each use, from nowhere: for tests and for what only looks at the contract.</summary>
    public HubKeys(byte[] hash, byte[] encryption, byte[] id)
        : this(KeyRing.Of(hash, encryption, id), null)
    {
    }

    private HubKeys(KeyRing ring, string? path) => (this.ring, this.path) = (ring, path);

    /// <summary>For ids and cursors given to consumers.</summary>
    public byte[] Id => ring.Id;

    /// <summary>For what tells records without a key of their own apart (<c>feeds.source_record.source_key</c>).</summary>
    public byte[] Mark => ring.Mark;

    /// <summary>For keyed hashes of identifiers (look-up).</summary>
    public KeySet Hash => ring.Hash;

    /// <summary>For identifiers and rows as received.</summary>
    public KeySet Encryption => ring.Encryption;

    /// <summary>Where they are kept; null when they are of this process only.</summary>
    public string? Path => path;

    /// <summary>Every key there is or was, by use and number.</summary>
    public IReadOnlyList<SecretKey> All => ring.Keys;

    /// <summary>Reads the key file, or makes one that only its owner may read. Throws when the file is there but is no key file.</summary>
    public static HubKeys LoadOrCreate(string path)
    {
        if (!File.Exists(path)) KeyFile.Create(path, Fresh());
        return new HubKeys(KeyFile.Read(path), path);
    }

    /// <summary>Fresh random keys, of this process only.</summary>
    public static HubKeys Generate() => new(Fresh(), null);

    /// <summary>Reads the file again: another process may have added or retired a key. True when it had.</summary>
    public bool Refresh()
    {
        if (path is null) return false;
        var read = KeyFile.Read(path);
        if (read.SameAs(ring)) return false;
        ring = read;
        return true;
    }

    /// <summary>Adds a key to a use; it is the current one from now on. The file holds it before this returns.</summary>
    public SecretKey Add(KeyUse use, DateTimeOffset at)
    {
        SecretKey? added = null;
        Change(before =>
        {
            added = SecretKey.Make(use, before.Keys.Where(key => key.Use == use).Max(key => key.Number) + 1, at);
            return before.With([.. before.Keys, added]);
        });
        return added!;
    }

    /// <summary>Destroys a key's bytes here and in the file; the number stays. Throws for the current key.</summary>
    public void Retire(KeyUse use, int number, DateTimeOffset at) => Change(before =>
    {
        var set = use == KeyUse.Hash ? before.Hash : before.Encryption;
        if (set.Current.Number == number) throw new InvalidOperationException("The current key cannot be retired.");
        return before.With(before.Keys.Select(
            key => key.Use == use && key.Number == number ? key with { Bytes = null, RetiredAt = at } : key));
    });

    private static KeyRing Fresh() => KeyRing.Of(
        RandomNumberGenerator.GetBytes(32), RandomNumberGenerator.GetBytes(32), RandomNumberGenerator.GetBytes(32));

    private void Change(Func<KeyRing, KeyRing> change)
    {
        if (path is null)
        {
            ring = change(ring);
            return;
        }
        var changed = change(KeyFile.Read(path));
        KeyFile.Replace(path, changed);
        ring = changed;
    }
}
