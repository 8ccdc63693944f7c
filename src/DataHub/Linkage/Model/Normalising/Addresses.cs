using System.Globalization;

namespace DataHub.Linkage.Model.Normalising;

/// <summary>What an address says. Names are keys by sound (<see cref="Gazetteer.Key"/>); null, 0 where it says nothing.</summary>
internal sealed record Address
{
    /// <summary>An address that says nothing.</summary>
    public static readonly Address None = new();

    /// <summary>Street.</summary>
    public string? Street { get; init; }

    /// <summary>House number.</summary>
    public int Number { get; init; }

    /// <summary>Neighbourhood (RT) and the larger one (RW).</summary>
    public int Rt { get; init; }

    /// <summary>Larger neighbourhood.</summary>
    public int Rw { get; init; }

    /// <summary>Hamlet.</summary>
    public string? Hamlet { get; init; }

    /// <summary>Village or urban ward (desa, pekon, kampung, tiyuh, kelurahan).</summary>
    public string? Village { get; init; }

    /// <summary>Words of the village's name, for taking them out of a trade name that carries it.</summary>
    public IReadOnlyList<string> VillageWords { get; init; } = [];

    /// <summary>District and regency as far as the table of regions tells.</summary>
    public RegionPair Region { get; init; }
}

/// <summary>
/// Reads addresses of one text: Jl/Jln/Jalan, No, Gg, Dusun, RT/RW in their spellings, Kel/Desa/Ds/Pekon/Kampung/Tiyuh, Kec, Kab/Kota, with
/// or without commas; a part without its word is taken for what the table of regions knows, else for the village.
/// </summary>
internal sealed class Addresses(Gazetteer gazetteer)
{
    private enum Part { Rest, Street, Gang, Hamlet, Village, District, Regency, Province }

    /// <summary>Reads one address.</summary>
    public Address Read(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return Address.None;
        var draft = new Draft();
        var tokens = Tokens(text);
        for (var i = 0; i < tokens.Count; i++) i = draft.Take(tokens, i);
        return Resolve(draft);
    }

    private Address Resolve(Draft draft)
    {
        var regency = 0;
        var districtWords = draft.Words(Part.District);
        var regencyWords = draft.Words(Part.Regency);
        if (regencyWords.Count > 0) _ = StripRegency(regencyWords, ref regency);
        var villages = new List<List<string>>();
        if (draft.Words(Part.Village) is { Count: > 0 } named) villages.Add(named);
        villages.AddRange(draft.Rests);
        // A labelled district that is also a regency's name (PRINGSEWU, MESUJI) is the district.
        var district = districtWords.Count > 0 ? gazetteer.District(Gazetteer.Key(districtWords), regency) : 0;
        if (district == 0 && districtWords.Count > 0)
        {
            districtWords = StripRegency(districtWords, ref regency);
            district = DistrictAtStart(districtWords, regency);
        }
        List<string> village = [];
        foreach (var words in villages)
        {
            var rest = StripRegency(words, ref regency);
            if (rest.Count == 0) continue;
            if (village.Count == 0) village = rest;
            else if (district == 0) district = gazetteer.District(Gazetteer.Key(rest), regency);
        }
        var key = village.Count > 0 ? Gazetteer.Key(village) : null;
        if (district == 0 && key is not null) district = gazetteer.DistrictOfVillage(key, regency);
        if (regency == 0) regency = district / 100;
        return draft.Finished(key, village, new(regency, district));
    }

    private int DistrictAtStart(List<string> words, int regency)
    {
        for (var count = Math.Min(words.Count, 4); count > 0; count--)
        {
            var district = gazetteer.District(Gazetteer.Key(words.Take(count)), regency);
            if (district != 0) return district;
        }
        return 0;
    }

    /// <summary>Takes the province and a regency's name off the end of a run of words.</summary>
    private List<string> StripRegency(List<string> words, ref int regency)
    {
        var count = words.Count;
        while (count > 0)
        {
            var taken = 0;
            for (var length = gazetteer.EndsRegency(words[count - 1]) ? Math.Min(3, count) : 0; length > 0 && taken == 0; length--)
            {
                var found = gazetteer.Regency(Gazetteer.Key(words.Skip(count - length).Take(length)));
                if (found == 0) continue;
                if (regency == 0) regency = found;
                taken = length;
            }
            if (taken == 0 && words[count - 1] == "LAMPUNG") taken = 1;
            if (taken == 0) break;
            count -= taken;
        }
        return count == words.Count ? words : words[..count];
    }

