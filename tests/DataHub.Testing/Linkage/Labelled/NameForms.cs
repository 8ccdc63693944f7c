namespace DataHub.Testing.Linkage.Labelled;

/// <summary>What clerks make of a person's name.</summary>
internal sealed class NameForms(Throws throws)
{
    private static readonly (string From, string To)[] Sounds =
    [
        ("kh", "h"), ("kh", "ch"), ("f", "p"), ("z", "s"), ("z", "j"), ("q", "k"), ("i", "y"), ("y", "i"), ("sy", "s"), ("u", "o"),
        ("ai", "ae"), ("iy", "i"), ("iya", "ia"), ("ni", "nni"), ("ih", "i"), ("ah", "a"), ("dd", "d"), ("kh", "k"),
        ("th", "t"), ("v", "f"), ("'", ""),
    ];

    private static readonly (string From, string To)[] OldSpelling =
        [("u", "oe"), ("j", "dj"), ("y", "j"), ("c", "tj"), ("u", "oe"), ("y", "j")];

    /// <summary>With the clerk's habits; capitals are the feed's business.</summary>
    public string Write(Person person)
    {
        var name = person.Name;
        if (throws.Slip(0.42)) name = Prefix(name);
        if (throws.Slip(0.06)) name = Respell(name);
        if (throws.Slip(0.072)) name = Shorten(name);
        if (throws.Slip(0.048)) name = Join(name);
        if (throws.Slip(0.008)) name = Turn(name);
        if (throws.Slip(0.058)) name = Writing.Typo(throws, name);
        if (throws.Slip(0.022)) name = WithFather(name, person.Woman);
        if (person.Title is not null && throws.Chance(0.62)) name = Titled(person.Title) + name;
        if (person.Degree is { } degree && throws.Chance(0.62)) name += Degree(degree);
        if (name.Contains('\'', StringComparison.Ordinal) && throws.Slip(0.5)) name = name.Replace('\'', throws.Chance(0.5) ? '’' : '`');
        if (throws.Slip(0.007)) name = name.Replace(" ", "  ", StringComparison.Ordinal);
        return throws.Slip(0.011) ? $" {name} " : name;
    }

    /// <summary>As a shop's page names its owner: "Bu Siti", one name only, or the whole.</summary>
    public string Familiar(Person person)
    {
        var parts = person.Name.Split(' ');
        var kind = throws.Weighted(10, 10, 80);
        var word = parts is ["Muhammad" or "Ahmad", _, ..] ? parts[1] : throws.Pick(parts);
        return kind switch
        {
            0 => (person.Woman ? "Bu " : "Pak ") + word,
            1 => word,
            _ => Write(person),
        };
    }

    private string Prefix(string name)
    {
        if (name.StartsWith("Muhammad ", StringComparison.Ordinal))
            return throws.Ranked(NameWords.MuhammadForms, 3) + name["Muhammad".Length..];
        if (name.StartsWith("Ahmad ", StringComparison.Ordinal) && throws.Chance(0.5))
            return throws.Pick(NameWords.AhmadForms) + name["Ahmad".Length..];
        if (name.StartsWith("Abdul ", StringComparison.Ordinal) && throws.Chance(0.5)) return "Abd." + name["Abdul".Length..];
        return name.StartsWith("Siti ", StringComparison.Ordinal) && throws.Chance(0.4) ? "St." + name["Siti".Length..] : name;
    }

    private string Respell(string name)
    {
        var old = throws.Chance(0.36);
        for (var attempt = 0; attempt < 12; attempt++)
        {
            var (from, to) = throws.Pick(old ? OldSpelling : Sounds);
            var at = name.IndexOf(from, StringComparison.OrdinalIgnoreCase);
            if (at < 0) continue;
            var replaced = char.IsAsciiLetterUpper(name[at]) ? Writing.Title(to) : to;
            return string.Concat(name.AsSpan(0, at), replaced, name.AsSpan(at + from.Length));
        }

        return name;
    }

    private string Shorten(string name)
    {
        var parts = name.Split(' ');
        if (parts.Length == 1) return name;
        switch (throws.Weighted(48, 13, 13, 26))
        {
            case 0: return string.Join(' ', parts[..^1]);
            case 1: return string.Join(' ', parts[1..]);
            case 2: parts[0] = parts[0][..1] + (throws.Chance(0.4) ? "." : ""); break;
            default: parts[^1] = parts[^1][..1] + (throws.Chance(0.6) ? "." : ""); break;
        }

        return string.Join(' ', parts);
    }

    private static string Join(string name)
    {
        var space = name.IndexOf(' ', StringComparison.Ordinal);
        if (space > 0) return name.Remove(space, 1);
        return name.StartsWith("Nur", StringComparison.Ordinal) && name.Length > 6 ? "Nur " + Writing.Title(name[3..]) : name;
    }

    private static string Turn(string name)
    {
        var parts = name.Split(' ');
        return parts.Length == 2 ? parts[1] + " " + parts[0] : name;
    }

    private string WithFather(string name, bool woman)
    {
        var parts = name.Split(' ');
        var kept = parts.Length > 1 && throws.Chance(0.3) ? string.Join(' ', parts[..^1]) : name;
        return kept + (woman ? " Binti " : " Bin ") + throws.Ranked(NameWords.Men, 25);
    }

    private string Titled(string title) => title switch
    {
        "Haji" => throws.Pick(["H. ", "H. ", "H ", "Haji "]),
        "Hajjah" => throws.Pick(["Hj. ", "Hj. ", "Hj ", "Hajjah "]),
        _ => title + throws.Pick([". ", ". ", " "]),
    };

    private string Degree(int degree) => throws.Pick([", ", ",", " "]) + throws.Pick(NameWords.Degrees[degree]);
}
