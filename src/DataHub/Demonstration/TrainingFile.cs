using System.Globalization;

namespace DataHub.Demonstration;

/// <summary>Participation in training by one owner in twelve, sometimes by a spouse, an employee or somebody without a business.</summary>
internal static class TrainingFile
{
    public const string Name = "pelatihan.csv";
    private const string Header = "id_peserta,nama,nik,telepon,nama_usaha,kode_program,nama_program,penyelenggara,tanggal_mulai,"
        + "tanggal_selesai,jam,lulus";

    private const long NumberRoom = 1_000_000;

    public static void Write(DemoRun run)
    {
        var population = run.Population;
        var numbers = new Bijection(population.Seed, 5, NumberRoom);
        using var writer = run.Open(Name, Header);
        for (var owner = 0; owner < population.Owners; owner++)
        {
            var dice = population.Dice(Topic.Training, owner);
            var thrown = dice.Below(1000);
            var times = thrown >= 80 ? 0 : thrown < 64 ? 1 : thrown < 76 ? 2 : 3;
            for (; times > 0; times--) WriteParticipation(ref dice, run, writer, owner, numbers[writer.Rows]);
            if (population.Dice(Topic.Newcomer, owner).Chance(0.005)) WriteNewcomer(run, writer, owner, numbers[writer.Rows]);
            if (DemoRun.BreaksAfter(owner, population.Owners)) WriteBroken(population, writer, owner, numbers[writer.Rows]);
            writer.Advance(owner + 1, population.Owners);
        }
        writer.Finish();
    }

    private static void WriteParticipation(ref Dice dice, DemoRun run, FeedWriter writer, int owner, long number)
    {
        var population = run.Population;
        var (first, end) = population.BusinessesOf(owner);
        var business = population[dice.Between(first, end - 1)];
        var course = ThrowCourse(ref dice, population, number);
        writer.Text(course.Id);
        if (population.SpouseNikOf(owner) is { } spouse && dice.Chance(0.5))
        {
            WriteSomebody(ref dice, population, writer, new(population.SpouseNameOf(owner), !population.IsWoman(owner), spouse));
            run.Truth.Spouse("pelatihan", course.Id, business);
        }
        else if (dice.Chance(0.03))
        {
            var woman = dice.Chance(0.5);
            WriteSomebody(ref dice, population, writer, new(PersonNames.Make(ref dice, woman), woman, null));
            run.Truth.Employee("pelatihan", course.Id, business, owner);
        }
        else
        {
            WriteOwner(ref dice, population, writer, business);
            run.Truth.Owner("pelatihan", course.Id, business);
        }
        writer.Text(dice.Chance(0.16) ? "" : BusinessNames.Careless(ref dice, population, business));
        WriteCourse(ref dice, writer, course, business.Regency);
    }

    /// <summary>
    /// 45 % come without NIK, a few with what a spreadsheet left of it. Then the name (up to titles and capitals) and the phone are those
    /// of the licence for most.
    /// </summary>
    private static void WriteOwner(ref Dice dice, Population population, FeedWriter writer, in Business business)
    {
        var owner = business.Owner;
        var nik = Nik(ref dice, population, population.NikOf(owner), out var sound);
        var name = population.NameOf(owner);
        var woman = population.IsWoman(owner);
        var phone = Contacts.OfOwner(population, owner);
        var careful = !sound && dice.Chance(0.85);
        writer.Text(careful ? PersonNames.Careful(ref dice, name, woman) : PersonNames.Careless(ref dice, name, woman)).Text(nik);
        if (!careful && dice.Chance(0.2)) phone = Contacts.Throw(ref dice);
        if (sound && dice.Chance(0.3)) writer.Nothing();
        else writer.Text(dice.Chance(0.15) ? phone : Contacts.Write(ref dice, phone));
    }

    private readonly record struct Somebody(string Name, bool IsWoman, long? Nik);

