using DataHub.Linkage.Model.Blocking;
using DataHub.Linkage.Model.Comparing;
using DataHub.Linkage.Model.Normalising;

namespace DataHub.Linkage.Model;

/// <summary>
/// The blocks of a record as hashes: two records that a full run would compare share one. A hash tells whom it is of to whoever tries all
/// numbers; what lies in a database is made of it with a key. Safe for several threads.
/// </summary>
/// <param name="statistics">Of the population: what is generic makes no block.</param>
/// <param name="gazetteer">Names of regions, for addresses.</param>
public sealed class BlockKeys(LinkStatistics statistics, Gazetteer gazetteer)
{
    /// <summary>Most records of a block that is worth following; a full run passes over larger ones too.</summary>
    public const int Cap = Blocks.Cap;

    private readonly Addresses _addresses = new(gazetteer);

    /// <summary>The blocks of one record; some may be twice in the list.</summary>
    public List<ulong> Of(LinkRecord record)
    {
        var preparing = new Preparing(statistics);
        var keys = new List<ulong>(32);
        Blocks.Of(preparing.Prepare(Features.Of(record, _addresses)), preparing.Vocabulary, keys);
        return keys;
    }
}
