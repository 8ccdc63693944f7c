namespace DataHub.Linkage.Model.Comparing;

/// <summary>Compares two persons' names.</summary>
internal static class NameComparison
{
    /// <summary>The level, and how rare what they share is.</summary>
    public static (Level Level, float Rarity) Of(NameWords a, NameWords b, Vocabulary vocabulary)
    {
        if (a.Words.Length == 0 || b.Words.Length == 0) return OfInitials(a, b, vocabulary);
        if (a.Exact == b.Exact && a.Initials == b.Initials) return (Level.Equal, a.Rarity);
        if (a.Key == b.Key || a.Joined == b.Joined) return (Level.SameSound, a.Rarity);
        return a.Words.Length + a.Initials.Length <= b.Words.Length + b.Initials.Length
            ? OfWords(a, b, vocabulary) : OfWords(b, a, vocabulary);
    }

    /// <summary>The name of fewer words within that of more.</summary>
    private static (Level Level, float Rarity) OfWords(NameWords few, NameWords many, Vocabulary vocabulary)
    {
        var used = 0;
        var (matched, slips, rarity) = (0, 0, 0f);
        foreach (var word in few.Words)
        {
            var (at, isSlip) = Find(word, many.Words, used, vocabulary);
            if (at < 0) continue;
            used |= 1 << at;
            matched++;
            if (isSlip) slips++;
            rarity += vocabulary.NameRarity(isSlip ? many.Words[at] : word) - (isSlip ? 2 : 0);
        }
        var initials = Initials(few.Initials, many, ref used, vocabulary) + Initials(many.Initials, few, 0, vocabulary);
        rarity += initials * 3f;
        var all = matched == few.Words.Length && initials >= few.Initials.Length;
        if (matched == 0) return Whole(few, many);
        if (all && few.Words.Length == many.Words.Length && initials == 0) return (Level.SameSound, Math.Max(rarity, 0));
        if (all || (matched + initials >= few.Words.Length && initials > 0)) return (Level.Contained, Math.Max(rarity, 0));
        var whole = Whole(few, many);
        return whole.Level == Level.None ? (Level.OneWord, Math.Max(rarity, 0)) : whole;
    }

    /// <summary>Two names with no word in common, letter by letter.</summary>
    private static (Level Level, float Rarity) Whole(NameWords a, NameWords b)
    {
        if (a.Joined.Length >= 8 && b.Joined.Length >= 8 && EditDistance.IsAtMostOne(a.Joined, b.Joined))
        {
            return (Level.SameSound, Math.Min(a.Rarity, b.Rarity) - 2);
        }
        if (a.Joined[0] != b.Joined[0]) return (Level.None, 0);
        return EditDistance.JaroWinkler(a.Joined, b.Joined) >= 0.92 ? (Level.Similar, 0) : (Level.None, 0);
    }

    private static (int At, bool IsSlip) Find(int word, int[] words, int used, Vocabulary vocabulary)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (words[i] == word && (used >> i & 1) == 0) return (i, false);
        }
        for (var i = 0; i < words.Length; i++)
        {
            if ((used >> i & 1) == 0 && vocabulary.IsSlip(words[i], word)) return (i, true);
        }
        return (-1, false);
    }

    private static int Initials(string initials, NameWords name, int used, Vocabulary vocabulary) =>
        Initials(initials, name, ref used, vocabulary);

    private static int Initials(string initials, NameWords name, ref int used, Vocabulary vocabulary)
    {
        var found = 0;
        foreach (var initial in initials)
        {
            for (var i = 0; i < name.Words.Length; i++)
            {
                if ((used >> i & 1) != 0 || vocabulary[name.Words[i]][0] != initial) continue;
                used |= 1 << i;
                found++;
                break;
            }
        }
        return found;
    }

    /// <summary>A name of initials only says next to nothing, unless it contradicts.</summary>
    private static (Level Level, float Rarity) OfInitials(NameWords a, NameWords b, Vocabulary vocabulary)
    {
        var (short_, full) = a.Words.Length == 0 ? (a, b) : (b, a);
        if (short_.Initials.Length == 0 || full.Words.Length == 0) return (Level.Missing, 0);
        return Initials(short_.Initials, full, 0, vocabulary) > 0 ? (Level.Missing, 0) : (Level.None, 0);
    }
}
