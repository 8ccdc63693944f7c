using System.Buffers;
using DataHub.Feeds.Mapping.Sheets;
using DataHub.Feeds.Reading;

namespace DataHub.Feeds.Mapping;

/// <summary>A field made of cells: its text, or why it cannot be used.</summary>
internal readonly record struct MappedText(string Text, string? Reason = null);

/// <summary>Makes fields of cells, each in the form that its column of the mapping asks for.</summary>
internal sealed class CellReading(FeedMapping mapping, RegionFinder regions)
{
    private static readonly SearchValues<char> Grouped = SearchValues.Create("0123456789 .-");

    private readonly HashSet<string> empty = new(mapping.Empty.Select(Plain), StringComparer.Ordinal);

    private readonly Dictionary<MappedColumn, HashSet<string>> columnEmpty =
        mapping.Columns.ToDictionary(column => column, column => column.Empty.Select(Plain).ToHashSet(StringComparer.Ordinal));

    /// <summary>The field that a column becomes in a row.</summary>
    public MappedText Read(BoundColumn bound, SheetRow row)
    {
        var (column, field) = (bound.Column, mapping.Feed.Columns[bound.Field]);
        var texts = new List<string>(bound.Cells.Length);
        var form = column.Form ?? DefaultForm(field);
        foreach (var cell in bound.Cells.Select(index => row[index]))
        {
            if (cell.Kind == CellKind.Error && !IsEmpty(column, cell.Text)) return new MappedText(cell.Text, Reasons.CellError);
            if (IsEmpty(column, cell.Text)) continue;
            texts.Add(FirstOf(column, cell.Text));
            if (column.Join is null && form != CellForm.RegionCode) break;
        }
        if (form == CellForm.RegionCode) return new MappedText(CodeOf(texts));
        if (texts.Count == 0) return new MappedText("");
        var text = texts.Count == 1 ? texts[0] : string.Join(column.Join, texts.Select(FieldReader.Clean));
        if (column.Values is { } table)
        {
            if (table.TryGetValue(FieldReader.Clean(text), out var value)) return new MappedText(value);
            if (column.Otherwise == OtherValues.Empty) return new MappedText("");
            if (column.Otherwise == OtherValues.Reject) return new MappedText(text, Reasons.NotInTable);
        }
        return Formed(column, form, text);
    }

    /// <summary>The code of the region that texts name, within the regency that is the same for the whole list.</summary>
    public string CodeOf(List<string> texts)
    {
        if (mapping.Constants.TryGetValue("kabupaten", out var regency)) texts.Insert(0, regency);
        return regions.CodeOf(texts) ?? "";
    }

    /// <summary>The form that a field of the feed wants when the mapping names none.</summary>
    public static CellForm DefaultForm(FeedColumn field) => field.Kind switch
    {
        ColumnKind.Nib or ColumnKind.Nik => CellForm.Identifier,
        ColumnKind.Date or ColumnKind.EndDate => CellForm.Date,
        ColumnKind.Amount or ColumnKind.Count or ColumnKind.Rating or ColumnKind.Collectability => CellForm.Number,
        ColumnKind.Year => CellForm.Year,
        ColumnKind.Kbli => CellForm.Kbli,
        _ => field.Role is ColumnRole.PersonName or ColumnRole.BusinessName ? CellForm.Name : CellForm.Text,
    };

    // What cannot be formed stays as it is: the row's reader tells why it cannot be read.
    private static MappedText Formed(MappedColumn column, CellForm form, string text) => form switch
    {
        CellForm.Name => new MappedText(NameText.Join(text)),
        CellForm.Number => Number(column, text),
        CellForm.Date => new MappedText(DateText.Read(text, column.Dates) ?? text),
        CellForm.Year => new MappedText(DateText.Year(text) ?? text),
        CellForm.Identifier => new MappedText(Identifier(text)),
        CellForm.Kbli => new MappedText(KbliText.Code(text) ?? text),
        CellForm.Region => new MappedText(RegionFinder.Strip(text)),
        _ => new MappedText(FieldReader.Clean(text)),
    };

    private static MappedText Number(MappedColumn column, string text)
    {
        if (!NumberText.TryRead(text, column.Decimals, out var number)) return new MappedText(text);
        return number == NumberText.CutOff ? new MappedText(text, Reasons.ValueCutOff)
            : new MappedText(NumberText.Write(number * column.Unit));
    }

    /// <summary>An identifier whose digits stand in groups, joined; one with anything else in it stays, and is marked as damaged
    /// later.</summary>
    private static string Identifier(string text)
    {
        var clean = FieldReader.Clean(text);
        return clean.AsSpan().ContainsAnyExcept(Grouped) || !clean.Any(char.IsAsciiDigit) ? clean
            : string.Concat(clean.Where(char.IsAsciiDigit));
    }

    private static string FirstOf(MappedColumn column, string text)
    {
        if (column.Split is not { Length: > 0 } marks) return text;
        return text.Split(marks.ToCharArray(), StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).FirstOrDefault()
            ?? "";
    }

    private bool IsEmpty(MappedColumn column, string text)
    {
        var plain = Plain(text);
        return plain.Length == 0 || empty.Contains(plain) || columnEmpty[column].Contains(plain);
    }

    private static string Plain(string text) => FieldReader.Clean(text).ToLowerInvariant();
}
