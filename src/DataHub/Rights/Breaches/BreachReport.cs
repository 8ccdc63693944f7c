namespace DataHub.Rights.Breaches;

/// <summary>Who was affected by answers of the hub.</summary>
public sealed record BreachReport(BreachCounts Counts, IReadOnlyList<BreachField> Fields, BreachSubjectPage Affected, BreachNotice Notice)
{
    public int Entries => Counts.Entries;

    /// <summary>As text: the sum over many answers may be above what an Int holds.</summary>
    public string Rows => Counts.Rows.ToString(System.Globalization.CultureInfo.InvariantCulture);
    public int Persons => Counts.Persons;
    public int Businesses => Counts.Businesses;
    public DateTime? FirstAt => Counts.FirstAt;
    public DateTime? LastAt => Counts.LastAt;
}

/// <summary>How many and when.</summary>
public sealed record BreachCounts(int Entries, long Rows, int Persons, int Businesses)
{
    public DateTime? FirstAt { get; init; }
    public DateTime? LastAt { get; init; }
}

/// <summary>A field with personal data that was asked for.</summary>
public sealed record BreachField(string Coordinate, string? Description, int Entries);

/// <summary>A page of those affected.</summary>
public sealed record BreachSubjectPage(IReadOnlyList<BreachSubject> Nodes, bool HasNextPage, string? EndCursor);

/// <summary>A person or business affected; ids as consumers know them.</summary>
public sealed record BreachSubject(string? PersonId, string? BusinessId, int Entries, DateTime FirstAt, DateTime LastAt);

/// <summary>The parts of a notice by UU 27/2022 Art. 46(2).</summary>
public sealed record BreachNotice(DateTime DueAt, string Data, string WhenAndHow, string Handling);
