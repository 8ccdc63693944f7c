using System.Globalization;
using System.Text;

namespace DataHub.Audit;

/// <summary>
/// What a host notes outside the database at each commit: the last entry that is durable, and the last one of those that it is about to add.
/// The database may hold as much as the one or as the other, and nothing beside.
/// </summary>
/// <param name="Done">The last entry that was durable when it was noted.</param>
/// <param name="Intended">The last entry of those that were being added; the same as <paramref name="Done"/> when none were.</param>
internal sealed record LedgerNote(LedgerHead Done, LedgerHead Intended)
{
    // Longer than any note: a shorter one must not leave the end of a longer one behind it.
    private const int Bytes = 320;

    public byte[] Write(Guid ledger) => Encoding.ASCII.GetBytes($"{ledger:N} {Words(Done)} {Words(Intended)}".PadRight(Bytes - 1) + "\n");

    /// <summary>Null for a note of another ledger.</summary>
    public static LedgerNote? Read(string text, Guid ledger)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return words.Length == 7 && words[0] == ledger.ToString("N")
            ? new LedgerNote(Head(words.AsSpan(1, 3)), Head(words.AsSpan(4, 3)))
            : null;
    }

    private static string Words(LedgerHead head) => string.Create(
        CultureInfo.InvariantCulture, $"{head.Sequence} {head.Microseconds} {Convert.ToHexStringLower(head.Hash)}");

    private static LedgerHead Head(ReadOnlySpan<string> words) => new(
        long.Parse(words[0], CultureInfo.InvariantCulture),
        DateTime.UnixEpoch.AddTicks(long.Parse(words[1], CultureInfo.InvariantCulture) * TimeSpan.TicksPerMicrosecond),
        Convert.FromHexString(words[2]));
}
