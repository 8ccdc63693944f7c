using DataHub.Linkage.Model.Comparing;
using DataHub.Linkage.Model.Normalising;

namespace DataHub.Linkage.Model.Blocking;

/// <summary>
/// The blocks of a record: two records are compared when they share one. Any common key is given together with narrower ones: a block that
/// outgrows its cap is passed over, and its members meet in the narrower.
/// </summary>
internal static class Blocks
{
    /// <summary>Most records of a block. Beyond it the key is too common to tell anything.</summary>
    public const int Cap = 60;

    private enum Kind : ulong
    {
        Nik = 1, NikStart, NikEnd, Nib, Phone, Mask, MaskArea, Email, Name, NameRegency, NameDistrict, NameWordDistrict, NameWordVillage,
        NameWordBrandWord,
        NameStartBrandWord, Brand, BrandRegency, BrandDistrict, BrandWord, BrandWordRegency, BrandWordDistrict, House, NameWordRegency,
        NameWord,
        NameBrand, NameWordBrandWordRegency, BrandVillage, BrandWordVillage, BrandSectorRegency, NameSectorRegency, VillageStreet,
        VillageHamlet, VillageNeighbourhood,
    }

    /// <summary>Adds the hashes of a record's blocks; some may be twice in the list.</summary>
    public static void Of(Prepared record, Vocabulary vocabulary, List<ulong> keys)
    {
        OfIdentifiers(record, keys);
        var places = new Places(record);
        var name = new WordHashes(record.Name.Words, vocabulary);
        var brand = new WordHashes(record.Brand.Words, vocabulary);
        OfName(record, name, places, vocabulary, keys);
        OfBrand(record, brand, places, keys);
        for (var i = 0; i < name.Count; i++)
        {
            for (var j = 0; j < brand.Count; j++)
            {
                keys.Add(Key(Kind.NameWordBrandWord, name[i], brand[j]));
                var both = Hashing.Join(name[i], brand[j]);
                for (var p = 0; p < places.Regencies; p++) keys.Add(Key(Kind.NameWordBrandWordRegency, both, places.Regency(p)));
            }
        }
        OfPlace(record, places, keys);
    }

    private static void OfIdentifiers(Prepared record, List<ulong> keys)
    {
        var nik = record.Nik;
        if (nik.Exists && nik.Length == 16)
        {
            var start = record.Name.Joined.Length >= 2 ? Hashing.Of(record.Name.Joined.AsSpan(0, 2)) : 0;
            keys.Add(Key(Kind.Nik, nik.Digits, 0));
            keys.Add(Key(Kind.NikStart, nik.Slice(0, 9), start));
            keys.Add(Key(Kind.NikEnd, nik.Slice(8, 8), start));
        }
        if (record.Nib.Exists) keys.Add(Key(Kind.Nib, record.Nib.Digits, 0));
        if (record.Email != 0) keys.Add(Key(Kind.Email, record.Email, 0));
        foreach (var phone in record.Phones)
        {
            if (phone.Number != 0) keys.Add(Key(Kind.Phone, (ulong)phone.Number, 0));
            keys.Add(Key(Kind.Mask, (ulong)phone.Mask, 0));
            keys.Add(Key(Kind.MaskArea, (ulong)phone.Mask, (ulong)record.Coded.Regency));
        }
    }

    private static void OfName(Prepared record, WordHashes name, Places places, Vocabulary vocabulary, List<ulong> keys)
    {
        if (name.Count == 0) return;
        var whole = Hashing.Of(vocabulary[record.Name.Key]);
        keys.Add(Key(Kind.Name, whole, 0));
        if (record.Brand.Exists) keys.Add(Key(Kind.NameBrand, whole, Hashing.Of(record.Brand.Joined)));
        for (var p = 0; p < places.Regencies; p++)
        {
            keys.Add(Key(Kind.NameRegency, whole, places.Regency(p)));
            if (record.Sector != 0) keys.Add(Key(Kind.NameSectorRegency, Hashing.Join(whole, (ulong)record.Sector), places.Regency(p)));
        }
        for (var p = 0; p < places.Districts; p++) keys.Add(Key(Kind.NameDistrict, whole, places.District(p)));
        for (var i = 0; i < name.Count; i++)
        {
            keys.Add(Key(Kind.NameWord, name[i], 0));
            for (var p = 0; p < places.Regencies; p++) keys.Add(Key(Kind.NameWordRegency, name[i], places.Regency(p)));
            for (var p = 0; p < places.Districts; p++) keys.Add(Key(Kind.NameWordDistrict, name[i], places.District(p)));
            if (places.Village != 0) keys.Add(Key(Kind.NameWordVillage, name[i], places.Village));
        }
    }

