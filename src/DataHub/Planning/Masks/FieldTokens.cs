using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using DataHub.Access;
using DataHub.Shared.Secrets;

namespace DataHub.Planning;

/// <summary>
/// Stand-ins for values: equal for equal values of one field within one organisation, and of no use to find the value or to join what two
/// organisations have. They last as long as the hub's key for ids.
/// </summary>
public sealed class FieldTokens(HubKeys keys)
{
    /// <summary>What every stand-in begins with, so that people see that it is one.</summary>
    public const string Prefix = "tok_";

    private const int TokenBytes = 12;
    private readonly byte[] key = HKDF.DeriveKey(HashAlgorithmName.SHA256, keys.Id, 32, info: "field tokens"u8.ToArray());

    /// <summary>The stand-in, 20 characters.</summary>
    /// <param name="caller">Whose copy it is for; a client without organisation is one of its own.</param>
    /// <param name="coordinate">The field.</param>
    /// <param name="value">Its value.</param>
    public string Of(Caller caller, string coordinate, string value)
    {
        var holder = caller.Organisation is { } organisation ? $"organisation {organisation}" : $"client {caller.Client}";
        // NUL is in no header and no column's text, so that no two triples give the same bytes.
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{holder}\0{coordinate}\0{value}"), hash);
        return Prefix + Base64Url.EncodeToString(hash[..TokenBytes]);
    }
}
