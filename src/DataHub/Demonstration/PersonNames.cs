namespace DataHub.Demonstration;

/// <summary>A person's name and the forms it takes in the feeds.</summary>
internal static class PersonNames
{
    private static readonly string[] TitlesOfMen = ["H. ", "H. ", "Drs. ", "Ir. ", "Bpk. ", "Ust. "];
    private static readonly string[] TitlesOfWomen = ["Hj. ", "Hj. ", "Dra. ", "Ibu ", "Ny. "];
    private static readonly string[] Degrees = [", S.Pd", ", S.E.", ", A.Md", ", S.Kom", ", S.H."];

    /// <summary>Spellings of the same name; the first of each pair is the everyday one.</summary>
    private static readonly (string Plain, string[] Forms)[] Spellings =
    [
        ("Muhammad", ["Moh.", "Muh.", "M.", "Mohammad", "Mochamad", "Moehammad"]), ("Abdul", ["Abd.", "Abdoel"]),
        ("Ahmad", ["Achmad", "Akhmad", "Ahmat"]), ("Siti", ["St.", "Sitti"]), ("Joko", ["Djoko"]), ("Jamal", ["Djamal"]),
        ("Junaidi", ["Djunaidi"]), ("Suparno", ["Soeparno"]), ("Sutrisno", ["Soetrisno"]), ("Sukardi", ["Soekardi"]),
        ("Suwarno", ["Soewarno"]), ("Sumiati", ["Soemiati"]), ("Nurhayati", ["Nur Hayati"]), ("Nurjanah", ["Nur Janah"]),
        ("Khotimah", ["Chotimah", "Khutimah"]), ("Khoirul", ["Choirul"]), ("Zaenal", ["Zainal"]), ("Yusuf", ["Jusuf", "Yusup"]),
        ("Zulkifli", ["Zulkipli"]), ("Effendi", ["Efendi"]), ("Fitri", ["Pitri"]), ("Syarif", ["Sarip"]), ("Wijaya", ["Widjaja"]),
        ("Rahmat", ["Rachmat", "Rohmat"]), ("Fatimah", ["Patimah"]), ("Rohmah", ["Rahmah"]), ("Ramadhan", ["Ramadan"]),
    ];

    public static string Make(ref Dice dice, bool woman)
    {
        var given = dice.Pick(woman ? GivenNames.OfWomen : GivenNames.OfMen);
        var seconds = woman ? GivenNames.SecondOfWomen : GivenNames.SecondOfMen;
        var thrown = dice.Below(100);
        if (thrown < 17 && given.Length > 4) return given;
        var name = given + " " + dice.Pick(seconds);
        if (thrown < 27) name += " " + dice.Pick(seconds);
        return name;
    }

    /// <summary>Titles, capitals and spaces only: equal again once titles are dropped and case is folded.</summary>
    public static string Careful(ref Dice dice, string name, bool woman)
    {
        if (dice.Chance(0.03)) name = dice.Pick(woman ? TitlesOfWomen : TitlesOfMen) + name;
        if (dice.Chance(0.01)) name += dice.Pick(Degrees);
        return TextNoise.Case(ref dice, name);
    }

    /// <summary>Anything a clerk may make of the name.</summary>
    public static string Careless(ref Dice dice, string name, bool woman)
    {
        if (dice.Chance(0.30)) name = Respell(ref dice, name);
        if (dice.Chance(0.08)) name = Shorten(name);
        if (dice.Chance(0.03)) name += (woman ? " Binti " : " Bin ") + dice.Pick(GivenNames.OfMen);
        if (dice.Chance(0.06)) name = TextNoise.Slip(ref dice, name);
        if (dice.Chance(0.02)) name = name.Replace(" ", "", StringComparison.Ordinal);
        return Careful(ref dice, name, woman);
    }

    /// <summary>The name as a neighbour says it: "Bu Siti".</summary>
    public static string Familiar(ref Dice dice, string name, bool woman)
    {
        var space = name.IndexOf(' ', StringComparison.Ordinal);
        return dice.Pick(woman ? Words.HonorificsOfWomen : Words.HonorificsOfMen) + " " + (space < 0 ? name : name[..space]);
    }

    private static string Respell(ref Dice dice, string name)
    {
        foreach (var (plain, forms) in Spellings)
            if (name.Contains(plain, StringComparison.Ordinal)) return name.Replace(plain, dice.Pick(forms), StringComparison.Ordinal);
        return name;
    }

    private static string Shorten(string name)
    {
        var space = name.LastIndexOf(' ');
        return space < 0 ? name : string.Concat(name.AsSpan(0, space + 2), ".");
    }
}
