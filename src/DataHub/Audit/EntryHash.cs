using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace DataHub.Audit;

/// <summary>
/// The hash of an entry in its place: SHA-256 over everything it says, in an encoding in which no two entries are alike, and over the hash
/// of the entry before it. docs/ledger.md describes the encoding, so that others can check a ledger too.
/// </summary>
public sealed class EntryHash
{
    /// <summary>What stands before the first entry of a chain.</summary>
    public static readonly byte[] Start = new byte[32];

    private const byte Version = 1;
    private readonly ArrayBufferWriter<byte> buffer = new(1024);

    /// <summary>The hash of an entry at a place of a chain. For one thread at a time.</summary>
    public byte[] Of(string chain, EntryPlace place, LedgerEntry entry)
    {
        buffer.ResetWrittenCount();
        buffer.GetSpan(1)[0] = Version;
        buffer.Advance(1);
        Write(chain);
        Write(place.Sequence);
        Write(place.Microseconds);
        foreach (var text in (ReadOnlySpan<string?>)[entry.Kind, entry.Organisation, entry.Client, entry.Actor]) Write(text);
        Write(entry.ActorPerson ?? -1);
        foreach (var text in (ReadOnlySpan<string?>)[entry.Purpose, entry.CaseNumber, entry.Operation]) Write(text);
        Write(entry.Document);
        Write(entry.Fields.Count);
        foreach (var field in entry.Fields) Write(field);
        Write(entry.Persons);
        Write(entry.Businesses);
        Write(entry.Rows);
        Write(entry.Outcome);
        Write(entry.Code);
        Write(entry.Continues ?? -1);
        buffer.Write(place.Previous);
        return SHA256.HashData(buffer.WrittenSpan);
    }

    private void Write(long number)
    {
        BinaryPrimitives.WriteInt64BigEndian(buffer.GetSpan(8), number);
        buffer.Advance(8);
    }

    private void Write(string? text)
    {
        if (text is null)
        {
            Write(-1);
            return;
        }
        Write(Encoding.UTF8.GetByteCount(text));
        Encoding.UTF8.GetBytes(text, buffer);
    }

    private void Write(byte[]? bytes)
    {
        Write(bytes?.Length ?? -1);
        if (bytes is not null) buffer.Write(bytes);
    }

    private void Write(long[] numbers)
    {
        Write(numbers.Length);
        foreach (var number in numbers) Write(number);
    }
}

/// <summary>Where an entry stands.</summary>
/// <param name="Sequence">Number in its chain, from 1.</param>
/// <param name="At">When it was entered: never before the entry that it follows. In whole microseconds, as PostgreSQL keeps times.</param>
/// <param name="Previous">Hash of the entry before it.</param>
public readonly record struct EntryPlace(long Sequence, DateTime At, byte[] Previous)
{
    /// <summary>Since 1970.</summary>
    public long Microseconds => (At - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;
}
