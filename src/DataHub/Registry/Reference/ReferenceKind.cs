namespace DataHub.Registry.Reference;

/// <summary>A reference table.</summary>
public enum ReferenceKind
{
    /// <summary>Provinces to villages, by the home ministry's dotted codes, with the statistics office's.</summary>
    Regions,
    /// <summary>An edition of KBLI.</summary>
    Kbli,
    /// <summary>Which codes of one edition of KBLI became which of another.</summary>
    KbliConcordance,
    /// <summary>Institutions of KUR: lenders and guarantors; and banks by their codes.</summary>
    Lenders,
}

/// <summary>What is loaded.</summary>
/// <param name="Kind">The table.</param>
/// <param name="Path">The file: CSV, XLSX or XLS.</param>
/// <param name="Source">The authority's paper in words. What the same source said earlier and says no longer is retired.</param>
/// <param name="Version">Version of the paper; of KBLI the edition, 2020 or 2025.</param>
public sealed record ReferenceWish(ReferenceKind Kind, string Path, string Source, string Version);

/// <summary>What a load did.</summary>
/// <param name="Rows">Rows of the file.</param>
/// <param name="Added">Rows new to the table, also such as had been retired.</param>
/// <param name="Changed">Rows that say something else now.</param>
/// <param name="Retired">Rows that this source has no more; they stay, with the day.</param>
/// <param name="Examples">Some of them, in words: + new, ~ changed, - retired.</param>
public sealed record ReferenceReport(int Rows, int Added, int Changed, int Retired, IReadOnlyList<string> Examples);

/// <summary>A file that cannot be loaded; nothing of it is. The message names lines and columns.</summary>
public sealed class ReferenceRefusedException : Exception
{
    /// <summary>With the reason in words.</summary>
    public ReferenceRefusedException(string message) : base(message) { }
}
