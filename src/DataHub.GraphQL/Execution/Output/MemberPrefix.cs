using System.Text.Json;

namespace DataHub.GraphQL.Execution;

/// <summary>What stands before a field's value in an object: a comma, the response key in quotation marks, a colon.</summary>
internal sealed class MemberPrefix
{
    /// <summary>Names are short: whole blocks are copied, which takes no call.</summary>
    public const int BlockLength = 16;

    public MemberPrefix(JsonEncodedText name)
    {
        byte[] bytes = [.. ",\""u8, .. name.EncodedUtf8Bytes, .. "\":"u8];
        Length = bytes.Length;
        Array.Resize(ref bytes, (Length + BlockLength - 1) / BlockLength * BlockLength);
        Padded = bytes;
    }

    /// <summary>The prefix in whole blocks.</summary>
    public byte[] Padded { get; }

    public int Length { get; }
}
