using System.Globalization;
using DataHub.Feeds.Mapping.Sheets;

namespace DataHub.Feeds.Mapping.Proposing;

/// <summary>Puts what was found in a table into a mapping.</summary>
internal sealed class ProposalMaker(FeedDefinition feed, ReferenceFacts facts, ProposalWish wish, string fileName)
{
    public MappingProposal Make(SheetLook look, IReadOnlyList<SheetLook> all)
    {
        var notes = ProposalNotes.Of(look, all);
        if (look.Aggregate is { } message)
            return new MappingProposal(Mapping(look) with { Kind = MappingKind.Aggregate, Message = message }, [],
                LeftColumns.OfAggregate(look), notes);
        if (!look.Assigned.Any(pair => pair.Field.Role is ColumnRole.BusinessName or ColumnRole.PersonName))
            throw new FeedRefusedException(
                "no column holds names of businesses or persons, and none holds counts: the hub cannot tell what the table lists; its header has "
                + string.Join(", ", look.Columns.Take(30).Select(column => column.Name)));
        var columns = look.Assigned.Where(pair => pair.Field.Name != look.Section).Select(pair => Column(look, pair)).ToList();
        if (RegionCode(look) is { } region) columns.Add(region);
        var (key, keyNote) = Key(look);
        notes.Add(keyNote);
        notes.AddRange(Missing(columns));
        var mapping = Mapping(look) with
        {
            Columns = [.. columns.Select((column, index) => column.Column with { Index = index })],
            Constants = Constants(look, columns),
            Key = key
        };
        return new MappingProposal(mapping, columns, LeftColumns.Of(look, FieldWords.For(feed), feed), notes);
    }

    private FeedMapping Mapping(SheetLook look) => new()
    {
        Feed = feed,
        List = wish.List ?? ListName.Of(fileName),
        Sheet = look.Sheet,
        Rows = new RowRules { Header = [.. look.Table.Header.Select(row => row.Line)], First = look.Table.First, Section = look.Section },
    };

    private static ProposedColumn Column(SheetLook look, Assigned pair)
    {
        var column = pair.Column;
        var form = CellReading.DefaultForm(pair.Field);
        var unit = pair.Field.Kind == ColumnKind.Amount ? column.Header.Unit : 1;
        var mapped = new MappedColumn
        {
            From = [Reference(look, column)],
            To = pair.Field.Name,
            Form = pair.Field.Name is "kabupaten" or "kecamatan" or "kelurahan" ? CellForm.Region : null,
            Unit = unit,
            Decimals = form == CellForm.Number ? DecimalMark.Of(column) : null,
            Dates = form == CellForm.Date && DecimalMark.IsMonthFirst(column) ? DateOrder.MonthFirst : DateOrder.DayFirst,
            // Nothing but a count or an amount can be 0.
            Empty = column.Zeros > 0 && pair.Field.Kind is not (ColumnKind.Amount or ColumnKind.Count) ? ["0"] : [],
            Split = pair.Field.Kind == ColumnKind.Kbli && column.Share(cell => cell.Text.AsSpan().ContainsAny(';', '\n')) > 0 ? ";\n"
                : null,
        };
        return new ProposedColumn(mapped, pair.Confidence, unit == 1 ? pair.Reason
            : $"{pair.Reason}; the header gives the unit {column.Header.UnitText}");
    }

    /// <summary>A column's header, or its letter where the header does not tell it from another column.</summary>
    private static string Reference(SheetLook look, ColumnProfile column)
    {
        var plain = HeaderNames.Plain(column.Name);
        return plain.Length == 0 || look.Columns.Count(other => HeaderNames.Plain(other.Name) == plain) > 1
            ? $"={HeaderNames.Letter(column.Column)}" : column.Name;
    }

