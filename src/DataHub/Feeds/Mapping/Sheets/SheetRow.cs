namespace DataHub.Feeds.Mapping.Sheets;

/// <summary>A row of a sheet.</summary>
/// <param name="Line">Its number as a spreadsheet program shows it; of a text file the line on which it begins.</param>
/// <param name="Cells">From the first column on; what is not there is empty.</param>
/// <param name="IsHidden">The file hides it, for instance behind a filter.</param>
public sealed record SheetRow(int Line, Cell[] Cells, bool IsHidden = false)
{
    /// <summary>A cell, empty beyond the row's end.</summary>
    public Cell this[int column] => column < Cells.Length ? Cells[column] : Cell.Empty;

    /// <summary>True when every cell is blank.</summary>
    public bool IsBlank => Array.TrueForAll(Cells, cell => cell.IsBlank);

    /// <summary>How many cells are not blank.</summary>
    public int Filled => Cells.Count(cell => !cell.IsBlank);
}
