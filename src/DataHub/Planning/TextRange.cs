using System.Text;

namespace DataHub.Planning;

/// <summary>Texts that start with another one, as a range of bytes.</summary>
internal static class TextRange
{
    /// <summary>
    /// The least text, byte by byte, that is above all texts that start with <paramref name="prefix"/>; null when there is none. The order of the
    /// bytes of UTF-8 is that of the code points.
    /// </summary>
    public static string? Above(string prefix)
    {
        Rune[] runes = [.. prefix.EnumerateRunes()];
        for (var last = runes.Length - 1; last >= 0; last--)
        {
            if (runes[last].Value == 0x10FFFF) continue;
            // Code points of surrogates are no characters.
            var next = runes[last].Value == 0xD7FF ? new Rune(0xE000) : new Rune(runes[last].Value + 1);
            return string.Concat(string.Concat(runes[..last]), next.ToString());
        }
        return null;
    }
}