    private static List<string> Tokens(string text)
    {
        var tokens = new List<string>();
        foreach (var segment in text.Split((char[])[',', ';'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (tokens.Count > 0) tokens.Add(",");
            foreach (var word in Letters.Words(segment)) tokens.Add(word);
        }
        return tokens;
    }

    /// <summary>The address as far as it has been read.</summary>
    private sealed class Draft
    {
        private readonly Dictionary<Part, List<string>> _words = [];
        private Part _part = Part.Rest;
        private int _number;
        private int _rt;
        private int _rw;

        public List<List<string>> Rests { get; } = [];

        public List<string> Words(Part part) => _words.TryGetValue(part, out var words) ? words : [];

        /// <summary>Reads the token at a place and those that belong to it; gives the place of the last.</summary>
        public int Take(List<string> tokens, int at)
        {
            var token = tokens[at];
            if (token == ",") return Switch(Part.Rest, at);
            if (token is "RT" or "RW" or "NO" or "NOMOR" or "NMR") return Numbers(tokens, at);
            if (PartOf(tokens, at) is { } part) return Switch(part, at);
            if (_part == Part.Street && char.IsAsciiDigit(token[0]) && Words(Part.Street).Count > 0)
            {
                _number = Number(token);
                return Switch(Part.Rest, at);
            }
            if (char.IsAsciiDigit(token[0]) && _part is Part.Rest or Part.Gang) return at;
            Current().Add(token);
            return at;
        }

        public Address Finished(string? village, List<string> villageWords, RegionPair region) => new()
        {
            Street = Words(Part.Street) is { Count: > 0 } street ? Gazetteer.Key(street) : null,
            Number = _number,
            Rt = _rt,
            Rw = _rw,
            Hamlet = Words(Part.Hamlet) is { Count: > 0 } hamlet ? Gazetteer.Key(hamlet) : null,
            Village = village,
            VillageWords = villageWords,
            Region = region,
        };

        private List<string> Current()
        {
            if (_part == Part.Rest)
            {
                if (Rests.Count == 0 || _fresh) Rests.Add([]);
                _fresh = false;
                return Rests[^1];
            }
            if (!_words.TryGetValue(_part, out var words)) _words[_part] = words = [];
            return words;
        }

        private bool _fresh = true;

        private int Switch(Part part, int at)
        {
            _part = part;
            _fresh = true;
            return at;
        }

        private Part? PartOf(List<string> tokens, int at)
        {
            // KEL. KAMPUNG BARU: the word belongs to the name.
            var opensName = _part == Part.Village && Words(Part.Village).Count == 0;
            return tokens[at] switch
            {
                "JL" or "JLN" or "JALAN" => Part.Street,
                "GG" or "GANG" => Part.Gang,
                "DUSUN" or "DSN" or "LINGKUNGAN" or "LK" => Part.Hamlet,
                "KEL" or "KELURAHAN" or "DESA" or "DS" or "PEKON" or "TIYUH" or "KP" or "KAMPUNG" when !opensName => Part.Village,
                "KEC" or "KECAMATAN" => Part.District,
                "KAB" or "KABUPATEN" => Part.Regency,
                "KOTA" when at + 1 < tokens.Count && tokens[at + 1] is "METRO" or "BANDAR" or "BANDARLAMPUNG" => Part.Regency,
                "PROV" or "PROVINSI" or "PROPINSI" => Part.Province,
                _ => null,
            };
        }

        /// <summary>RT/RW 011/001 · RT.009/RW.007 · RT 4 RW 2 · NO 126.</summary>
        private int Numbers(List<string> tokens, int at)
        {
            var names = new List<string>();
            var numbers = new List<int>();
            var i = at;
            for (; i < tokens.Count && names.Count <= 2 && numbers.Count < 2; i++)
            {
                if (tokens[i] is "RT" or "RW" or "NO" or "NOMOR" or "NMR" && numbers.Count == 0) names.Add(tokens[i]);
                else if (char.IsAsciiDigit(tokens[i][0]) && numbers.Count < names.Count) numbers.Add(Number(tokens[i]));
                else break;
            }
            for (var n = 0; n < Math.Min(names.Count, numbers.Count); n++)
            {
                if (names[n] == "RT") _rt = numbers[n];
                else if (names[n] == "RW") _rw = numbers[n];
                else _number = numbers[n];
            }
            return Switch(Part.Rest, Math.Max(at, i - 1));
        }

        private static int Number(string token)
        {
            var digits = token.AsSpan();
            var end = 0;
            while (end < digits.Length && end < 6 && char.IsAsciiDigit(digits[end])) end++;
            return int.Parse(digits[..end], NumberStyles.None, CultureInfo.InvariantCulture);
        }
    }
}
