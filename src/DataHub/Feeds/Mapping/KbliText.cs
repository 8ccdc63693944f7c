namespace DataHub.Feeds.Mapping;

/// <summary>Codes of KBLI inside texts.</summary>
internal static class KbliText
{
    /// <summary>The first five digits that stand together and alone; null when there are none. 10.794 and G47911 are found too.</summary>
    public static string? Code(string text)
    {
        Span<char> digits = stackalloc char[5];
        var count = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            var c = i < text.Length ? text[i] : ' ';
            if (char.IsAsciiDigit(c))
            {
                if (count < 5) digits[count] = c;
                count++;
            }
            // A dot between digits divides a code into its levels.
            else if (c != '.' || count is 0 or >= 5 || i + 1 >= text.Length || !char.IsAsciiDigit(text[i + 1]))
            {
                if (count == 5) return new string(digits);
                count = 0;
            }
        }
        return null;
    }
}
