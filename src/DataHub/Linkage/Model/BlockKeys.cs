using DataHub.Linkage.Model.Blocking;
using DataHub.Linkage.Model.Comparing;
using DataHub.Linkage.Model.Normalising;

namespace DataHub.Linkage.Model;

/// <summary>
/// The blocks of a record as keyed hashes, to be kept beside it and looked up by SQL: two records that a full run would compare share one.
/// Nobody without the seed can tell from them which NIK or name a record has.
/// </summary>
public static class BlockKeys
{
    /// <summary>Most records of a key that is worth following; a full run passes over larger blocks too.</summary>
    public const int Cap = Blocks.Cap;

    /// <summary>The keys of one record, sorted, each once.</summary>
    /// <param name="record">The record.</param>
    /// <param name="statistics">Of the population: what is generic makes no block.</param>
    /// <param name="gazetteer">Names of regions, for its address.</param>
    /// <param name="seed">Secret of the deployment.</param>
    public static long[] Of(LinkRecord record, LinkStatistics statistics, Gazetteer gazetteer, ulong seed)
    {
        var preparing = new Preparing(statistics);
        var prepared = preparing.Prepare(Features.Of(record, new Addresses(gazetteer)));
        var keys = new List<ulong>(32);
        Blocks.Of(prepared, preparing.Vocabulary, keys);
        return [.. keys.Select(key => (long)Hashing.Mix(Hashing.Join(seed, key))).Distinct().Order()];
    }
}
