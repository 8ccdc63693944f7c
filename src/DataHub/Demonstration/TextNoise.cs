namespace DataHub.Demonstration;

/// <summary>What clerks do to a text: capitals, spaces, a letter lost, doubled or swapped.</summary>
internal static class TextNoise
{
    /// <summary>Only capitals and spaces change: the text stays equal once both are folded.</summary>
    public static string Case(ref Dice dice, string text)
    {
        var thrown = dice.Below(100);
        if (thrown < 38) text = text.ToUpperInvariant();
        else if (thrown < 70) text = Title(text);
        else if (thrown < 73) text = text.ToLowerInvariant();
        if (dice.Chance(0.01)) text += " ";
        if (!dice.Chance(0.02)) return text;
        var space = text.IndexOf(' ', StringComparison.Ordinal);
        return space < 0 ? text : text.Insert(space, " ");
    }

    /// <summary>One slip of a finger.</summary>
    public static string Slip(ref Dice dice, string text)
    {
        if (text.Length < 4) return text;
        var at = dice.Between(1, text.Length - 2);
        if (!char.IsLetter(text[at]) || !char.IsLetter(text[at + 1])) return text;
        return dice.Below(3) switch
        {
            0 => text.Remove(at, 1),
            1 => text.Insert(at, text[at].ToString()),
            _ => string.Concat(text.AsSpan(0, at), text[at + 1].ToString(), text[at].ToString(), text.AsSpan(at + 2)),
        };
    }

    public static string Title(string text)
    {
        var characters = text.ToCharArray();
        for (var at = 0; at < characters.Length; at++)
        {
            var begins = at == 0 || !char.IsLetterOrDigit(characters[at - 1]);
            characters[at] = begins ? char.ToUpperInvariant(characters[at]) : char.ToLowerInvariant(characters[at]);
        }
        return new string(characters);
    }
}
