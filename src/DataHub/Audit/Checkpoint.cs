using System.Globalization;
using System.Text;

namespace DataHub.Audit;

/// <summary>What a host signed of its chain: at this sequence it has this hash.</summary>
/// <param name="Ledger">Which ledger: the database has its id.</param>
/// <param name="Chain">Name of the chain.</param>
/// <param name="Sequence">Sequence of the entry.</param>
/// <param name="Hash">Its hash, in hexadecimal digits.</param>
/// <param name="At">When it was signed, in microseconds since 1970.</param>
/// <param name="IsAnchor">True for the last entry of those that were removed when their time was over.</param>
/// <param name="Signer">Which key: the beginning of the SHA-256 of its public half.</param>
/// <param name="Signature">ECDSA with P-256 and SHA-256, r and s of 32 bytes each, in hexadecimal digits.</param>
public sealed record Checkpoint(
    Guid Ledger, string Chain, long Sequence, string Hash, long At, bool IsAnchor, string Signer, string Signature)
{
    /// <summary>What is signed.</summary>
    internal byte[] Signed() => Encoding.UTF8.GetBytes(string.Create(
        CultureInfo.InvariantCulture, $"datahub ledger checkpoint 1\n{Ledger:N}\n{Chain}\n{Sequence}\n{Hash}\n{At}\n{(IsAnchor ? "anchor" : "checkpoint")}\n"));
}
