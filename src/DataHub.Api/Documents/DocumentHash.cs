using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace DataHub.Api.Documents;

/// <summary>SHA-256 of documents, written as 64 lower-case hexadecimal digits.</summary>
internal static class DocumentHash
{
    /// <summary>What stands before the digits in a document identifier.</summary>
    public const string Prefix = "sha256:";

    private const int Digits = 64;

    private static readonly SearchValues<char> LowerCaseHex = SearchValues.Create("0123456789abcdef");

    /// <summary>The hash of a document's bytes.</summary>
    public static string Of(ReadOnlySpan<byte> utf8) => Convert.ToHexStringLower(SHA256.HashData(utf8));

    /// <summary>The hash of a document's text in UTF-8.</summary>
    public static string Of(string text) => Of(Encoding.UTF8.GetBytes(text));

    /// <summary>True for 64 lower-case hexadecimal digits.</summary>
    public static bool IsHex(string text) => text.Length == Digits && !text.AsSpan().ContainsAnyExcept(LowerCaseHex);

    /// <summary>The hash that a document identifier names, with or without its prefix; null when it names none.</summary>
    public static string? FromId(string documentId)
    {
        var hash = documentId.StartsWith(Prefix, StringComparison.Ordinal) ? documentId[Prefix.Length..] : documentId;
        return IsHex(hash) ? hash : null;
    }
}
