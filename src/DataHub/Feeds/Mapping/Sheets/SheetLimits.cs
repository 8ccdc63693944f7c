namespace DataHub.Feeds.Mapping.Sheets;

/// <summary>What is read of a file that comes from anywhere. Beyond these a file is refused, or what lies beyond is not looked
/// at.</summary>
internal static class SheetLimits
{
    /// <summary>Bytes of a workbook as it lies on disk.</summary>
    public const long WorkbookBytes = 100L << 20;

    /// <summary>Bytes of all parts of a workbook unpacked.</summary>
    public const long UnpackedBytes = 600L << 20;

    /// <summary>Bytes of one part that is held in memory as a whole: texts, styles.</summary>
    public const long HeldPartBytes = 96L << 20;

    /// <summary>Parts of a workbook.</summary>
    public const int Parts = 2000;

    /// <summary>Columns read of a row; a sheet may declare 16,384 because one far cell has a colour.</summary>
    public const int Columns = 512;

    /// <summary>Blank rows after which nothing more is looked for; a sheet may declare a million.</summary>
    public const int BlankRows = 5000;

    /// <summary>Rows of a sheet.</summary>
    public const int Rows = 2_000_000;

    /// <summary>Characters of a cell, a workbook's own limit.</summary>
    public const int CellLength = 32_767;
}
