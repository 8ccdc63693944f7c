using System.Globalization;
using System.Text.Json.Serialization;

namespace DataHub.Shared.Secrets;

/// <summary>A key that can be exchanged for another one.</summary>
/// <param name="Use">What it is for.</param>
/// <param name="Number">From 1 in each use, never given twice; it stands in what the key made.</param>
/// <param name="Bytes">32 bytes; null once it is retired: only its number is kept.</param>
/// <param name="MadeAt">Null for the first key of a file that was made before keys had numbers.</param>
/// <param name="RetiredAt">Null while it is in use.</param>
public sealed record SecretKey(KeyUse Use, int Number, byte[]? Bytes, DateTimeOffset? MadeAt, DateTimeOffset? RetiredAt)
{
    /// <summary>As commands name it: <c>encryption-2</c>.</summary>
    [JsonIgnore]
    public string Name => string.Create(CultureInfo.InvariantCulture, $"{(Use == KeyUse.Hash ? "hash" : "encryption")}-{Number}");

    /// <summary>A fresh random key.</summary>
    public static SecretKey Make(KeyUse use, int number, DateTimeOffset? at) =>
        new(use, number, System.Security.Cryptography.RandomNumberGenerator.GetBytes(32), at, null);
}
