using System.Text;

namespace DataHub.Testing.Linkage.Labelled;

/// <summary>Telephones and addresses as records have them.</summary>
internal sealed class Contact(Throws throws)
{
    private static readonly string[] Prefixes =
    [
        "811", "812", "813", "815", "816", "821", "822", "823", "831", "838", "852", "853", "857", "858", "877", "878", "882", "895", "896",
    ];

    private static readonly string[] Dummies = ["tidak ada", "-", "0", "08123456789", "081234567890", "0800000000"];

    /// <summary>National number without the leading zero; ten digits for a quarter of them, else eleven.</summary>
    public string Number() => throws.Pick(Prefixes) + throws.Digits(throws.Chance(0.25) ? 7 : 8);

    public string Phone(string number, bool lostZero, HashSet<string> tags)
    {
        if (throws.Slip(0.006))
        {
            tags.Add("phone_dummy");
            return throws.Pick(Dummies);
        }

        if (throws.Slip(0.01)) number = Writing.WrongDigit(throws, number);
        var text = One(number, lostZero);
        if (!throws.Slip(0.052)) return text;
        var other = One(Number(), lostZero);
        var joint = throws.Pick([" / ", "/", " atau "]);
        return throws.Chance(0.7) ? text + joint + other : other + joint + text;
    }

    /// <summary>As shops show it: the middle hidden.</summary>
    public static string Masked(string number) => $"0{number[..3]}*****{number[^3..]}";

    public string Address(Place place, bool certificate)
    {
        var parts = new List<string>();
        AddHouse(place, parts);
        if (throws.Chance(0.92))
            parts.Add((throws.Chance(0.82) ? VillageWord(place.Village) + " " : "") + place.Village.Name);
        if (throws.Chance(0.86)) parts.Add(throws.Pick(["Kec. ", "Kec ", "Kecamatan "]) + place.Village.District.Name);
        if (throws.Chance(0.81)) parts.Add(Regency(place.Village.Regency));
        if (throws.Chance(0.21)) parts.Add("Lampung");
        var text = string.Join(throws.Weighted(58, 32, 10) switch { 0 => ", ", 1 => " ", _ => "," }, parts);
        if (throws.Slip(0.048)) text = Writing.Typo(throws, text);
        return throws.Chance(certificate ? 0.34 : 0.31) ? text.ToUpperInvariant() : text;
    }

    public string City(Area regency)
    {
        var text = (regency.IsCity ? "Kota " : "Kab. ") + regency.Name;
        return throws.Weighted(48, 28, 24) switch { 0 => regency.Name, 1 => text, _ => text.ToUpperInvariant() };
    }

    private string One(string number, bool lostZero)
    {
        if (lostZero && throws.Slip(0.24)) return number;
        return throws.Weighted(56, 11, 9, 8, 6, 3, 3, 2) switch
        {
            0 => "0" + number,
            1 => "+62" + number,
            2 => "62" + number,
            3 => "0" + Grouped(number, '-'),
            4 => "0" + Grouped(number, ' '),
            5 => "+62 " + number[..3] + " " + number[3..7] + " " + number[7..],
            6 => "WA 0" + number,
            _ => "(+62) " + number,
        };
    }

    private static string Grouped(string number, char by) => $"{number[..3]}{by}{number[3..7]}{by}{number[7..]}";

    private void AddHouse(Place place, List<string> parts)
    {
        if (place.Street is not null && throws.Chance(0.97))
        {
            var street = new StringBuilder(throws.Pick(["Jl. ", "Jl. ", "Jalan ", "JL ", "Jln. "])).Append(place.Street);
            if (place.HouseNumber is { } number && throws.Chance(0.85))
                street.Append(throws.Pick([" No. ", " No.", " no ", " "])).Append(number);
            parts.Add(street.ToString());
            if (place.Lane is not null && throws.Chance(0.8)) parts.Add(throws.Pick(["Gg. ", "Gg ", "Gang "]) + place.Lane);
        }

        if (place.Hamlet is not null && throws.Chance(0.95)) parts.Add(throws.Pick(["Dusun ", "Dsn ", "Dsn. "]) + place.Hamlet);
        if (place.Rt is { } rt && throws.Chance(0.85)) parts.Add(RtRw(rt, place.Rw));
    }

    private string RtRw(int rt, int? rw)
    {
        if (rw is not { } number) return throws.Pick([$"RT {rt:D2}", $"RT.{rt:D3}", $"RT {rt}"]);
        return throws.Below(4) switch
        {
            0 => $"RT/RW {rt:D3}/{number:D3}",
            1 => $"RT {rt} RW {number}",
            2 => $"RT.{rt:D3}/RW.{number:D3}",
            _ => $"RT {rt:D2}/RW {number:D2}",
        };
    }

    private string VillageWord(Village village) => village.Regency.IsCity
        ? throws.Pick(["Kel.", "Kelurahan"])
        : throws.Pick(["Desa", "Ds.", "Pekon", "Kampung", "Kel."]);

    private string Regency(Area regency) =>
        regency.IsCity
            ? throws.Pick(["Kota ", ""]) + regency.Name
            : throws.Pick(["Kab. ", "Kab ", "Kabupaten ", ""]) + regency.Name;
}