    private static void WriteSomebody(ref Dice dice, Population population, FeedWriter writer, Somebody who)
    {
        writer.Text(PersonNames.Careful(ref dice, who.Name, who.IsWoman))
            .Text(who.Nik is { } nik ? Nik(ref dice, population, nik, out _) : "")
            .Text(Contacts.Write(ref dice, Contacts.Throw(ref dice)));
    }

    private static string Nik(ref Dice dice, Population population, long nik, out bool sound)
    {
        var thrown = dice.Below(1000);
        sound = thrown >= 495;
        if (thrown < 450) return "";
        if (thrown < 462) return NikIssuer.Scientific(nik);
        if (thrown < 475) return population.Issuer.SpreadsheetDigits(nik) ?? "";
        if (thrown < 488) return "'" + NikIssuer.Digits(nik);
        return thrown < 495 ? population.Issuer.Mistyped(ref dice, nik) : NikIssuer.Digits(nik);
    }

    private static void WriteNewcomer(DemoRun run, FeedWriter writer, int newcomer, long number)
    {
        var population = run.Population;
        var dice = population.Dice(Topic.Newcomer, newcomer);
        dice.Next();
        var woman = dice.Chance(0.6);
        var name = PersonNames.Make(ref dice, woman);
        var regency = Regencies.All[dice.Weighted(Regencies.Cumulative)];
        var birth = population.ReferenceDate.AddDays(-dice.Between(20 * 365, 50 * 365));
        var nik = population.Issuer.Issue(ref dice, dice.Pick(regency.Districts), birth, woman);
        var course = ThrowCourse(ref dice, population, number);
        writer.Text(course.Id);
        WriteSomebody(ref dice, population, writer, new(name, woman, nik));
        writer.Text(dice.Chance(0.5) ? "belum ada" : "");
        WriteCourse(ref dice, writer, course, regency);
        run.Truth.Newcomer("pelatihan", course.Id, newcomer);
    }

    private readonly record struct Course(string Id, TrainingProgram Program, DateOnly Start, DateOnly End);

    private static Course ThrowCourse(ref Dice dice, Population population, long number)
    {
        var program = dice.Pick(ProgramFile.All);
        var opened = new DateOnly(2019, 1, 7);
        var start = opened.AddDays(dice.Below(Math.Max(population.ReferenceDate.DayNumber - opened.DayNumber - 4, 1)));
        var end = start.AddDays((program.Hours + 7) / 8 - 1);
        return new Course(string.Create(CultureInfo.InvariantCulture, $"PS-{start.Year}-{number:D6}"), program, start, end);
    }

    private static void WriteCourse(ref Dice dice, FeedWriter writer, in Course course, Regency regency)
    {
        var local = dice.Chance(0.3);
        var organiser = local ? $"Dinkop UKM {(regency.IsCity ? "Kota" : "Kab.")} {regency.Name}" : course.Program.Organiser;
        writer.Text(course.Program.Code).Text(course.Program.Title).Text(organiser).Date(course.Start).Date(course.End)
            .Number(course.Program.Hours).YesOrNo(dice.Chance(0.87)).End();
    }

    /// <summary>A participation nobody can file: no number of its own, or a day that no calendar has.</summary>
    private static void WriteBroken(Population population, FeedWriter writer, int owner, long number)
    {
        var program = ProgramFile.All[0];
        var withoutKey = DemoRun.BreakNumber(owner) % 2 == 0;
        writer.Text(withoutKey ? "" : string.Create(CultureInfo.InvariantCulture, $"PS-2024-{number:D6}"))
            .Text(population.NameOf(owner)).Nothing().Nothing().Nothing().Text(program.Code).Text(program.Title).Text(program.Organiser)
            .Text(withoutKey ? "2024-05-06" : "32 Mei 2024").Text("2024-05-08").Number(program.Hours).YesOrNo(true).End();
    }
}
