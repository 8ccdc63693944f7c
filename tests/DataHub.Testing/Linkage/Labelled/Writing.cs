using System.Text;

namespace DataHub.Testing.Linkage.Labelled;

/// <summary>Capitals and slips of the finger.</summary>
internal static class Writing
{
    private static readonly string[] Neighbours =
    [
        "qwsz", "vghn", "xdfv", "serfcx", "wsdr", "drtgvc", "ftyhbv", "gyujnb", "ujko", "huikmn", "jiolm", "kop", "njk", "bhjm", "iklp",
        "ol", "wa", "edft", "awedxz", "rfgy", "yhji", "cfgb", "qase", "zsdc", "tghu", "asx",
    ];

    public static string Title(string text)
    {
        var characters = text.ToLowerInvariant().ToCharArray();
        for (var at = 0; at < characters.Length; at++)
            if (at == 0 || characters[at - 1] is ' ' or '.' or '-' or '/' or '(') characters[at] = char.ToUpperInvariant(characters[at]);
        return new string(characters);
    }

    /// <summary>A letter left out, doubled, exchanged with the next, or the key beside it.</summary>
    public static string Typo(Throws throws, string text)
    {
        for (var attempt = 0; text.Length > 0 && attempt < 8; attempt++)
        {
            var at = throws.Below(text.Length);
            if (!char.IsAsciiLetter(text[at])) continue;
            switch (throws.Below(4))
            {
                case 0 when text.Length > 3:
                    return text.Remove(at, 1);
                case 1:
                    return text.Insert(at, text[at].ToString());
                case 2 when at + 1 < text.Length && char.IsAsciiLetter(text[at + 1]):
                    return string.Concat(text.AsSpan(0, at), text[at + 1].ToString(), text[at].ToString(), text.AsSpan(at + 2));
                case 3:
                    return Beside(throws, text, at);
                default:
                    continue;
            }
        }

        return text;
    }

    /// <summary>One digit wrong or two exchanged.</summary>
    public static string WrongDigit(Throws throws, string digits)
    {
        var text = new StringBuilder(digits);
        var at = throws.Below(digits.Length - 1);
        if (throws.Chance(0.4) && text[at] != text[at + 1]) (text[at], text[at + 1]) = (text[at + 1], text[at]);
        else text[at] = (char)('0' + (text[at] - '0' + throws.Between(1, 9)) % 10);
        return text.ToString();
    }

    private static string Beside(Throws throws, string text, int at)
    {
        var upper = char.IsAsciiLetterUpper(text[at]);
        var neighbours = Neighbours[char.ToLowerInvariant(text[at]) - 'a'];
        var key = neighbours[throws.Below(neighbours.Length)];
        return string.Concat(text.AsSpan(0, at), (upper ? char.ToUpperInvariant(key) : key).ToString(), text.AsSpan(at + 1));
    }
}
