namespace DataHub.Rights.Retention;

/// <summary>Rows whose time is over, and how they go.</summary>
/// <param name="Kind">Name in rights.retention.</param>
/// <param name="Table">With its schema.</param>
/// <param name="IsOver">Condition on a row x whose time is over; $1 is the point in time before which rows are too old.</param>
/// <param name="Held">The arguments person and business of rights.is_held for a row x.</param>
internal sealed record RetentionTarget(string Kind, string Table, string IsOver, string Held)
{
    private const string DayInLampung = "($1 at time zone 'Asia/Jakarta')::date";

    /// <summary>Assignments after which a row tells of nobody; null: rows are deleted.</summary>
    public string? Anonymise { get; init; }

    public static IReadOnlyList<RetentionTarget> All { get; } =
    [
        // The end of a loan: when it is due, else ten years from its signing are counted from there.
        new("loans", "credit.loan", $"coalesce(x.due_on, x.akad_on, x.reported_on) < {DayInLampung}", "x.person_id, x.business_id"),
        new(
            "trainings", "training.participation",
            $"coalesce(x.finished_on, x.started_on) < {DayInLampung} and num_nonnulls(x.person_id, x.business_id) > 0", "x.person_id, x.business_id")
        {
            Anonymise = "person_id = null, business_id = null",
        },
        new("exhibitions", "market.exhibition_participation", $"x.started_on < {DayInLampung} and x.business_id is not null", "null, x.business_id")
        {
            Anonymise = "business_id = null",
        },
        new(
            "source_records", "feeds.source_record", "not x.is_current and x.received_at < $1",
            "(select max(l.person_id) from linkage.link l where l.feed = x.feed and l.source_key = x.source_key), "
            + "(select max(l.business_id) from linkage.link l where l.feed = x.feed and l.source_key = x.source_key)"),
        new("quarantine", "feeds.quarantine", "x.received_at < $1", "null, null"),
        new("held_files", "feeds.held_file", "(select r.finished_at from feeds.feed_run r where r.id = x.run_id) < $1", "null, null"),
        new(
            "requests", "rights.request",
            "x.closed_at < $1 and not exists (select from rights.restriction r where r.request_id = x.id and r.lifted_at is null) "
            + "and not exists (select from rights.erased_record e where e.request_id = x.id)",
            "x.person_id, x.business_id"),
    ];
}
