using DataHub.Database;
using DataHub.Feeds;
using DataHub.Shared.Secrets;
using Microsoft.EntityFrameworkCore;

namespace DataHub.Tests.Differential.Rows;

/// <summary>Runs, rejected rows, and which record was joined to which business: in force, closed, certain or not.</summary>
internal sealed class NastyFeeds(Dice dice, Protector protector)
{
    private const int Runs = 115;

    public async Task SaveAsync(HubModel model)
    {
        await NastyRows.AddAsync(model, Enumerable.Range(1, Runs).Select(Run));
        await NastyRows.AddAsync(model, Enumerable.Range(1, 130).Select(Rejected));
        // The links of participations decide what owners see; the first business has more records than a list shows.
        for (var n = 1; n <= 300; n++) await SaveRecordAsync(model, n);
        await model.Database.ExecuteSqlAsync(
            $"insert into registry.business_redirect (business_id, survivor_id, decided_at) values (900001, 3, now()), (900002, null, now())");
    }

    private async Task SaveRecordAsync(HubModel model, int n)
    {
        var feed = n <= 150 ? "PELATIHAN" : dice.Of("OSS", "SIKP", "SERTIFIKAT", "PROGRAM");
        var key = n <= 150 ? $"PS-{n}" : $"R-{n}";
        var (business, certainty) = (n > 180 ? 1 : dice.Reference(NastyRows.Businesses), dice.Of("CERTAIN", "PROBABLE"));
        var (date, received) = (dice.Date(), dice.Time());
        DateTime? closed = n <= 180 && dice.Happens(25) ? dice.Time() : null;
        await model.Database.ExecuteSqlAsync(
            $"""
            insert into feeds.source_record (id, feed, source_key, content_hash, payload, run_id, line, source_date, received_at)
            values ({n}, {feed}, {key}, '\x01', '\x00', 1, {n}, {date}, {received})
            """);
        await model.Database.ExecuteSqlAsync(
            $"""
            insert into linkage.link (source_record_id, feed, source_key, business_id, rule, certainty, decided_at, closed_at)
            values ({n}, {feed}, {key}, {business}, 'NIB', {certainty}, now(), {closed})
            """);
    }

    private FeedRunRow Run(int n) => new()
    {
        Id = n,
        Feed = dice.Of("OSS", "SIKP", "PELATIHAN", "SIDT"),
        FileName = dice.Word(),
        Status = dice.Of("RUNNING", "DONE", "FAILED"),
        StartedAt = dice.Time(),
        FinishedAt = dice.Happens(30) ? null : dice.Time(),
        Received = dice.Below(5),
        Created = dice.Below(5),
        Failure = dice.Name(),
        Stage = "READING",
        Kind = n % 3 == 0 ? "FULL" : "DELTA",
    };

    private QuarantineRow Rejected(int n) => new()
    {
        Id = n,
        RunId = 1 + dice.Below(Runs),
        Feed = dice.Of("OSS", "SIKP", "PELATIHAN", "SIDT"),
        Line = dice.Below(9),
        ColumnName = dice.Of(null, "nib", "nik"),
        Reason = dice.Of("DATE", "AMOUNT", "REQUIRED", "re%uired"),
        Message = dice.Word(),
        ValueCipher = dice.Name() is { } value ? protector.Encrypt(value) : null,
        Payload = [0],
        ContentHash = BitConverter.GetBytes(n),
        ReceivedAt = dice.Time(),
        State = n % 4 == 0 ? "DISMISSED" : "OPEN",
    };
}
