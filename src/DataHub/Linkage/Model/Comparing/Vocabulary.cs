namespace DataHub.Linkage.Model.Comparing;

/// <summary>Words by number. Numbers mean nothing but equality and differ from run to run; what is computed from them does not.</summary>
internal sealed class Vocabulary
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<string> _words = [""];
    private readonly List<float> _nameRarity = [0];
    private readonly List<float> _brandRarity = [0];

    /// <summary>The word of a number.</summary>
    public string this[int number] => _words[number];

    /// <summary>−log2 of the share of names that have the word.</summary>
    public float NameRarity(int number) => _nameRarity[number];

    /// <summary>−log2 of the share of brands that have the word.</summary>
    public float BrandRarity(int number) => _brandRarity[number];

    /// <summary>The number of a word, a new one if need be.</summary>
    public int Add(string word, Weights.Rarity rarity)
    {
        if (word.Length == 0) return 0;
        if (_numbers.TryGetValue(word, out var number)) return number;
        _numbers[word] = number = _words.Count;
        _words.Add(word);
        _nameRarity.Add(rarity.OfNameWord(word));
        _brandRarity.Add(rarity.OfBrandWord(word));
        return number;
    }

    /// <summary>One slip of the pen apart, in words long enough that a slip does not make another word.</summary>
    public bool IsSlip(int a, int b)
    {
        var (x, y) = (_words[a], _words[b]);
        if (x.Length < 4 || y.Length < 4 || x.Length + y.Length < 10) return false;
        return EditDistance.IsAtMostOne(x, y);
    }
}
