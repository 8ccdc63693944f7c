using System.Globalization;

namespace DataHub.Testing.Linkage.Labelled;

/// <summary>Identity and business numbers as records have them.</summary>
internal sealed class Identifiers(Throws throws, People people)
{
    /// <summary>Share of the numbers with each fault, per thousand.</summary>
    public sealed record Faults(double Missing, double Typo, double Spouse, double Spreadsheet);

    public static readonly Faults OfLicences = new(0.0056, 0.008, 0.0065, 0);
    public static readonly Faults OfLoans = new(0.0059, 0.0075, 0.003, 0);
    public static readonly Faults OfTraining = new(0.455, 0.013, 0.009, 1);

    public string Nik(Person person, Faults faults, HashSet<string> tags)
    {
        if (throws.Empty(faults.Missing)) return "";
        var nik = Faulty(person, faults, tags);
        if (faults.Spreadsheet == 0) return nik;
        if (throws.Slip(0.042)) return Tagged(nik[..15] + "0", "nik_excel15", tags);
        if (throws.Slip(0.006)) return Tagged(Scientific(nik), "nik_excel_sci", tags);
        return throws.Slip(0.051) ? "'" + nik : nik;
    }

    public string Nib(DateOnly day) => day.Year switch
    {
        <= 2020 => throws.Pick(["8120", "9120", "1220", "0220"]) + throws.Digits(9),
        _ => day.ToString("ddMMyy", CultureInfo.InvariantCulture) + throws.Digits(7),
    };

    /// <summary>Of the business, sometimes of its owner's other one; empty where there is none to quote.</summary>
    public string Quoted(Venture venture, double share, bool spreadsheet, HashSet<string> tags)
    {
        var own = venture.Nibs.Count > 0 ? venture.Nibs : venture.Owner.Ventures.SelectMany(other => other.Nibs).ToList();
        if (own.Count == 0 || !throws.Chance(share)) return "";
        var nib = throws.Pick(own);
        if (spreadsheet) return throws.Slip(0.35) ? nib.TrimStart('0') : nib;
        return throws.Slip(0.02) ? Tagged(Writing.WrongDigit(throws, nib), "nib_typo", tags) : nib;
    }

    private string Faulty(Person person, Faults faults, HashSet<string> tags)
    {
        var nik = person.Nik;
        if (throws.Slip(faults.Typo)) return Tagged(Writing.WrongDigit(throws, nik), "nik_typo", tags);
        if (throws.Slip(faults.Spouse)) return Tagged(people.SpouseOf(person).Nik, "nik_of_spouse", tags);
        if (person.Woman && throws.Slip(0.0065))
        {
            var day = int.Parse(nik.AsSpan(6, 2), CultureInfo.InvariantCulture) - 40;
            return Tagged(string.Create(CultureInfo.InvariantCulture, $"{nik[..6]}{day:D2}{nik[8..]}"), "nik_no40", tags);
        }

        if (throws.Slip(0.0032) && nik[6..8] != nik[8..10])
            return Tagged(nik[..6] + nik[8..10] + nik[6..8] + nik[10..], "nik_swap_ddmm", tags);
        return throws.Slip(0.001) ? Tagged(people.Make(person.Home, people.ThrowWoman()).Nik, "nik_row_shift", tags) : nik;
    }

    private static string Tagged(string value, string tag, HashSet<string> tags)
    {
        tags.Add(tag);
        return value;
    }

    private string Scientific(string nik)
    {
        var text = double.Parse(nik, CultureInfo.InvariantCulture).ToString("0.#####E+00", CultureInfo.InvariantCulture);
        return throws.Chance(0.5) ? text : text.Replace('.', ',');
    }
}
