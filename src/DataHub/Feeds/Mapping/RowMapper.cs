using DataHub.Feeds.Mapping.Sheets;
using DataHub.Feeds.Reading;

namespace DataHub.Feeds.Mapping;

/// <summary>Makes a feed's rows of a sheet's.</summary>
internal sealed class RowMapper
{
    private readonly FeedMapping mapping;
    private readonly ColumnBinding binding;
    private readonly CellReading cells;
    private readonly Func<string, string> mark;
    private readonly int sectionField;
    private readonly int codeField;
    private readonly int districtField;
    private readonly int[] nameFields;
    private readonly int[] identifierFields;
    private readonly List<(int Field, string Value)> constants;

    /// <summary>With a way to make a lasting mark of a text that does not tell the text.</summary>
    public RowMapper(FeedMapping mapping, ColumnBinding binding, RegionFinder regions, Func<string, string> mark)
    {
        (this.mapping, this.binding, this.mark) = (mapping, binding, mark);
        cells = new CellReading(mapping, regions);
        var feed = mapping.Feed;
        sectionField = mapping.Rows.Section is { } section ? feed.IndexOf(section) : -1;
        (codeField, districtField) = (Field(feed, "kode_wilayah"), Field(feed, "kecamatan"));
        nameFields = Fields(feed, role => role is ColumnRole.PersonName or ColumnRole.BusinessName);
        identifierFields = Fields(feed, role => role is ColumnRole.Nik or ColumnRole.Nib);
        constants = [.. mapping.Constants.Select(constant => (feed.IndexOf(constant.Key), constant.Value))];
        if (feed.Columns.Any(column => column.Name == ListFields.List)) constants.Add((feed.IndexOf(ListFields.List), mapping.List));
    }

    /// <summary>The feed's row of a sheet's row; <paramref name="section"/> is the text of the last section above it.</summary>
    public RawRow Map(SheetRow row, string? section)
    {
        var fields = new string[mapping.Feed.Columns.Count];
        Array.Fill(fields, "");
        List<FieldFault>? faults = null;
        foreach (var bound in binding.Columns)
        {
            var (text, reason) = cells.Read(bound, row);
            fields[bound.Field] = text;
            if (reason is not null) (faults ??= []).Add(new FieldFault(bound.Field, reason));
        }
        if (nameFields.Length > 0 && nameFields.Concat(identifierFields).All(field => fields[field].Length == 0))
            return new RawRow(row.Line, null, Reasons.NamesNobody, Whole(row));
        if (sectionField >= 0 && fields[sectionField].Length == 0) SetSection(fields, section ?? "");
        SetKey(fields, row);
        foreach (var (field, value) in constants) fields[field] = value;
        return new RawRow(row.Line, fields) { Faults = faults, Received = Received(fields, row) };
    }

    /// <summary>The section's text, and the region's code where it names one.</summary>
    private void SetSection(string[] fields, string section)
    {
        fields[sectionField] = RegionFinder.Strip(section);
        if (mapping.Rows.Section is not ("kecamatan" or "kabupaten") || codeField < 0 || fields[codeField].Length > 0) return;
        fields[codeField] = cells.CodeOf([section, .. mapping.Rows.Section == "kabupaten" && districtField >= 0 ? [fields[districtField]]
            : Array.Empty<string>()]);
    }

    /// <summary>
    /// A row's key: its list and what the key's columns hold. Numbers of persons never stand in a key; without key columns it is a mark
    /// over
    /// what the row says, so that the same row is the same record wherever it stands in the sheet.
    /// </summary>
    private void SetKey(string[] fields, SheetRow row)
    {
        if (binding.Columns.Any(bound => bound.Field == 0)) return;
        if (binding.Key.Count == 0)
        {
            fields[0] = $"{mapping.List}/~{mark(string.Join('\u001F', fields))}";
            return;
        }
        var parts = binding.Key.Select(column => FieldReader.Clean(row[column].Text)).ToList();
        if (parts.TrueForAll(part => part.Length == 0)) return;
        var key = string.Join('|', parts);
        fields[0] = $"{mapping.List}/{(IsPersonal(key) ? $"~{mark(key)}" : key)}";
    }

    // Fifteen digits may be a NIK without its last one.
    private bool IsPersonal(string key)
    {
        var nik = mapping.Feed.IndexOf(ColumnRole.Nik);
        if (nik >= 0 && binding.Columns.Any(bound => bound.Field == nik && bound.Cells.Intersect(binding.Key).Any())) return true;
        return key.Split('|').Any(part => part.Count(char.IsAsciiDigit) is 15 or 16);
    }

    /// <summary>The fields as the cells spell them; what comes from no single column is what the hub made.</summary>
    private ReceivedRow Received(string[] fields, SheetRow row)
    {
        var came = (string[])fields.Clone();
        foreach (var bound in binding.Columns)
            if (bound.Cells is [var only]) came[bound.Field] = row[only].Text;
        return new ReceivedRow(came, null);
    }

    private string Whole(SheetRow row) => string.Join(" | ", Enumerable.Range(0, row.Cells.Length)
        .Where(column => !row[column].IsBlank).Select(column => $"{NameOf(column)}: {FieldReader.Clean(row[column].Text)}"));

    private string NameOf(int column) => column < binding.Names.Count ? binding.Names[column] : HeaderNames.Letter(column);

    private static int Field(FeedDefinition feed, string name) =>
        Enumerable.Range(0, feed.Columns.Count).Where(i => feed.Columns[i].Name == name).FirstOrDefault(-1);

    private static int[] Fields(FeedDefinition feed, Func<ColumnRole, bool> isWanted) =>
        [.. Enumerable.Range(0, feed.Columns.Count).Where(i => isWanted(feed.Columns[i].Role))];
}
