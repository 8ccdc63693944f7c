using System.Security.Cryptography;
using DataHub.Feeds.Reading;

namespace DataHub.Feeds.Mapping.Sheets;

/// <summary>Opens a spreadsheet: a workbook (XLSX, XLS) or delimited text, told apart by their first bytes and not by the name.</summary>
public static class SheetFile
{
    /// <summary>
    /// Opens a sheet: the one named, else the first one that is not hidden. Throws <see cref="FeedRefusedException"/> when the file is no
    /// spreadsheet, is larger than the hub reads, or has no such sheet.
    /// </summary>
    public static async Task<Sheet> OpenAsync(string path, string? name, CancellationToken cancel)
    {
        var stream = Open(path);
        try
        {
            if (!await IsWorkbookAsync(stream, cancel)) return await TextSheet.OpenAsync(stream, name, cancel);
            var hash = await HashAsync(stream, cancel);
            return WorkbookSheet.Open(stream, hash, name);
        }
        catch
        {
            await stream.DisposeAsync();
            throw;
        }
    }

    /// <summary>Names of a workbook's sheets that are not hidden, in order; empty for a text file.</summary>
    public static async Task<IReadOnlyList<string>> NamesAsync(string path, CancellationToken cancel)
    {
        await using var stream = Open(path);
        return await IsWorkbookAsync(stream, cancel) ? WorkbookSheet.Names(stream) : [];
    }

    private static async Task<bool> IsWorkbookAsync(FileStream stream, CancellationToken cancel)
    {
        var head = new byte[4];
        var read = await stream.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancel);
        stream.Position = 0;
        return read == 4 && head is [(byte)'P', (byte)'K', 3, 4] or [0xD0, 0xCF, 0x11, 0xE0];
    }

    private static async Task<byte[]> HashAsync(FileStream stream, CancellationToken cancel)
    {
        if (stream.Length > SheetLimits.WorkbookBytes)
            throw new FeedRefusedException($"the workbook is larger than {SheetLimits.WorkbookBytes >> 20} MB: save the sheet as CSV");
        var hash = await SHA256.HashDataAsync(stream, cancel);
        stream.Position = 0;
        return hash;
    }

    private static FileStream Open(string path)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new FeedRefusedException("the file cannot be opened", error);
        }
    }
}
