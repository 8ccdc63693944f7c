using System.Globalization;

namespace DataHub.Demonstration;

/// <summary>KUR contracts of three owners in ten, as SIKP would list them on the reference date.</summary>
internal static class SikpFile
{
    public const string Name = "sikp.csv";
    private const string Header = "nomor_akad,nik,nama_debitur,nib,nama_usaha,kode_penyalur,skema_kur,plafon,outstanding,kolektibilitas,"
        + "tanggal_akad,tanggal_jatuh_tempo,kode_wilayah";

    private const long NumberRoom = 10_000_000;
    private static readonly string[] Lenders = ["002", "008", "009", "451", "121", "200"];
    private static readonly int[] LenderShares = [62, 75, 85, 93, 99, 100];

    public static void Write(DemoRun run)
    {
        var population = run.Population;
        var numbers = new Bijection(population.Seed, 4, NumberRoom);
        using var writer = run.Open(Name, Header);
        for (var owner = 0; owner < population.Owners; owner++)
        {
            var dice = population.Dice(Topic.Sikp, owner);
            var thrown = dice.Below(1000);
            var loans = thrown >= 300 ? 0 : thrown < 190 ? 1 : thrown < 265 ? 2 : 3;
            var from = new DateOnly(2019, 1, 1);
            for (; loans > 0; loans--)
            {
                if (ThrowLoan(ref dice, population, owner, from, loans) is not { } loan) continue;
                WriteRow(ref dice, run, writer, owner, loan with { Number = numbers[writer.Rows] });
                from = loan.DueOn;
            }
            if (DemoRun.BreaksAfter(owner, population.Owners)) WriteBroken(population, writer, owner, numbers[writer.Rows]);
            writer.Advance(owner + 1, population.Owners);
        }
        writer.Finish();
    }

    /// <summary>A loan signed after the one before has run out, early enough to leave room for the next; null when none fits.</summary>
    private static Loan? ThrowLoan(ref Dice dice, Population population, int owner, DateOnly from, int loansLeft)
    {
        var (first, end) = population.BusinessesOf(owner);
        var business = population[dice.Between(first, end - 1)];
        if (business.Scale == Scale.Menengah) return null;
        var days = population.ReferenceDate.DayNumber - from.DayNumber;
        if (days < 60) return null;
        var signed = from.AddDays(dice.Below(days / loansLeft));
        return LoanTerms.Throw(ref dice, business, signed, population.ReferenceDate);
    }

    private static void WriteRow(ref Dice dice, DemoRun run, FeedWriter writer, int owner, Loan loan)
    {
        var population = run.Population;
        var business = loan.Business;
        var spouse = dice.Chance(0.5) ? population.SpouseNikOf(owner) : null;
        var lender = Lenders[dice.Weighted(LenderShares)];
        var number = ContractNumber(lender, loan.Number, loan.SignedOn);
        var name = spouse is null ? population.NameOf(owner) : population.SpouseNameOf(owner);
        var woman = population.IsWoman(owner) == spouse is null;
        writer.Text(number).Text(Nik(ref dice, population, spouse ?? population.NikOf(owner)))
            .Text(PersonNames.Careless(ref dice, name, woman).ToUpperInvariant()).Text(Nib(ref dice, population, business))
            .Text(dice.Chance(0.28) ? "" : BusinessNames.Careless(ref dice, population, business)).Text(lender).Text(loan.Kind)
            .Number(loan.Plafon).Number(loan.Outstanding).Number(loan.Kolektibilitas).Date(loan.SignedOn).Date(loan.DueOn)
            .Text(dice.Chance(0.3) ? business.Regency.Code : business.District.Code).End();
        if (spouse is null) run.Truth.Owner("sikp", number, business);
        else run.Truth.Spouse("sikp", number, business);
    }

    private static string ContractNumber(string lender, long number, DateOnly signed) =>
        string.Create(CultureInfo.InvariantCulture, $"{lender}/KUR/{number:D7}/{signed.Year}");

    private static string Nik(ref Dice dice, Population population, long nik)
    {
        var thrown = dice.Below(1000);
        if (thrown < 3) return "";
        return thrown < 6 ? population.Issuer.Mistyped(ref dice, nik) : NikIssuer.Digits(nik);
    }

    /// <summary>One row in seven quotes a NIB; for a second business now and then the first one's.</summary>
    private static string Nib(ref Dice dice, Population population, in Business business)
    {
        if (!dice.Chance(0.15)) return "";
        var quoted = business.Ordinal > 0 && dice.Chance(0.3) ? population[population.BusinessesOf(business.Owner).First] : business;
        if (OssFile.EarlierRegistration(population, quoted) is { } earlier && dice.Chance(0.5))
            return OssFile.EarlierNib(population, quoted, earlier);
        return QuotedNib.Throw(ref dice, quoted.Nib);
    }

    private static void WriteBroken(Population population, FeedWriter writer, int owner, long number)
    {
        var kind = DemoRun.BreakNumber(owner) % 3;
        var signed = new DateOnly(2023, 3, 1);
        writer.Text(kind == 0 ? "" : ContractNumber("002", number, signed)).Text(NikIssuer.Digits(population.NikOf(owner)))
            .Text(population.NameOf(owner)).Nothing().Nothing().Text("002").Text("MIKRO").Text(kind == 1 ? "lima puluh juta" : "50000000")
            .Number(0).Number(1).Text(kind == 2 ? "30-02-2023" : "2023-03-01").Date(signed.AddYears(2)).Text("18").End();
    }
}
