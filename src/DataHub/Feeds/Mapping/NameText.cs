using System.Text;
using DataHub.Feeds.Reading;

namespace DataHub.Feeds.Mapping;

/// <summary>Names whose letters somebody set apart: S I T I, and S I T I  A M I N A H with a wider gap between words.</summary>
internal static class NameText
{
    private const int FewestLetters = 3;

    /// <summary>The name with runs of three or more lone letters joined; else as it is.</summary>
    public static string Join(string text)
    {
        if (!MayBeApart(text)) return FieldReader.Clean(text);
        var words = new StringBuilder(text.Length);
        foreach (var stretch in text.Split(["  ", "\t", "\u00A0"], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            Append(words, stretch.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return FieldReader.Clean(words.ToString());
    }

    private static void Append(StringBuilder words, string[] parts)
    {
        for (var i = 0; i < parts.Length;)
        {
            var end = i;
            while (end < parts.Length && parts[end].Length == 1 && char.IsLetter(parts[end][0])) end++;
            words.Append(' ');
            if (end - i >= FewestLetters)
            {
                words.AppendJoin("", parts[i..end]);
                i = end;
            }
            else
            {
                words.Append(parts[i++]);
            }
        }
    }

    private static bool MayBeApart(string text)
    {
        var lone = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var stands = char.IsLetter(text[i]) && (i == 0 || text[i - 1] is ' ' or '\u00A0')
                && (i == text.Length - 1 || text[i + 1] is ' ' or '\u00A0');
            if (stands && ++lone >= FewestLetters) return true;
        }
        return false;
    }
}
