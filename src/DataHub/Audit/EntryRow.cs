namespace DataHub.Audit;

/// <summary>
/// An entry as it travels to PostgreSQL, where it is an <c>audit.new_entry</c>: one array of these costs half of what twenty arrays of values do.
/// Npgsql maps the members by their names.
/// </summary>
internal sealed record EntryRow
{
    /// <summary>Its type in PostgreSQL.</summary>
    public const string TypeName = "audit.new_entry";

    /// <summary>The columns of the type, in its order.</summary>
    public const string Columns = """
        seq, at, kind, organisation, client, actor, actor_person, purpose, case_number, operation, document, fields, persons, businesses,
        rows, outcome, code, continues, previous, hash
        """;

    public long Seq { get; set; }

    public DateTime At { get; set; }

    public string Kind { get; set; } = "";

    public string? Organisation { get; set; }

    public string Client { get; set; } = "";

    public string Actor { get; set; } = "";

    public long? ActorPerson { get; set; }

    public string? Purpose { get; set; }

    public string? CaseNumber { get; set; }

    public string? Operation { get; set; }

    public byte[]? Document { get; set; }

    public string[] Fields { get; set; } = [];

    public long[] Persons { get; set; } = [];

    public long[] Businesses { get; set; } = [];

    public int Rows { get; set; }

    public string Outcome { get; set; } = "";

    public string? Code { get; set; }

    public long? Continues { get; set; }

    public byte[] Previous { get; set; } = [];

    public byte[] Hash { get; set; } = [];

    /// <summary>An entry in its place.</summary>
    public static EntryRow Of(LedgerEntry entry, EntryPlace place, byte[] hash) => new()
    {
        Seq = place.Sequence,
        At = place.At,
        Kind = entry.Kind,
        Organisation = entry.Organisation,
        Client = entry.Client,
        Actor = entry.Actor,
        ActorPerson = entry.ActorPerson,
        Purpose = entry.Purpose,
        CaseNumber = entry.CaseNumber,
        Operation = entry.Operation,
        Document = entry.Document,
        Fields = entry.Fields as string[] ?? [.. entry.Fields],
        Persons = entry.Persons,
        Businesses = entry.Businesses,
        Rows = entry.Rows,
        Outcome = entry.Outcome,
        Code = entry.Code,
        Continues = entry.Continues,
        Previous = place.Previous,
        Hash = hash,
    };
}
