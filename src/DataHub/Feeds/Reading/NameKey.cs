using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace DataHub.Feeds.Reading;

/// <summary>
/// Names in one form for comparing, never for showing: upper case without accents and punctuation; titles, degrees and legal forms
/// away; the commonest spellings of one name made equal. Empty when nothing tells.
/// </summary>
public static class NameKey
{
    private static readonly FrozenSet<string> Titles = Set(
        "H HJ HAJI HAJJAH DRS DRA IR DR PROF KH UST USTAD USTADZ BPK BAPAK IBU BU PAK MAS MBAK MBA SDR SDRI NY TN ALM ALMH");

    private static readonly FrozenSet<string> Degrees = Set(
        "SE SH SP SPD SPDI SAG SKOM SIP SSOS ST STP SPT SKM SSI SHUT AMD AMDKEB MM MPD MH MSI MT MA SEI SFARM SKEP NERS");

    private static readonly FrozenSet<string> Forms = Set("CV PT UD PD FA FIRMA KOPERASI KUB KWT POKTAN GAPOKTAN KSU BUMDES TBK PERSERO");

    private static readonly FrozenSet<string> ShopNoise = Set("OFFICIAL STORE SHOP ID OLSHOP OS");

    private static readonly FrozenDictionary<string, string> PersonSpellings = Map(
        "MOH=MUHAMMAD MOCH=MUHAMMAD MUH=MUHAMMAD MUHAMAD=MUHAMMAD MOHAMMAD=MUHAMMAD MOHAMAD=MUHAMMAD MOCHAMAD=MUHAMMAD "
        + "MOCHAMMAD=MUHAMMAD MUCHAMMAD=MUHAMMAD MUHAMMED=MUHAMMAD MHD=MUHAMMAD MUHD=MUHAMMAD M=MUHAMMAD AKHMAD=AHMAD ACHMAD=AHMAD "
        + "AHMAT=AHMAD ABD=ABDUL ABDOEL=ABDUL ST=SITI SITTI=SITI");

    private static readonly FrozenDictionary<string, string> BusinessSpellings = Map(
        "KRIPIK=KERIPIK KRUPUK=KERUPUK KUEH=KUE TK=TOKO WR=WARUNG WRG=WARUNG RM=RUMAH_MAKAN CATERING=KATERING COUNTER=KONTER "
        + "MEBEL=MEUBEL MEUBLE=MEUBEL REJEKI=REZEKI RIZKI=REZEKI");

    /// <summary>A person's name for comparing.</summary>
    public static string Person(string? name)
    {
        if (string.IsNullOrEmpty(name)) return "";
        var comma = name.IndexOf(',', StringComparison.Ordinal);
        var words = Tokens(comma > 0 ? name[..comma] : name);
        var first = 0;
        while (first < words.Count - 1 && Titles.Contains(words[first])) first++;
        var last = words.Count;
        while (last > first + 1 && Degrees.Contains(words[last - 1])) last--;
        var kept = new StringBuilder();
        for (var i = first; i < last; i++)
        {
            // What follows names the father or another name.
            if (i > first && words[i] is "BIN" or "BINTI" or "ALIAS") break;
            kept.Append(kept.Length > 0 ? " " : "").Append(Modern(PersonSpellings.GetValueOrDefault(words[i], words[i])));
        }
        return kept.ToString();
    }

    /// <summary>A trade name for comparing.</summary>
    public static string Business(string? name)
    {
        if (string.IsNullOrEmpty(name)) return "";
        var words = Tokens(name);
        var kept = words.Where(word => !Forms.Contains(word)).ToList();
        while (kept.Count > 1 && ShopNoise.Contains(kept[^1])) kept.RemoveAt(kept.Count - 1);
        return string.Join(' ', kept.Select(word => Modern(BusinessSpellings.GetValueOrDefault(word, word)).Replace('_', ' ')));
    }

    /// <summary>Upper-case words without accents and punctuation, one space between.</summary>
    public static string Words(string text)
    {
        var words = new StringBuilder(text.Length);
        var source = text.AsSpan().ContainsAnyExceptInRange(' ', '~') ? text.Normalize(NormalizationForm.FormD) : text;
        var gap = false;
        foreach (var c in source)
        {
            if (char.IsLetterOrDigit(c))
            {
                if (gap && words.Length > 0) words.Append(' ');
                gap = false;
                words.Append(char.ToUpperInvariant(c));
            }
            else if (c is not ('\'' or '’' or '`' or '‘') && char.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            {
                gap = true;
            }
        }
        return words.ToString();
    }

    /// <summary>Words, with letters that stood alone joined when dots bound them: S.Pd.I is one degree, C.V. one form.</summary>
    private static List<string> Tokens(string name)
    {
        // Nearly all names: letters and single spaces.
        if (IsPlain(name)) return [.. name.ToUpperInvariant().Split(' ')];
        var tokens = new List<string>();
        foreach (var part in name.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries))
        {
            var joined = part.Replace(".", "", StringComparison.Ordinal);
            var bound = joined.Length <= 6 && part.Contains('.', StringComparison.Ordinal) && (IsKnown(Words(joined)) || joined.Length <= 2);
            foreach (var word in Words(bound ? joined : part).Split(' ', StringSplitOptions.RemoveEmptyEntries)) tokens.Add(word);
        }
        return tokens;
    }

    private static bool IsPlain(string name)
    {
        var before = ' ';
        foreach (var c in name)
        {
            if (!char.IsAsciiLetter(c) && (c != ' ' || before == ' ')) return false;
            before = c;
        }
        return before != ' ';
    }

    private static bool IsKnown(string word) => Titles.Contains(word) || Degrees.Contains(word) || Forms.Contains(word);

    /// <summary>The spelling of before 1947 and 1972 made modern: oe is u, dj is j, tj is c.</summary>
    private static string Modern(string word) => !word.AsSpan().ContainsAny('E', 'J') ? word : word
        .Replace("OE", "U", StringComparison.Ordinal).Replace("DJ", "J", StringComparison.Ordinal).Replace("TJ", "C", StringComparison.Ordinal);

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static FrozenDictionary<string, string> Map(string pairs) => pairs
        .Split(' ').Select(pair => pair.Split('=')).ToFrozenDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
}
