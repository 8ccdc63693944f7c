namespace DataHub.Feeds.Mapping.Proposing;

/// <summary>A column of a proposal.</summary>
/// <param name="Column">As the mapping has it.</param>
/// <param name="Confidence">0 to 1.</param>
/// <param name="Reason">What speaks for it.</param>
public sealed record ProposedColumn(MappedColumn Column, double Confidence, string Reason);

/// <summary>A column that no field was found for.</summary>
/// <param name="Column">Its header.</param>
/// <param name="Reason">Why it is left out.</param>
public sealed record LeftColumn(string Column, string Reason);

/// <summary>A first mapping of a sheet, for a person to look through.</summary>
/// <param name="Mapping">The mapping; its columns are those of <paramref name="Columns"/>.</param>
/// <param name="Columns">Columns with what speaks for them.</param>
/// <param name="Left">Columns left out.</param>
/// <param name="Notes">What else was seen: other tables and sheets, hidden rows, what a person should decide.</param>
public sealed record MappingProposal(
    FeedMapping Mapping, IReadOnlyList<ProposedColumn> Columns, IReadOnlyList<LeftColumn> Left, IReadOnlyList<string> Notes);

/// <summary>What a proposal is asked for with.</summary>
public sealed record ProposalWish
{
    /// <summary>Feed to map onto.</summary>
    public string Feed { get; init; } = "DAFTAR";

    /// <summary>Name of the list; null: from the file's name.</summary>
    public string? List { get; init; }

    /// <summary>The agency, a constant of all rows; null: none.</summary>
    public string? Agency { get; init; }

    /// <summary>Sheet to look at; null: the one that looks most like a list.</summary>
    public string? Sheet { get; init; }
}
