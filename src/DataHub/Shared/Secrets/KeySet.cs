namespace DataHub.Shared.Secrets;

/// <summary>The keys of one use at one moment; never changes.</summary>
public sealed class KeySet
{
    private readonly SecretKey[] inUse;

    internal KeySet(IEnumerable<SecretKey> keys)
    {
        inUse = [.. keys.Where(key => key.Bytes is not null).OrderByDescending(key => key.Number)];
        if (inUse.Length == 0 || inUse.Any(key => key.Bytes!.Length != 32))
            throw new InvalidDataException("The key file does not hold keys of 32 bytes for every use.");
    }

    /// <summary>What is written from now on is written with this one: the newest.</summary>
    public SecretKey Current => inUse[0];

    /// <summary>The current one first. More than one while a rotation is under way or was broken off.</summary>
    public IReadOnlyList<SecretKey> InUse => inUse;

    /// <summary>Null: no key of that number is in use.</summary>
    public SecretKey? Find(int number) => Array.Find(inUse, key => key.Number == number);
}
