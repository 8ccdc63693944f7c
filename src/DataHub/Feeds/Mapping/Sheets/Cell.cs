namespace DataHub.Feeds.Mapping.Sheets;

/// <summary>What a cell holds, as its file says.</summary>
public enum CellKind
{
    /// <summary>Nothing.</summary>
    Empty,
    /// <summary>Text, and everything in a text file.</summary>
    Text,
    /// <summary>A number in the cell itself. A workbook keeps 15 digits of it.</summary>
    Number,
    /// <summary>A number that the cell's format shows as a day.</summary>
    Date,
    /// <summary>The result of a formula that failed.</summary>
    Error,
}

/// <summary>A cell. Numbers are written with a dot and no groups, days as 2024-05-23.</summary>
public readonly record struct Cell(string Text, CellKind Kind)
{
    /// <summary>A cell without a value.</summary>
    public static Cell Empty { get; } = new("", CellKind.Empty);

    /// <summary>True when nothing but white space is in it.</summary>
    public bool IsBlank => string.IsNullOrWhiteSpace(Text);

    /// <summary>A text. What a failed formula shows (#REF!, #VALUE!, #DIV/0!) is saved as text too.</summary>
    public static Cell OfText(string text) => text.Length switch
    {
        0 => Empty,
        < 12 when text[0] == '#' && text[^1] is '!' or '?' => new Cell(text, CellKind.Error),
        _ => new Cell(text, CellKind.Text),
    };
}
