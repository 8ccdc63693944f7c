namespace DataHub.Feeds.Mapping;

/// <summary>What a sheet is, seen by the hub.</summary>
public enum MappingKind
{
    /// <summary>One row tells of one business, person, loan: it can be loaded.</summary>
    List,
    /// <summary>Rows are counts and sums over many: it tells of no business and is not loaded.</summary>
    Aggregate,
}

/// <summary>How an agency's sheet becomes rows of a feed. Read by <see cref="MappingFile"/>, which says what each member may
/// hold.</summary>
public sealed record FeedMapping
{
    /// <summary>Feed that the rows become.</summary>
    public required FeedDefinition Feed { get; init; }

    /// <summary>List or aggregate.</summary>
    public MappingKind Kind { get; init; }

    /// <summary>Short lasting name of the list. Part of every key: two lists may number their rows alike.</summary>
    public required string List { get; init; }

    /// <summary>Sheet of a workbook; null: the first one that is shown.</summary>
    public string? Sheet { get; init; }

    /// <summary>Which rows are the header's and which are data.</summary>
    public RowRules Rows { get; init; } = new();

    /// <summary>Columns, by header, that together tell one row from all others in every delivery; empty: what the row says.</summary>
    public IReadOnlyList<string> Key { get; init; } = [];

    /// <summary>Fields that are the same for all rows.</summary>
    public IReadOnlyDictionary<string, string> Constants { get; init; } = new Dictionary<string, string>();

    /// <summary>Columns and the fields they become, in the order of the mapping.</summary>
    public IReadOnlyList<MappedColumn> Columns { get; init; } = [];

    /// <summary>Words that stand for no value, in any case.</summary>
    public IReadOnlyList<string> Empty { get; init; } = DefaultEmpty;

    /// <summary>Why the sheet cannot be loaded; null when it can.</summary>
    public string? Message { get; init; }

    /// <summary>Words for no value, unless the mapping has its own.</summary>
    public static IReadOnlyList<string> DefaultEmpty { get; } =
    [
        "-", "--", "---", "–", "—", ".", "n/a", "#n/a", "na", "null", "none", "nihil", "kosong", "tidak ada", "tdk ada", "tidak punya",
        "tidak memiliki", "belum ada", "belum punya", "(kosong)",
    ];
}

/// <summary>Which rows of a sheet are read.</summary>
public sealed record RowRules
{
    /// <summary>Lines of the header, one to three; empty: the sheet has none and columns are named by letter.</summary>
    public IReadOnlyList<int> Header { get; init; } = [1];

    /// <summary>First line of data; null: the one below the header.</summary>
    public int? First { get; init; }

    /// <summary>Last line of data; null: up to the end, or to a row that <see cref="Stop"/> names.</summary>
    public int? Last { get; init; }

    /// <summary>A row whose first text begins with one of these and that has no other text is a sum and is left out.</summary>
    public IReadOnlyList<string> Skip { get; init; } = DefaultSkip;

    /// <summary>A row whose first text begins with one of these ends the table.</summary>
    public IReadOnlyList<string> Stop { get; init; } = DefaultStop;

    /// <summary>Field that a row with a single text gives to the rows below it; null: such a row is read like any other.</summary>
    public string? Section { get; init; }

    /// <summary>False: rows that the file hides are left out.</summary>
    public bool ReadsHidden { get; init; } = true;

    /// <summary>Words of sums.</summary>
    public static IReadOnlyList<string> DefaultSkip { get; } = ["jumlah", "total", "sub total", "subtotal", "grand total", "rata-rata"];

    /// <summary>Words below a table.</summary>
    public static IReadOnlyList<string> DefaultStop { get; } =
        ["sumber", "source", "keterangan :", "keterangan:", "catatan", "mengetahui", "kepala dinas", "kepala bidang", "a.n. kepala",
            "an. kepala"];
}

/// <summary>One field of the feed, and the columns that it comes from.</summary>
public sealed record MappedColumn
{
    /// <summary>Its place among the mapping's columns as they were written, for messages.</summary>
    public int Index { get; init; }

    /// <summary>Headers of the columns, as the sheet has them; the first non-empty one unless <see cref="Join"/> is given.</summary>
    public required IReadOnlyList<string> From { get; init; }

    /// <summary>Field of the feed.</summary>
    public required string To { get; init; }

    /// <summary>How the text is taken; null: as the field's kind wants it.</summary>
    public CellForm? Form { get; init; }

    /// <summary>What stands between the texts of several columns; null: only the first one that is not empty is taken.</summary>
    public string? Join { get; init; }

    /// <summary>What a number is multiplied with: 1000 for a header that says (000), 1000000 for (Rp juta).</summary>
    public decimal Unit { get; init; } = 1;

    /// <summary>The character before decimals; null: told from each number.</summary>
    public char? Decimals { get; init; }

    /// <summary>Order of day, month and year in a text: DMY, MDY or YMD.</summary>
    public DateOrder Dates { get; init; } = DateOrder.DayFirst;

    /// <summary>Table of values, by text in any case.</summary>
    public IReadOnlyDictionary<string, string>? Values { get; init; }

    /// <summary>What becomes of a text that the table does not have.</summary>
    public OtherValues Otherwise { get; init; } = OtherValues.Keep;

    /// <summary>More words for no value, besides those of the mapping.</summary>
    public IReadOnlyList<string> Empty { get; init; } = [];

    /// <summary>Characters between several values of one cell, of which the first is taken; null: the cell is one value.</summary>
    public string? Split { get; init; }
}

/// <summary>How a cell becomes the text of a field.</summary>
public enum CellForm
{
    /// <summary>As it is, white space cleaned.</summary>
    Text,
    /// <summary>As text; letters that stand apart are joined: S I T I.</summary>
    Name,
    /// <summary>A number in any spelling, times the unit.</summary>
    Number,
    /// <summary>A day: text, a day of the sheet, or the number of a day since 1900.</summary>
    Date,
    /// <summary>A year, also that of a day.</summary>
    Year,
    /// <summary>An identifier: blanks, dots and dashes between its digits fall away, nothing else is changed.</summary>
    Identifier,
    /// <summary>The first five digits that stand together: 10794 - Industri kerupuk.</summary>
    Kbli,
    /// <summary>A region's name without the number before it: [8] LUMAJANG.</summary>
    Region,
    /// <summary>The home ministry's code of the region that the columns name, regency before district.</summary>
    RegionCode,
}

/// <summary>Order of the parts of a day.</summary>
public enum DateOrder
{
    /// <summary>23/05/2024.</summary>
    DayFirst,
    /// <summary>05/23/2024.</summary>
    MonthFirst,
}

/// <summary>What becomes of a text that a table of values does not have.</summary>
public enum OtherValues
{
    /// <summary>It stays.</summary>
    Keep,
    /// <summary>The field is empty.</summary>
    Empty,
    /// <summary>The row is rejected.</summary>
    Reject,
}
