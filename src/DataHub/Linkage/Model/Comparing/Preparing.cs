using DataHub.Linkage.Model.Normalising;
using DataHub.Linkage.Model.Weights;

namespace DataHub.Linkage.Model.Comparing;

/// <summary>Makes normalised records ready to be compared, by what the statistics know.</summary>
internal sealed class Preparing(LinkStatistics statistics)
{
    private readonly Rarity _rarity = new(statistics);

    /// <summary>The words met so far.</summary>
    public Vocabulary Vocabulary { get; } = new();

    /// <summary>Prepares one record.</summary>
    public Prepared Prepare(Features record)
    {
        var name = Name(record);
        var written = Written(record.Address);
        var sector = Sector(record);
        return new()
        {
            Feed = record.Feed,
            Nik = record.Nik,
            Nib = record.Nib,
            Phones = Array.FindAll(record.Phones, phone =>
                phone.Number == 0 || !statistics.Generic.Contains(Counting.NumberKey(phone.Number))),
            Email = record.Email is { } email && Hashing.Of(email) is var hash && !statistics.Generic.Contains(hash) ? hash : 0,
            Name = name,
            Brand = Brand(record, name),
            Sector = sector,
            SectorIsGiven = record.Kbli != 0,
            LegalForm = record.LegalForm is "PERORANGAN" ? null : record.LegalForm,
            Address = record.Address,
            Coded = record.Coded.Regency != 0 ? record.Coded : written,
            Written = written.Regency != 0 ? written : record.Coded,
        };
    }

    private NameWords Name(Features record)
    {
        var sounds = new List<string>(record.NameSounds.Length);
        var initials = "";
        foreach (var sound in record.NameSounds)
        {
            if (sound.Length == 1) initials += sound;
            else sounds.AddRange(Apart(sound, _rarity.NameCount));
        }
        if (sounds.Count == 0) return initials.Length == 0 ? NameWords.None : NameWords.None with { Initials = initials };
        var words = Numbers(sounds);
        var ofWords = words.Sum(Vocabulary.NameRarity);
        return new(
            words,
            initials,
            Vocabulary.Add(string.Concat(record.Name.Where(word => word.Length > 1)), _rarity),
            Vocabulary.Add(string.Concat(sounds.Order(StringComparer.Ordinal)), _rarity),
            string.Concat(sounds),
            _rarity.OfName(record.NameKey, ofWords));
    }

    private BrandWords Brand(Features record, NameWords owner)
    {
        var sounds = record.BrandSounds
            .SelectMany(sound => Apart(sound, word => _rarity.BrandCount(word) + _rarity.NameCount(word))).ToList();
        if (sounds.Count == 0) return BrandWords.None;
        var words = Numbers(sounds);
        var ofOwner = Array.ConvertAll(words, word => Array.IndexOf(owner.Words, word) >= 0);
        var joined = string.Concat(sounds);
        // OSS fills an individual's trade name with the owner's name: that is no brand.
        var isOwner = joined == owner.Joined || (words.Length >= 2 && Array.TrueForAll(ofOwner, own => own));
        if (isOwner && record.Products.Length == 0) return BrandWords.None;
        var ofWords = 0f;
        for (var i = 0; i < words.Length; i++) ofWords += Vocabulary.BrandRarity(words[i]) * (ofOwner[i] ? 0.25f : 1);
        return new(words, ofOwner, Vocabulary.Add(joined, _rarity), joined, _rarity.OfBrand(joined, ofWords));
    }

    /// <summary>Words that were run together (TUTIROHANI), when both are known and the whole is not.</summary>
    private static IEnumerable<string> Apart(string sound, Func<string, int> count)
    {
        if (sound.Length < 8 || count(sound) > 6) return [sound];
        var (best, at) = (2, 0);
        for (var i = 3; i <= sound.Length - 3; i++)
        {
            var common = Math.Min(count(sound[..i]), count(sound[i..]));
            if (common > best) (best, at) = (common, i);
        }
        return at == 0 || best <= 2 * count(sound) ? [sound] : [sound[..at], sound[at..]];
    }

    private int[] Numbers(List<string> sounds)
    {
        var words = new int[sounds.Count];
        for (var i = 0; i < words.Length; i++) words[i] = Vocabulary.Add(sounds[i], _rarity);
        return words;
    }

    private RegionPair Written(Address address)
    {
        var region = address.Region;
        if (region.District != 0 || address.Village is not { } village) return region;
        var district = statistics.Villages.GetValueOrDefault(Counting.VillageKey(village, region.Regency));
        return district == 0 ? region : new(district / 100, district);
    }

    private int Sector(Features record)
    {
        if (record.Kbli != 0) return record.Kbli;
        foreach (var word in record.Products)
        {
            if (statistics.Sectors.TryGetValue(Hashing.Of(word), out var kbli)) return kbli;
        }
        return 0;
    }
}