    private static void OfBrand(Prepared record, WordHashes brand, Places places, List<ulong> keys)
    {
        if (brand.Count == 0) return;
        var whole = Hashing.Of(record.Brand.Joined);
        keys.Add(Key(Kind.Brand, whole, 0));
        if (places.Village != 0) keys.Add(Key(Kind.BrandVillage, whole, places.Village));
        for (var p = 0; p < places.Regencies; p++)
        {
            keys.Add(Key(Kind.BrandRegency, whole, places.Regency(p)));
            if (record.Sector != 0) keys.Add(Key(Kind.BrandSectorRegency, Hashing.Join(whole, (ulong)record.Sector), places.Regency(p)));
        }
        for (var p = 0; p < places.Districts; p++) keys.Add(Key(Kind.BrandDistrict, whole, places.District(p)));
        var start = record.Name.Joined.Length >= 3 ? Hashing.Of(record.Name.Joined.AsSpan(0, 3)) : 0;
        for (var i = 0; i < brand.Count; i++)
        {
            keys.Add(Key(Kind.BrandWord, brand[i], 0));
            if (places.Village != 0) keys.Add(Key(Kind.BrandWordVillage, brand[i], places.Village));
            if (start != 0) keys.Add(Key(Kind.NameStartBrandWord, start, brand[i]));
            for (var p = 0; p < places.Regencies; p++) keys.Add(Key(Kind.BrandWordRegency, brand[i], places.Regency(p)));
            for (var p = 0; p < places.Districts; p++) keys.Add(Key(Kind.BrandWordDistrict, brand[i], places.District(p)));
        }
    }

    private static void OfPlace(Prepared record, Places places, List<ulong> keys)
    {
        var address = record.Address;
        var street = address.Street is { } name ? Hashing.Of(name) : 0;
        if (street != 0 && address.Number != 0 && places.Districts != 0)
        {
            keys.Add(Key(Kind.House, Hashing.Join(street, (ulong)address.Number), places.District(places.Districts - 1)));
        }
        if (places.Village == 0) return;
        if (street != 0) keys.Add(Key(Kind.VillageStreet, places.Village, street));
        else if (address.Hamlet is { } hamlet)
        {
            keys.Add(Key(Kind.VillageHamlet, Hashing.Join(places.Village, Hashing.Of(hamlet)), (ulong)address.Rt));
        }
        if (address.Rt != 0) keys.Add(Key(Kind.VillageNeighbourhood, Hashing.Join(places.Village, (ulong)address.Rt), (ulong)address.Rw));
    }

    private static ulong Key(Kind kind, ulong a, ulong b) => Hashing.Join(Hashing.Join((ulong)kind, a), b);

    /// <summary>Hashes of the first three words.</summary>
    private readonly ref struct WordHashes
    {
        private readonly ulong _first, _second, _third;

        public WordHashes(int[] words, Vocabulary vocabulary)
        {
            Count = Math.Min(3, words.Length);
            if (Count > 0) _first = Hashing.Of(vocabulary[words[0]]);
            if (Count > 1) _second = Hashing.Of(vocabulary[words[1]]);
            if (Count > 2) _third = Hashing.Of(vocabulary[words[2]]);
        }

        public int Count { get; }

        public ulong this[int at] => at switch { 0 => _first, 1 => _second, _ => _third };
    }

    /// <summary>The one or two places of a record: by its code and by its address.</summary>
    private readonly ref struct Places
    {
        private readonly int _regency, _otherRegency, _district, _otherDistrict;

        public Places(Prepared record)
        {
            _regency = record.Coded.Regency;
            _otherRegency = record.Written.Regency;
            Regencies = _regency == 0 ? 0 : _otherRegency == _regency ? 1 : 2;
            _district = record.Coded.District != 0 ? record.Coded.District : record.Written.District;
            _otherDistrict = record.Written.District;
            Districts = _district == 0 ? 0 : _otherDistrict == _district || _otherDistrict == 0 ? 1 : 2;
            Village = record.Address.Village is { } village ? Hashing.Of(village) : 0;
        }

        public int Regencies { get; }

        public int Districts { get; }

        public ulong Village { get; }

        public ulong Regency(int at) => (ulong)(at == 0 ? _regency : _otherRegency);

        public ulong District(int at) => (ulong)(at == 0 ? _district : _otherDistrict);
    }
}
