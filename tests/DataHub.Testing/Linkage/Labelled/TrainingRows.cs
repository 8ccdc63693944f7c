using System.Globalization;

namespace DataHub.Testing.Linkage.Labelled;

/// <summary>PELATIHAN: the owner, the spouse, an employee, or somebody who has no business yet.</summary>
internal sealed class TrainingRows(Throws throws, Clerks clerks, FeedRows rows)
{
    private static readonly string[] Programs =
    [
        "Pelatihan Kewirausahaan Dasar", "Pemasaran Digital UMKM", "Manajemen Keuangan KUR", "Keamanan Pangan",
        "Pendampingan Sertifikasi Halal",
        "Desain Kemasan", "Perkoperasian", "Literasi Keuangan",
    ];

    private static readonly string[] NoBusiness = ["Calon Wirausaha", "Belum Ada", "-", "calon wirausaha", "belum ada"];

    public void Write(Venture venture)
    {
        for (var left = throws.Weighted(72, 22, 6) + 1; left > 0; left--)
        {
            var visit = Visit();
            var owner = venture.OwnerOn(visit.Day);
            var (person, role, tag) = throws.Weighted(915, 48, 37) switch
            {
                0 => (owner, "PEMILIK", null),
                1 => (clerks.People.SpouseOf(owner), "PASANGAN", "spouse_participant"),
                _ => (Employee(venture, owner), "PEGAWAI", "employee_participant"),
            };
            One(Told(new Teller(venture, owner, person, role), tag), visit);
            if (throws.Chance(0.01)) One(Told(Told(new Teller(venture, owner, person, role), tag), "dup_in_feed"), visit);
        }
    }

    /// <summary>One or two courses of somebody without a business.</summary>
    public void WriteNewcomer()
    {
        var person = clerks.People.Make(clerks.People.Settle(clerks.People.Anywhere()), clerks.People.ThrowWoman());
        for (var left = throws.Chance(0.2) ? 2 : 1; left > 0; left--)
            One(Told(new Teller(null, person, person, "CALON"), "no_business"), Visit());
    }

    private readonly record struct Course(DateOnly Day, int Length, int Program, int Organizer);

    private Course Visit() =>
        new(rows.Throw(2019, 60, 62, 83, 69, 92, 205, 175), throws.Below(4), throws.Below(8), throws.Weighted(48, 25, 27));

    private static Teller Told(Teller teller, string? tag)
    {
        if (tag is not null) teller.Tags.Add(tag);
        return teller;
    }

    private Person Employee(Venture venture, Person owner)
    {
        var home = clerks.People.Settle(venture.Place.Village);
        return clerks.People.Make(home, clerks.People.ThrowWoman(), phone: throws.Chance(0.1) ? owner.Phone : null);
    }

    private void One(Teller teller, Course course)
    {
        var venture = teller.Venture;
        var village = venture?.PlaceOn(course.Day).Village ?? teller.Person.Home.Village;
        var name = "";
        if (venture is null) name = throws.Chance(0.31) ? "" : throws.Pick(NoBusiness);
        else if (throws.Empty(0.15)) teller.Tags.Add("no_business_name");
        else name = rows.Case(clerks.Brands.Usual(venture), 25);
        var number = teller.Role == "PEMILIK" && venture is not null ? venture.PhoneOn(course.Day) : teller.Person.Phone;
        var key = string.Create(CultureInfo.InvariantCulture, $"PS-{course.Day.Year}-{rows.Serial("pelatihan", 6)}");
        rows.Add("pelatihan", key,
        [
            key, rows.Case(clerks.Names.Write(teller.Person), 42),
            clerks.Identifiers.Nik(teller.Person, Identifiers.OfTraining, teller.Tags),
            throws.Empty(0.155) ? "" : clerks.Contact.Phone(number, lostZero: true, teller.Tags), name,
            string.Create(CultureInfo.InvariantCulture, $"P{course.Program + 1:D2}"), Programs[course.Program],
            course.Organizer switch
            {
                0 => "Dinas Koperasi dan UKM Prov. Lampung",
                1 => "PLUT KUMKM Lampung",
                _ => "Dinkop UKM " + (village.Regency.IsCity ? "Kota " : "Kab. ") + village.Regency.Name,
            },
            FeedRows.Day(course.Day), FeedRows.Day(course.Day.AddDays(course.Length)),
            (8 * (course.Length + 1)).ToString(CultureInfo.InvariantCulture), throws.Chance(0.866) ? "Ya" : "Tidak",
        ], teller);
    }
}
