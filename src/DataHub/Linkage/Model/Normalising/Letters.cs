using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace DataHub.Linkage.Model.Normalising;

/// <summary>Text as words of A–Z and 0–9: the common ground of all normalising.</summary>
internal static class Letters
{
    /// <summary>Upper-case words without accents. An apostrophe inside a word falls away (MA'MUR, SRI`AH); all else parts words.</summary>
    public static List<string> Words(string text) => Words(text, FrozenSet<string>.Empty);

    /// <summary>
    /// As <see cref="Words(string)"/>; letters that dots bind are one word when together they are at most two or are known: S.Pd.I, C.V.
    /// </summary>
    public static List<string> Words(string text, FrozenSet<string> known)
    {
        var words = new List<string>();
        var word = new StringBuilder(24);
        foreach (var part in text.Split((char[])[' ', ',', '\t', '\u00a0', ';'], StringSplitOptions.RemoveEmptyEntries))
        {
            var source = part;
            if (part.Contains('.', StringComparison.Ordinal))
            {
                var bound = part.Replace(".", "", StringComparison.Ordinal);
                if (bound.Length <= 2 || known.Contains(bound.ToUpperInvariant())) source = bound;
            }
            AddWords(Folded(source), word, words);
        }
        return words;
    }

    /// <summary>All letters and digits of a text in one, upper case.</summary>
    public static string Joined(string text) => string.Concat(Words(text));

    private static string Folded(string text) =>
        text.AsSpan().ContainsAnyExceptInRange(' ', '~') ? text.Normalize(NormalizationForm.FormD) : text;

    private static void AddWords(string text, StringBuilder word, List<string> words)
    {
        foreach (var c in text)
        {
            if (char.IsAsciiLetterOrDigit(c)) word.Append((char)(c >= 'a' ? c - 32 : c));
            else if (char.IsLetterOrDigit(c)) word.Append(char.ToUpperInvariant(c));
            else if (c is not ('\'' or '`' or '’' or '‘' or '´') && CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            {
                Flush(word, words);
            }
        }
        Flush(word, words);
    }

    private static void Flush(StringBuilder word, List<string> words)
    {
        if (word.Length == 0) return;
        words.Add(word.ToString());
        word.Clear();
    }
}
