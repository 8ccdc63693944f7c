using System.Globalization;

namespace DataHub.Testing.Linkage.Labelled;

/// <summary>Makes people with names, identity numbers, telephones and homes.</summary>
internal sealed class People(Throws throws, Province province, Contact contact)
{
    private static readonly string[] Elsewhere =
        ["330512", "360312", "340204", "137105", "127101", "331101", "350111", "510703", "320113", "160308", "327306"];

    private static readonly string[] Streets =
    [
        "Raya Natar", "Lintas Sumatera", "Lintas Timur", "Lintas Barat", "Zainal Abidin Pagar Alam", "Teuku Umar", "Raden Intan", "Kartini",
        "Diponegoro", "Ahmad Yani", "Sudirman", "Imam Bonjol", "Pangeran Antasari", "Soekarno Hatta", "Ki Hajar Dewantara", "Hayam Wuruk",
        "Gajah Mada", "Pattimura", "Hasanuddin", "Yos Sudarso", "Ikan Tenggiri", "Ikan Kakap", "Mawar", "Melati", "Kenanga", "Anggrek",
        "Pulau Legundi", "Pulau Sebesi", "Way Halim", "Pramuka", "Poros Desa", "Pasar Baru", "Pasar Lama", "P. Senopati", "Veteran",
        "Pesantren",
        "Urip Sumoharjo", "Wolter Monginsidi", "Purnawirawan", "Bumi Manti", "Balai Desa", "Masjid Al-Huda", "Irigasi", "Simpang Tiga",
        "Cempaka", "Flamboyan", "Untung Suropati", "Agus Salim", "Dr. Susilo", "Ratu Dibalau", "Cut Nyak Dien", "Turi Raya",
    ];

    private static readonly string[] Hamlets =
        ["Sidodadi", "Sukajadi", "Sidomulyo", "Karang Anyar", "Umbul Kunci", "I", "II", "III", "IV", "V"];

    private readonly HashSet<string> issued = [];
    private int last;

    public int Count => last;

    public Village Anywhere() => province.Throw(throws);

    public Village Near(Village village) => province.Near(village, throws);

    public Place Settle(Village village)
    {
        var street = throws.Chance(0.55);
        return new Place(village)
        {
            Street = street ? throws.Pick(Streets) : null,
            HouseNumber = street && throws.Chance(0.65) ? throws.Between(1, 240) : null,
            Lane = street && throws.Chance(0.2) ? throws.Pick(Streets).Split(' ')[0] : null,
            Hamlet = !street && throws.Chance(0.52) ? throws.Pick(Hamlets) : null,
            Rt = throws.Chance(0.82) ? throws.Between(1, 12) : null,
            Rw = throws.Chance(0.6) ? throws.Between(1, 7) : null,
        };
    }

    /// <summary>A new person; <paramref name="name"/> is given for a namesake, <paramref name="phone"/> for one who shares it.</summary>
    public Person Make(Place home, bool woman, string? name = null, string? phone = null)
    {
        var title = throws.Weighted(920, 64, 16);
        return new Person
        {
            Number = ++last,
            Name = name ?? Name(woman),
            Woman = woman,
            Home = home,
            Nik = Nik(home.Village, woman),
            Phone = phone ?? contact.Number(),
            Title = title switch { 0 => null, 1 => woman ? "Hajjah" : "Haji", _ => woman ? "Dra" : throws.Pick(["Drs", "Ir"]) },
            Degree = throws.Chance(0.062) ? throws.Below(NameWords.Degrees.Length) : null,
        };
    }

    public bool ThrowWoman() => throws.Chance(0.55);

    /// <summary>Wife or husband, made when first needed; some use the partner's telephone.</summary>
    public Person SpouseOf(Person person) =>
        person.Spouse ??= Make(person.Home, !person.Woman, phone: throws.Chance(0.45) ? person.Phone : null);

    private string Name(bool woman)
    {
        if (woman)
        {
            var given = throws.Ranked(NameWords.Women, 22);
            return throws.Weighted(28, 63, 9) switch
            {
                0 => given,
                1 => given + " " + Other(NameWords.SecondOfWomen, given),
                _ => given + " " + Other(NameWords.SecondOfWomen, given) + " " + throws.Ranked(NameWords.SecondOfWomen, 18),
            };
        }

        switch (throws.Weighted(135, 65, 32, 768))
        {
            case 0:
                var name = "Muhammad " + throws.Ranked(NameWords.Men, 40);
                return throws.Chance(0.25) ? name + " " + throws.Ranked(NameWords.SecondOfMen, 15) : name;
            case 1: return "Ahmad " + throws.Ranked(NameWords.Men, 40);
            case 2: return "Abdul " + throws.Pick(NameWords.Attributes);
        }

        var first = throws.Ranked(NameWords.Men, 30);
        return throws.Weighted(31, 60, 9) switch
        {
            0 => first,
            1 => first + " " + Other(NameWords.SecondOfMen, first),
            _ => first + " " + Other(NameWords.SecondOfMen, first) + " " + throws.Ranked(NameWords.SecondOfMen, 15),
        };
    }

    private string Other(string[] from, string than)
    {
        while (true)
        {
            var second = throws.Ranked(from, 18);
            if (second != than) return second;
        }
    }

    private string Nik(Village village, bool woman)
    {
        while (true)
        {
            var area = throws.Weighted(885, 105, 10) switch
            {
                0 => village.District.Digits,
                1 => throws.Pick(Elsewhere),
                _ => Anywhere().District.Digits,
            };
            var born = new DateOnly(1980 + (throws.Below(22) + throws.Below(22) + throws.Below(22) - 31), 1, 1).AddDays(throws.Below(365));
            var day = born.Day + (woman ? 40 : 0);
            var order = throws.Weighted(30, 20, 10, 12, 10, 10, 11, 10, 12, 1, 11, 10) + 1;
            var nik = string.Create(CultureInfo.InvariantCulture, $"{area}{day:D2}{born.Month:D2}{born.Year % 100:D2}{order:D4}");
            if (issued.Add(nik)) return nik;
        }
    }
}
