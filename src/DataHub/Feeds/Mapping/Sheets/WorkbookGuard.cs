using System.IO.Compression;
using System.Xml;

namespace DataHub.Feeds.Mapping.Sheets;

/// <summary>
/// Looks at a workbook's parts before anything is read from them: a small file can unpack to any size. The sizes that an archive declares
/// are checked; .NET unpacks no part beyond what is declared for it.
/// </summary>
internal static class WorkbookGuard
{
    private static readonly string[] Held = ["sharedStrings", "styles", "workbook.xml", ".rels", "[Content_Types]"];

    /// <summary>Throws <see cref="FeedRefusedException"/> for an archive that is no workbook or too large; leaves the stream at its
    /// start.</summary>
    public static void Check(Stream stream)
    {
        try
        {
            using var archive = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
            Check(archive);
        }
        catch (Exception error) when (error is InvalidDataException or EndOfStreamException)
        {
            throw new FeedRefusedException("the workbook is damaged: its archive cannot be read", error);
        }
        stream.Position = 0;
    }

    private static void Check(ZipArchive archive)
    {
        if (archive.Entries.Count > SheetLimits.Parts)
            throw new FeedRefusedException($"the workbook has more than {SheetLimits.Parts} parts: the hub does not read it");
        if (!archive.Entries.Any(entry => entry.FullName.StartsWith("xl/", StringComparison.OrdinalIgnoreCase)))
            throw new FeedRefusedException("the file is an archive but no workbook: unpack it first, or save the sheet as XLSX or CSV");
        if (archive.Entries.Any(entry => entry.FullName.EndsWith(".bin", StringComparison.OrdinalIgnoreCase)
                && entry.FullName.Contains("workbook", StringComparison.OrdinalIgnoreCase)))
            throw new FeedRefusedException("the workbook is of the binary kind (XLSB): save it as XLSX or CSV");
        if (archive.Entries.Sum(entry => Math.Max(0, entry.Length)) > SheetLimits.UnpackedBytes || archive.Entries.Any(IsTooLarge))
            throw new FeedRefusedException(
                $"the workbook unpacks to more than the hub reads ({SheetLimits.UnpackedBytes >> 20} MB in all, "
                + $"{SheetLimits.HeldPartBytes >> 20} MB of texts): save the sheet as CSV");
        foreach (var entry in archive.Entries.Where(entry => entry.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)
                     || entry.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase))) CheckProlog(entry);
    }

    /// <summary>A part that declares entities can make much of little or name other files; no spreadsheet program writes such.</summary>
    private static void CheckProlog(ZipArchiveEntry entry)
    {
        try
        {
            using var part = entry.Open();
            using var xml = XmlReader.Create(part, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            xml.MoveToContent();
        }
        catch (XmlException error)
        {
            throw new FeedRefusedException("the workbook is damaged or not what it says it is: a part of it is not as spreadsheet programs write it", error);
        }
    }

    private static bool IsTooLarge(ZipArchiveEntry entry) =>
        entry.Length < 0 || (entry.Length > SheetLimits.HeldPartBytes
            && Held.Any(name => entry.FullName.Contains(name, StringComparison.OrdinalIgnoreCase)));
}
