namespace DataHub.Linkage.Model.Normalising;

/// <summary>
/// A word by how it sounds, over the spellings of Indonesian names: of before 1947 (oe) and 1972 (dj, tj, nj, j), of Arabic names
/// (kh, ch, sy, dz, q, z, f, v), doubled letters and the silent h. Two spellings of one name have one sound; so do a few different names.
/// </summary>
internal static class Sound
{
    /// <summary>The sound of an upper-case word of A–Z; digits stay. A word of one letter stays itself.</summary>
    public static string Of(string word)
    {
        if (word.Length <= 1) return word;
        Span<char> sound = stackalloc char[Math.Min(word.Length, 64)];
        var length = 0;
        for (var i = 0; i < word.Length && length < sound.Length; i++)
        {
            var (letter, taken) = Letter(word, i);
            i += taken - 1;
            // An h that is not the first letter is silent or a matter of taste: KHOTIMAH, SITHI.
            if (letter == 'H' && length > 0) continue;
            // AE and IE are written for AI and I.
            if (letter == 'E' && length > 0 && sound[length - 1] is 'A' or 'I') letter = 'I';
            if (length > 0 && sound[length - 1] == letter) continue;
            sound[length++] = letter;
        }
        return new string(sound[..length]);
    }

    private static (char Letter, int Taken) Letter(string word, int at)
    {
        var next = at + 1 < word.Length ? word[at + 1] : '\0';
        return (word[at], next) switch
        {
            ('O', 'E') => ('U', 2),
            ('D', 'J') => ('I', 2),
            ('T', 'J') => ('C', 2),
            ('N', 'J') when at + 2 < word.Length && word[at + 2] is 'A' or 'O' => ('N', 1),
            ('K' or 'C', 'H') => ('H', 2),
            ('S', 'Y' or 'J') => ('S', 2),
            ('D', 'Z') => ('S', 2),
            ('F' or 'V', _) => ('P', 1),
            ('Z', _) => ('S', 1),
            ('Q', _) => ('K', 1),
            ('X', _) => ('K', 1),
            // J of old spelling is Y (SUJANTO), J of new is the old DJ (DJOKO): one letter for all three.
            ('J' or 'Y', _) => ('I', 1),
            ('O', _) => ('U', 1),
            var (letter, _) => (letter, 1),
        };
    }
}
