using DataHub.Linkage.Model.Normalising;

namespace DataHub.Linkage.Model.Weights;

/// <summary>Counts what <see cref="LinkStatistics"/> holds.</summary>
internal static class Counting
{
    /// <summary>More owners' names than this at one number or address make it nobody's.</summary>
    public const int NamesOfAGenericNumber = 6;

    /// <summary>Counts normalised records.</summary>
    public static LinkStatistics Of(Features[] records)
    {
        var nameWords = new Dictionary<ulong, int>();
        var names = new Dictionary<ulong, int>();
        var brandWords = new Dictionary<ulong, int>();
        var brands = new Dictionary<ulong, int>();
        var (named, branded) = (0, 0);
        foreach (var record in records)
        {
            if (record.NameKey is { Length: > 0 } name)
            {
                named++;
                Count(names, Hashing.Of(name));
                foreach (var word in record.NameSounds.Distinct(StringComparer.Ordinal)) Count(nameWords, Hashing.Of(word));
            }
            if (record.BrandSounds.Length == 0) continue;
            branded++;
            Count(brands, Hashing.Of(record.BrandKey));
            foreach (var word in record.BrandSounds.Distinct(StringComparer.Ordinal)) Count(brandWords, Hashing.Of(word));
        }
        return new()
        {
            Records = records.Length,
            Named = named,
            Branded = branded,
            NameWords = nameWords,
            Names = names,
            BrandWords = brandWords,
            Brands = brands,
            Generic = GenericNumbers(records),
            Villages = VillagesOf(records),
            Sectors = SectorsOf(records),
        };
    }

    /// <summary>Hash of a number or address as the set of generic ones holds it.</summary>
    public static ulong NumberKey(long number) => Hashing.Mix((ulong)number);

    /// <summary>Key of a village in the table of villages; regency 0 for the village wherever it is.</summary>
    public static ulong VillageKey(string village, int regency) => Hashing.Join(Hashing.Of(village), (ulong)regency);

    /// <summary>Senzing's rule: what many names share identifies none of them.</summary>
    private static HashSet<ulong> GenericNumbers(Features[] records)
    {
        var uses = new List<(ulong Number, ulong Name)>(records.Length);
        foreach (var record in records)
        {
            if (record.NameSounds.Length == 0) continue;
            // The first word only: the spellings of one name are one user.
            var name = Hashing.Of(record.NameSounds[0]);
            foreach (var phone in record.Phones) if (phone.Number != 0) uses.Add((NumberKey(phone.Number), name));
            if (record.Email is { } email) uses.Add((Hashing.Of(email), name));
        }
        uses.Sort();
        var generic = new HashSet<ulong>();
        var distinct = 0;
        for (var i = 0; i < uses.Count; i++)
        {
            var same = i > 0 && uses[i].Number == uses[i - 1].Number;
            distinct = !same ? 1 : uses[i].Name == uses[i - 1].Name ? distinct : distinct + 1;
            if (distinct > NamesOfAGenericNumber) generic.Add(uses[i].Number);
        }
        return generic;
    }

    private static Dictionary<ulong, int> VillagesOf(Features[] records)
    {
        var seen = new List<(ulong Village, int District)>();
        foreach (var record in records)
        {
            var district = record.Address.Region.District != 0 ? record.Address.Region.District : record.Coded.District;
            if (district == 0 || record.Address.Village is not { } village) continue;
            seen.Add((VillageKey(village, 0), district));
            seen.Add((VillageKey(village, district / 100), district));
        }
        return Agreed(seen, least: 2, share: 0.9);
    }

    private static Dictionary<ulong, int> SectorsOf(Features[] records)
    {
        var seen = new List<(ulong Word, int Kbli)>();
        foreach (var record in records)
        {
            if (record.Kbli == 0) continue;
            foreach (var word in record.Products.Where(ProductWords.IsHint)) seen.Add((Hashing.Of(word), record.Kbli));
        }
        return Agreed(seen, least: 3, share: 0.6);
    }

    /// <summary>By key the value that at least a share of its occurrences have.</summary>
    private static Dictionary<ulong, int> Agreed(List<(ulong Key, int Value)> seen, int least, double share)
    {
        seen.Sort();
        var agreed = new Dictionary<ulong, int>();
        for (var start = 0; start < seen.Count;)
        {
            var (end, best, bestCount) = (start, 0, 0);
            while (end < seen.Count && seen[end].Key == seen[start].Key)
            {
                var run = end;
                while (run < seen.Count && seen[run] == seen[end]) run++;
                if (run - end > bestCount) (best, bestCount) = (seen[end].Value, run - end);
                end = run;
            }
            if (bestCount >= least && bestCount >= share * (end - start)) agreed[seen[start].Key] = best;
            start = end;
        }
        return agreed;
    }

    private static void Count(Dictionary<ulong, int> counts, ulong key) =>
        System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(counts, key, out _)++;
}
