namespace DataHub.Demonstration;

/// <summary>Licences, one row a NIB. A few businesses are registered twice: the earlier NIB stands in a row of its own.</summary>
internal static class OssFile
{
    public const string Name = "oss.csv";
    private const string Header = "nib,nik_penanggung_jawab,nama_usaha,nama_pemilik,jenis_badan_usaha,kbli,skala,modal_usaha,alamat,"
        + "kode_wilayah,telepon,email,tanggal_terbit,status";

    private const double RegisteredTwice = 0.0031;

    public static void Write(DemoRun run)
    {
        var population = run.Population;
        using var writer = run.Open(Name, Header);
        for (var index = 0; index < population.Count; index++)
        {
            var business = population[index];
            WriteRow(run, writer, business);
            if (EarlierRegistration(population, business) is { } earlier) WriteEarlier(run, writer, business, earlier);
            if (DemoRun.BreaksAfter(index, population.Count)) WriteBroken(population, writer, business);
            writer.Advance(index + 1, population.Count);
        }
        writer.Finish();
    }

    /// <summary>The owner's name as the licence carries it; certificates repeat it.</summary>
    public static string OwnerName(Population population, in Business business)
    {
        var dice = population.Dice(Topic.LicensedOwner, business.Index);
        var name = population.NameOf(business.Owner);
        var woman = population.IsWoman(business.Owner);
        return dice.Chance(0.93) ? PersonNames.Careful(ref dice, name, woman) : PersonNames.Careless(ref dice, name, woman);
    }

    /// <summary>Day of the same business's earlier registration under another NIB; null for nearly all.</summary>
    public static DateOnly? EarlierRegistration(Population population, in Business business)
    {
        var dice = population.Dice(Topic.OssSecond, business.Index);
        if (!dice.Chance(RegisteredTwice) || !population.NikIsSound(business.Index)) return null;
        return Licences.ThrowEarlier(ref dice, business.RegisteredOn);
    }

    /// <summary>The NIB of that earlier registration.</summary>
    public static string EarlierNib(Population population, in Business business, DateOnly earlier) =>
        population.Licences.Nib(earlier, (long)population.Count + business.Index);

    private static void WriteRow(DemoRun run, FeedWriter writer, in Business business)
    {
        var population = run.Population;
        var dice = population.Dice(Topic.Oss, business.Index);
        var thrown = dice.Below(1000);
        var status = thrown < 935 ? "AKTIF" : thrown < 968 ? "TIDAK AKTIF" : "DICABUT";
        var name = BusinessNames.Licensed(population, business);
        writer.Text(business.Nib).Text(population.PublishedNikOf(business.Index)).Text(name).Text(OwnerName(population, business))
            .Text(business.LegalForm).Text(business.Trade.Kbli).Text(business.Scale.ToString()).Number(business.Capital)
            .Text(Addresses.Licensed(population, business)).Text(business.PublishedArea).Text(Phone(ref dice, population, business))
            .Text(dice.Chance(0.36) ? Contacts.Email(ref dice, population.NameOf(business.Owner)) : "")
            .Date(business.RegisteredOn).Text(status).End();
        run.Truth.Owner("oss", business.Nib, business);
    }

    /// <summary>Same NIK, trade name (up to capitals), KBLI, place and scale: that is how the two are known to be one business.</summary>
    private static void WriteEarlier(DemoRun run, FeedWriter writer, in Business business, DateOnly earlier)
    {
        var population = run.Population;
        var dice = population.Dice(Topic.OssSecond, business.Index);
        dice.Next();
        dice.Next();
        var nib = EarlierNib(population, business, earlier);
        var name = TextNoise.Case(ref dice, BusinessNames.Licensed(population, business));
        var thrown = dice.Below(100);
        writer.Text(nib).Text(population.PublishedNikOf(business.Index)).Text(name).Text(OwnerName(population, business))
            .Text(business.LegalForm).Text(business.Trade.Kbli).Text(business.Scale.ToString()).Number(business.Capital)
            .Text(Addresses.Other(ref dice, population, business)).Text(business.PublishedArea)
            .Text(Phone(ref dice, population, business)).Nothing().Date(earlier)
            .Text(thrown < 40 ? "AKTIF" : thrown < 80 ? "TIDAK AKTIF" : "DICABUT").End();
        run.Truth.Owner("oss", nib, business);
    }

    /// <summary>A row without its NIB, sometimes with a day that no calendar has.</summary>
    private static void WriteBroken(Population population, FeedWriter writer, in Business business)
    {
        writer.Nothing().Text(population.PublishedNikOf(business.Index)).Text("belum ada nama").Text(OwnerName(population, business))
            .Text("Perorangan").Text(business.Trade.Kbli).Text("Mikro").Text("lima juta").Text(Addresses.Licensed(population, business))
            .Text(business.PublishedArea).Nothing().Nothing();
        if (DemoRun.BreakNumber(business.Index) % 2 == 0) writer.Date(business.RegisteredOn);
        else writer.Text("31/02/2023");
        writer.Text("AKTIF").End();
    }

    private static string Phone(ref Dice dice, Population population, in Business business)
    {
        var thrown = dice.Below(1000);
        if (thrown < 25) return "";
        var phone = Contacts.Write(ref dice, Contacts.OfOwner(population, business.Owner));
        return thrown < 60 ? phone + " / " + Contacts.Write(ref dice, Contacts.Throw(ref dice)) : phone;
    }
}
