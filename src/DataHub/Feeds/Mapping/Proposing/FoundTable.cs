using DataHub.Feeds.Mapping.Sheets;

namespace DataHub.Feeds.Mapping.Proposing;

/// <summary>A table on a sheet.</summary>
/// <param name="Header">Rows of its header.</param>
/// <param name="Data">Rows below it that are neither blank nor numbering, as far as they were read.</param>
/// <param name="Titles">Texts above the header.</param>
internal sealed record FoundTable(IReadOnlyList<SheetRow> Header, IReadOnlyList<SheetRow> Data, IReadOnlyList<string> Titles)
{
    /// <summary>Line of the first row of data.</summary>
    public int First => Data.Count > 0 ? Data[0].Line : Header[^1].Line + 1;
}
