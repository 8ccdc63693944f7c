namespace DataHub.Demonstration;

/// <summary>Certificates, mostly of food. They carry no identifier; for most, names and address are the licence's up to capitals.</summary>
internal static class CertificateFile
{
    public const string Name = "sertifikat.csv";
    private const string Header = "nomor,jenis,nama_usaha,nama_pemilik,alamat,tanggal_terbit,tanggal_kedaluwarsa";

    public static void Write(DemoRun run)
    {
        var population = run.Population;
        var numbers = new CertificateNumbers(population.Seed);
        using var writer = run.Open(Name, Header);
        for (var index = 0; index < population.Count; index++)
        {
            var business = population[index];
            var dice = population.Dice(Topic.Certificate, index);
            if (dice.Chance(business.Trade.IsFood ? 0.26 : 0.006)) WriteRow(ref dice, run, writer, business, Halal(ref dice, run, numbers));
            if (business.Trade.IsMade) WriteMaking(ref dice, run, writer, business, numbers);
            if (DemoRun.BreaksAfter(index, population.Count)) WriteBroken(population, writer, business, numbers);
            writer.Advance(index + 1, population.Count);
        }
        writer.Finish();
    }

    private readonly record struct Certificate(string Number, string Kind, DateOnly IssuedOn, DateOnly? EndsOn);

    private static void WriteMaking(ref Dice dice, DemoRun run, FeedWriter writer, in Business business, CertificateNumbers numbers)
    {
        var issued = Issued(ref dice, run, 2018);
        if (business.Trade.IsFood && dice.Chance(0.34))
        {
            var ends = issued.AddYears(5).AddDays(-dice.Between(1, 2));
            var number = numbers.Pirt(ref dice, business.Regency, ends);
            WriteRow(ref dice, run, writer, business, new Certificate(number, "PIRT", issued, ends));
        }
        if (business.Trade.IsFood && dice.Chance(business.Scale == Scale.Mikro ? 0.003 : 0.12))
        {
            var ends = issued.AddYears(5).AddDays(-1);
            WriteRow(ref dice, run, writer, business, new Certificate(numbers.Md(ref dice), "MD", issued, ends));
        }
        if (dice.Chance(0.012))
            WriteRow(ref dice, run, writer, business, new Certificate(numbers.Sni(), "SNI", issued, issued.AddYears(4).AddDays(-1)));
        if (dice.Chance(0.006))
            WriteRow(ref dice, run, writer, business, new Certificate(numbers.Tkdn(issued), "TKDN", issued, issued.AddYears(3)));
    }

    /// <summary>Since Perppu 2/2022 a halal certificate has no end while nothing changes; before, four years.</summary>
    private static Certificate Halal(ref Dice dice, DemoRun run, CertificateNumbers numbers)
    {
        var issued = Issued(ref dice, run, 2020);
        DateOnly? ends = issued < new DateOnly(2022, 12, 30) ? issued.AddYears(4).AddDays(-1) : null;
        return new Certificate(numbers.Halal(ref dice, issued), "HALAL", issued, ends);
    }

    private static DateOnly Issued(ref Dice dice, DemoRun run, int firstYear)
    {
        var last = run.Population.ReferenceDate;
        var from = new DateOnly(firstYear, 1, 2);
        if (from >= last) return last;
        var days = last.DayNumber - from.DayNumber;
        return from.AddDays(Math.Max(dice.Below(days), dice.Below(days)));
    }

    private static void WriteRow(ref Dice dice, DemoRun run, FeedWriter writer, in Business business, in Certificate certificate)
    {
        var population = run.Population;
        var repeats = dice.Chance(0.72);
        var name = repeats
            ? TextNoise.Case(ref dice, BusinessNames.Licensed(population, business))
            : BusinessNames.Careless(ref dice, population, business);
        var owner = OssFile.OwnerName(population, business);
        owner = repeats
            ? PersonNames.Careful(ref dice, owner, population.IsWoman(business.Owner))
            : PersonNames.Careless(ref dice, population.NameOf(business.Owner), population.IsWoman(business.Owner));
        if (!repeats && dice.Chance(0.35)) owner = "";
        var address = repeats
            ? TextNoise.Case(ref dice, Addresses.Licensed(population, business))
            : Addresses.Other(ref dice, population, business);
        writer.Text(certificate.Number).Text(certificate.Kind).Text(name).Text(owner).Text(address).Date(certificate.IssuedOn);
        if (certificate.EndsOn is { } ends) writer.Date(ends);
        else writer.Nothing();
        writer.End();
        run.Truth.Owner("sertifikat", certificate.Number, business);
    }

    private static void WriteBroken(Population population, FeedWriter writer, in Business business, CertificateNumbers numbers)
    {
        var withoutKey = DemoRun.BreakNumber(business.Index) % 2 == 0;
        writer.Text(withoutKey ? "" : numbers.Sni()).Text("SNI").Text(BusinessNames.Plain(population, business)).Nothing()
            .Text(Addresses.Licensed(population, business)).Text(withoutKey ? "2024-04-01" : "sedang diproses").Nothing().End();
    }
}
