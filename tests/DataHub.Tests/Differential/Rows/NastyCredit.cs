using DataHub.Credit;
using DataHub.Database;
using DataHub.Training;

namespace DataHub.Tests.Differential.Rows;

/// <summary>Loans and training. The first business has more loans than a page holds; programmes have none, few and many participants.</summary>
internal sealed class NastyCredit(Dice dice)
{
    public async Task SaveAsync(HubModel model)
    {
        await NastyRows.AddAsync(model, Enumerable.Range(1, 340).Select(Loan));
        await NastyRows.AddAsync(model, Enumerable.Range(1, 12).Select(Programme));
        await NastyRows.AddAsync(model, Enumerable.Range(1, 150).Select(Participation));
    }

    private long? Person() => dice.Happens(20) ? NastyRows.RichOwner : dice.Reference(NastyRows.Persons);

    private KurLoanRow Loan(int n) => new()
    {
        Id = n,
        NomorAkad = $"{n:000}/KUR/{dice.Below(9)}%_\\",
        Kind = dice.Of(null, "SUPER_MIKRO", "MIKRO", "MIKRO", "KECIL", "KHUSUS", "PMI"),
        Plafon = dice.Amount(),
        Outstanding = dice.Amount(),
        Kolektibilitas = dice.Of<int?>(null, 1, 1, 2, 5),
        AkadOn = dice.Date(),
        DueOn = dice.Date(),
        // 900 is a lender that the hub does not know.
        LenderCode = dice.Of(null, "002", "002", "008", "900"),
        RegencyCode = dice.Of(null, "18.01", "18.72", "36.02"),
        BusinessId = n <= 120 ? 1 : dice.Reference(NastyRows.Businesses),
        PersonId = Person(),
        Certainty = dice.Certainty(),
        ReportedOn = new DateOnly(2026, 10, 1),
    };

    private ProgrammeRow Programme(int n) => new()
    {
        Id = n,
        Code = $"P{n:00}",
        Name = dice.Name(),
        Topic = dice.Name(),
        Organiser = dice.Name(),
        TargetPerYear = dice.Count(),
    };

    private ParticipationRow Participation(int n) => new()
    {
        Id = n,
        SourceKey = $"PS-{n}",
        // One programme each with 1, 4 and 5 participants, the others with many or none.
        ProgrammeId = n switch { 1 => 1, <= 5 => 2, <= 10 => 3, _ => 4 + dice.Below(7) },
        Organiser = dice.Name(),
        StartedOn = dice.Date(),
        FinishedOn = dice.Date(),
        Hours = dice.Count(),
        Passed = dice.Answer(),
        BusinessId = dice.Reference(NastyRows.Businesses),
        PersonId = Person(),
    };
}
