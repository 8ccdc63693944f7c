namespace DataHub.Feeds.Mapping.Sheets;

/// <summary>What stands between the fields of a text file, and how many fields most of its lines have.</summary>
internal sealed record Separator(char Character, int Width)
{
    private const int Lines = 200;

    private static readonly char[] Candidates = [',', ';', '\t', '|'];

    /// <summary>
    /// The character that cuts most of the first lines into one and the same number of fields; of several the one that cuts into more.
    /// Title
    /// lines and sentences with commas do not agree with each other.
    /// </summary>
    public static Separator Of(StreamReader text)
    {
        var lines = new List<string>(Lines);
        while (lines.Count < Lines && text.ReadLine() is { } line)
        {
            if (lines.Count == 0 && line.Length <= 6 && line.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && line.Length > 4)
                return new Separator(line[4], 0);
            if (!string.IsNullOrWhiteSpace(line)) lines.Add(line);
        }
        var best = Candidates.Select(candidate => Judge(lines, candidate)).OrderByDescending(judged => judged.Share)
            .ThenByDescending(judged => judged.Width).First();
        return best.Width > 1 ? new Separator(best.Character, best.Width) : new Separator(',', 1);
    }

    private static (char Character, int Width, int Share) Judge(List<string> lines, char candidate)
    {
        var usual = lines.Select(line => Fields(line, candidate)).Where(count => count > 1).GroupBy(count => count)
            .OrderByDescending(group => group.Count()).ThenByDescending(group => group.Key).FirstOrDefault();
        return usual is null ? (candidate, 1, 0) : (candidate, usual.Key, usual.Count() * Math.Min(usual.Key, 4));
    }

    private static int Fields(string line, char separator)
    {
        var (count, quoted) = (1, false);
        foreach (var c in line)
        {
            if (c == '"') quoted = !quoted;
            else if (c == separator && !quoted) count++;
        }
        return count;
    }
}
