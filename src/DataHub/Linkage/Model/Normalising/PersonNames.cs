using System.Collections.Frozen;

namespace DataHub.Linkage.Model.Normalising;

/// <summary>
/// A person's name for comparing: titles, degrees and the father's name away, the spellings of one given name made equal. No surname is
/// looked for: single names are normal, and a second name is rarely a family's.
/// </summary>
internal static class PersonNames
{
    private static readonly FrozenSet<string> Bound = WordSets.Titles.Concat(WordSets.Degrees).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The words of the name, upper case; initials are words of one letter. Empty when nothing tells.</summary>
    public static List<string> Read(string? name)
    {
        if (string.IsNullOrWhiteSpace(name)) return [];
        var words = Letters.Words(WithoutDegreesBehindComma(name), Bound);
        var first = 0;
        while (first < words.Count - 1 && WordSets.Titles.Contains(words[first])) first++;
        var last = words.Count;
        while (last > first + 1 && WordSets.Degrees.Contains(words[last - 1])) last--;
        var kept = new List<string>(last - first);
        for (var i = first; i < last; i++)
        {
            if (i > first && WordSets.Patronyms.Contains(words[i])) break;
            kept.Add(Canonical(words[i], isFirst: i == first, isOnly: last - first == 1));
        }
        return kept;
    }

    private static string Canonical(string word, bool isFirst, bool isOnly) =>
        // A leading M. before another name is Muhammad.
        word == "M" && isFirst && !isOnly ? "MUHAMMAD" : WordSets.GivenNames.GetValueOrDefault(word, word);

    /// <summary>"M ROHMAT,SPDI" and "Ali, S.Pd., M.M." lose what follows the comma; "SAPUTRA, AGUS" keeps it.</summary>
    private static string WithoutDegreesBehindComma(string name)
    {
        var comma = name.IndexOf(',', StringComparison.Ordinal);
        if (comma <= 0) return name;
        var rest = Letters.Words(name[(comma + 1)..], Bound);
        return rest.TrueForAll(WordSets.Degrees.Contains) ? name[..comma] : name;
    }
}