    /// <summary>The code of the region that the names of regency and district give, when the register knows a good part of them.</summary>
    private ProposedColumn? RegionCode(SheetLook look)
    {
        if (!feed.Columns.Any(column => column.Name == "kode_wilayah") || look.Assigned.Any(pair =>
            pair.Field.Name == "kode_wilayah")) return null;
        var places = look.Assigned.Where(pair => pair.Field.Name is "kabupaten" or "kecamatan")
            .OrderBy(pair => pair.Field.Name, StringComparer.Ordinal).ToList();
        if (places.Count == 0) return null;
        var regency = places.Exists(pair => pair.Field.Name == "kabupaten") ? null : TitleRegency(look);
        string[] before = regency is null ? [] : [facts.Regions.NameOf(regency)!];
        var known = look.Records.Count(row =>
            facts.Regions.CodeOf([.. before, .. places.Select(pair => row[pair.Column.Column].Text)]) is not null);
        var share = look.Records.Count == 0 ? 0 : (double)known / look.Records.Count;
        if (share < 0.3) return null;
        var column = new MappedColumn
        {
            From = [.. places.Select(pair => Reference(look, pair.Column))],
            To = "kode_wilayah",
            Form = CellForm.RegionCode
        };
        return new ProposedColumn(column, Math.Round(Math.Min(0.95, share), 2),
            $"the register knows the region of {share * 100:0} % of the rows by name");
    }

    private Dictionary<string, string> Constants(SheetLook look, List<ProposedColumn> columns)
    {
        var constants = new Dictionary<string, string>(StringComparer.Ordinal);
        void Add(string field, string? value)
        {
            if (value is not null && feed.Columns.Any(column => column.Name == field)
                && columns.TrueForAll(column => column.Column.To != field))
                constants[field] = value;
        }
        Add("instansi", wish.Agency);
        var years = look.Assigned.Where(pair => pair.Field.Name is "omzet" or "tenaga_kerja" or "modal")
            .Select(pair => pair.Column.Header.Year).Where(year => year is not null).Distinct().ToList();
        if (years.Count == 1) Add("tahun", years[0]!.Value.ToString(CultureInfo.InvariantCulture));
        else if (years.Count == 0) Add("tahun", TitleYear(look));
        if (look.Section is not "kabupaten" && TitleRegency(look) is { } regency
            && !columns.Exists(column => column.Column.To == "kabupaten"))
        {
            Add("kabupaten", facts.Regions.NameOf(regency));
            if (look.Section is not "kecamatan") Add("kode_wilayah", regency);
        }
        return constants;
    }

    // The only year that the titles name.
    private static string? TitleYear(SheetLook look)
    {
        var years = look.Table.Titles.Select(DateText.Year).Where(year => year is not null && string.CompareOrdinal(year, "1990") > 0)
            .Distinct().ToList();
        return years.Count == 1 ? years[0] : null;
    }

    private string? TitleRegency(SheetLook look)
    {
        var found = look.Table.Titles.Append(look.Sheet ?? "").Append(fileName.Replace('_', ' ').Replace('-', ' '))
            .SelectMany(title => facts.Regions.RegenciesIn(title)).Distinct().ToList();
        return found.Count == 1 ? found[0] : null;
    }

    /// <summary>The column that tells rows apart: filled, different in each row, and no mere numbering.</summary>
    private (IReadOnlyList<string> Key, string Note) Key(SheetLook look)
    {
        if (look.Assigned.Any(pair => pair.Field.Name == feed.Key.Name)) return ([], $"the rows' key is the field {feed.Key.Name}");
        var key = look.Columns.FirstOrDefault(column => !look.Hidden.Contains(column.Column) && column.Filled == column.Rows
            && column.Distinct == column.Rows
            && column.Rows > 1 && !column.IsRunning && (column.Header.Words.Contains("ID") || column.Header.Words.Contains("KODE")
                || column.Header.Words.Contains("REGISTRASI") || column.Header.Words.Contains("NIB")
                    || column.Header.Words.Contains("REG")));
        return key is null
            ? ([], "no column numbers the rows for good: a row's key is made of what the row says, so a corrected row is a new record")
            : ([Reference(look, key)], $"“{key.Name}” is filled and different in every row: it is the rows' key");
    }

    private IEnumerable<string> Missing(List<ProposedColumn> columns) => feed.Columns.Skip(1)
        .Where(field => field.Required && field.Name != ListFields.List && columns.TrueForAll(column => column.Column.To != field.Name))
        .Select(field => $"nothing was found for {field.Name}, which every row needs: give it a column or a constant");
}
