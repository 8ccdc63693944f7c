using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace DataHub.Tests.Feeds.Mapping;

/// <summary>Writes small workbooks part by part, also such as no spreadsheet program would write.</summary>
internal sealed class WorkbookMaker
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private readonly List<(string Name, string State, string Xml)> sheets = [];

    /// <summary>A day, shown as such by its cell's format.</summary>
    public sealed record Day(int Serial);

    /// <summary>A number that its cell shows with leading zeros, thirteen digits.</summary>
    public sealed record Padded(double Number);

    /// <summary>What stands in a sheet's XML before its rows.</summary>
    public string Before { get; set; } = "";

    /// <summary>What stands before the root element of every sheet.</summary>
    public string Prolog { get; set; } = "";

    /// <summary>Rows by line; a cell is a text, a number, a day, or null. <paramref name="merges"/> such as A1:F1.</summary>
    public WorkbookMaker Sheet(string name, object?[][] rows, string[]? merges = null, int[]? hiddenRows = null, string state = "visible")
    {
        var xml = new StringBuilder();
        xml.Append(CultureInfo.InvariantCulture, $"<?xml version=\"1.0\"?>{Prolog}<worksheet xmlns=\"{Main}\">{Before}<sheetData>");
        for (var row = 0; row < rows.Length; row++)
        {
            var hidden = hiddenRows?.Contains(row + 1) == true ? " hidden=\"1\" ht=\"0\" customHeight=\"1\"" : "";
            xml.Append(CultureInfo.InvariantCulture, $"<row r=\"{row + 1}\"{hidden}>");
            for (var column = 0; column < rows[row].Length; column++) xml.Append(Cell($"{Letter(column)}{row + 1}", rows[row][column]));
            xml.Append("</row>");
        }
        xml.Append("</sheetData>");
        if (merges is not null)
            xml.Append("<mergeCells>").AppendJoin("", merges.Select(merge => $"<mergeCell ref=\"{merge}\"/>")).Append("</mergeCells>");
        sheets.Add((name, state, xml.Append("</worksheet>").ToString()));
        return this;
    }

    /// <summary>A sheet of any XML.</summary>
    public WorkbookMaker Raw(string name, string xml)
    {
        sheets.Add((name, "visible", xml));
        return this;
    }

    public byte[] Bytes()
    {
        using var buffer = new MemoryStream();
        using (var archive = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true))
        {
            Part(archive, "[Content_Types].xml", Types());
            Part(archive, "_rels/.rels", Root());
            Part(archive, "xl/workbook.xml", Book());
            Part(archive, "xl/_rels/workbook.xml.rels", Links());
            Part(archive, "xl/styles.xml", Styles);
            for (var i = 0; i < sheets.Count; i++) Part(archive, $"xl/worksheets/sheet{i + 1}.xml", sheets[i].Xml);
        }
        return buffer.ToArray();
    }

    private const string Styles =
        $"<styleSheet xmlns=\"{Main}\"><numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"0000000000000\"/></numFmts>"
        + "<fonts count=\"1\"><font/></fonts><fills count=\"1\"><fill/></fills><borders count=\"1\"><border/></borders>"
        + "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\"/></cellStyleXfs>"
        + "<cellXfs count=\"3\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\" applyNumberFormat=\"1\"/><xf numFmtId=\"164\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>";

    private static string Cell(string at, object? value) => value switch
    {
        null => "",
        string text => $"<c r=\"{at}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{SecurityElement.Escape(text)}</t></is></c>",
        Day day => string.Create(CultureInfo.InvariantCulture, $"<c r=\"{at}\" s=\"1\"><v>{day.Serial}</v></c>"),
        Padded padded => string.Create(CultureInfo.InvariantCulture, $"<c r=\"{at}\" s=\"2\"><v>{padded.Number:F0}</v></c>"),
        IFormattable number => $"<c r=\"{at}\"><v>{number.ToString(null, CultureInfo.InvariantCulture)}</v></c>",
        _ => throw new ArgumentException("A cell holds a text, a number or a day.", nameof(value)),
    };

    private static string Letter(int column) => column < 26 ? ((char)('A' + column)).ToString() : Letter((column / 26) - 1)
        + (char)('A' + (column % 26));

    private static void Part(ZipArchive archive, string name, string text)
    {
        using var stream = archive.CreateEntry(name, CompressionLevel.Fastest).Open();
        stream.Write(Encoding.UTF8.GetBytes(text));
    }

    private string Types() =>
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" "
        + "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>"
        + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>"
        + string.Concat(Enumerable.Range(1, sheets.Count).Select(i =>
            $"<Override PartName=\"/xl/worksheets/sheet{i}.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>"))
        + "<Override PartName=\"/xl/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/></Types>";

    private static string Root() =>
        $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"{Relations}/officeDocument\" "
        + "Target=\"xl/workbook.xml\"/></Relationships>";

    private string Book() =>
        $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Relations}\"><sheets>"
        + string.Concat(sheets.Select((sheet, i) =>
            $"<sheet name=\"{sheet.Name}\" sheetId=\"{i + 1}\" state=\"{sheet.State}\" r:id=\"rId{i + 1}\"/>"))
        + "</sheets></workbook>";

    private string Links() =>
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + string.Concat(Enumerable.Range(1, sheets.Count).Select(i =>
            $"<Relationship Id=\"rId{i}\" Type=\"{Relations}/worksheet\" Target=\"worksheets/sheet{i}.xml\"/>"))
        + $"<Relationship Id=\"rIdS\" Type=\"{Relations}/styles\" Target=\"styles.xml\"/></Relationships>";
}
