using System.Text;
using DataHub.Linkage.Model.Normalising;

namespace DataHub.Linkage.Model;

/// <summary>
/// How common names, brands and numbers are in a population, and what its records teach of villages and product words. Holds no name and no
/// number in clear: counts by hash. The same for the same records in any order.
/// </summary>
public sealed class LinkStatistics
{
    private const int Format = 1;

    internal int Records { get; init; }
    internal int Named { get; init; }
    internal int Branded { get; init; }

    /// <summary>Records by word (sound) of a person's name.</summary>
    internal Dictionary<ulong, int> NameWords { get; init; } = [];

    /// <summary>Records by whole name (<see cref="Features.NameKey"/>).</summary>
    internal Dictionary<ulong, int> Names { get; init; } = [];
    internal Dictionary<ulong, int> BrandWords { get; init; } = [];

    /// <summary>Records by whole brand (<see cref="Features.BrandKey"/>).</summary>
    internal Dictionary<ulong, int> Brands { get; init; } = [];

    /// <summary>Numbers and addresses that more names share than a family has: a field officer's.</summary>
    internal HashSet<ulong> Generic { get; init; } = [];

    /// <summary>District by village, also by village and regency, where nearly all records that tell both agree.</summary>
    internal Dictionary<ulong, int> Villages { get; init; } = [];

    /// <summary>KBLI by product word, where most licences with the word agree.</summary>
    internal Dictionary<ulong, int> Sectors { get; init; } = [];

    /// <summary>Counts records.</summary>
    public static LinkStatistics Of(IReadOnlyList<LinkRecord> records, Gazetteer? gazetteer = null)
    {
        var addresses = new Addresses(gazetteer ?? Gazetteer.Empty);
        return Weights.Counting.Of([.. records.AsParallel().AsOrdered().Select(record => Features.Of(record, addresses))]);
    }

    /// <summary>Writes the counts: a few bytes a word.</summary>
    public void Write(Stream stream)
    {
        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        writer.Write(Format);
        writer.Write(Records);
        writer.Write(Named);
        writer.Write(Branded);
        Dictionary<ulong, int>[] tables = [NameWords, Names, BrandWords, Brands, Villages, Sectors];
        foreach (var table in tables) WriteTable(writer, table);
        writer.Write(Generic.Count);
        foreach (var hash in Generic.Order()) writer.Write(hash);
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="InvalidDataException">The bytes are of another format.</exception>
    public static LinkStatistics Read(Stream stream)
    {
        using var reader = new BinaryReader(stream, Encoding.UTF8, leaveOpen: true);
        if (reader.ReadInt32() != Format)
        {
            throw new InvalidDataException("The linkage statistics have another format than this version reads; count them anew.");
        }
        return new()
        {
            Records = reader.ReadInt32(),
            Named = reader.ReadInt32(),
            Branded = reader.ReadInt32(),
            NameWords = ReadTable(reader),
            Names = ReadTable(reader),
            BrandWords = ReadTable(reader),
            Brands = ReadTable(reader),
            Villages = ReadTable(reader),
            Sectors = ReadTable(reader),
            Generic = [.. Enumerable.Range(0, reader.ReadInt32()).Select(_ => reader.ReadUInt64())],
        };
    }

    private static void WriteTable(BinaryWriter writer, Dictionary<ulong, int> table)
    {
        writer.Write(table.Count);
        foreach (var (hash, count) in table.OrderBy(pair => pair.Key))
        {
            writer.Write(hash);
            writer.Write7BitEncodedInt(count);
        }
    }

    private static Dictionary<ulong, int> ReadTable(BinaryReader reader)
    {
        var count = reader.ReadInt32();
        var table = new Dictionary<ulong, int>(count);
        for (var i = 0; i < count; i++) table[reader.ReadUInt64()] = reader.Read7BitEncodedInt();
        return table;
    }
}
