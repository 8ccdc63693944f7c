using DataHub.Feeds.Mapping.Sheets;
using DataHub.Feeds.Reading;

namespace DataHub.Feeds.Mapping.Proposing;

/// <summary>Writes a first mapping of an agency's spreadsheet by looking at its headers and values.</summary>
public sealed class MappingProposer(ReferenceFacts facts)
{
    // What is further down of a long list looks like what is above.
    private const int LookedAt = 20_000;

    /// <summary>
    /// A proposal; the same for the same file. Throws <see cref="FeedRefusedException"/> when the file is no spreadsheet or none of its
    /// sheets
    /// holds a table.
    /// </summary>
    public async Task<MappingProposal> ProposeAsync(string path, ProposalWish wish, CancellationToken cancel)
    {
        var feed = FeedCatalogue.All.FirstOrDefault(feed => string.Equals(feed.Name, wish.Feed, StringComparison.OrdinalIgnoreCase))
            ?? throw new FeedRefusedException($"there is no feed {wish.Feed}");
        var names = await SheetFile.NamesAsync(path, cancel);
        var looks = new List<SheetLook>();
        foreach (var name in wish.Sheet is { } wanted ? [wanted] : names.Count == 0 ? [null] : names.Cast<string?>())
        {
            using var sheet = await SheetFile.OpenAsync(path, name, cancel);
            looks.AddRange(Look(sheet, feed));
        }
        if (looks.Count == 0)
            throw new FeedRefusedException($"no table is to be seen{(names.Count > 1 ? " on any sheet" : "")}: no row of names with rows of values below it");
        // A list is worth more than counts, and a longer list more than a shorter one; of equal ones the first.
        var best = looks.OrderByDescending(look => look.Aggregate is null).ThenByDescending(look => look.Worth).First();
        return new ProposalMaker(feed, facts, wish, Path.GetFileNameWithoutExtension(path)).Make(best, looks);
    }

    private List<SheetLook> Look(Sheet sheet, FeedDefinition feed)
    {
        var rows = sheet.Rows().Take(LookedAt).ToList();
        var dictionary = FieldWords.For(feed);
        return [.. new TableFinder(rows, dictionary).All().Where(table => table.Data.Count > 0)
            .Select(table => Look(sheet, feed, dictionary, table))];
    }

    private SheetLook Look(Sheet sheet, FeedDefinition feed, IReadOnlyList<FieldWords> dictionary, FoundTable table)
    {
        var names = HeaderNames.Of(table.Header);
        var roles = new TableRows(new RowRules(), table.Header);
        var end = table.Data.Select(roles.RoleOf).ToList().IndexOf(RowRole.End);
        var data = (end < 0 ? table.Data : table.Data.Take(end)).ToList();
        var section = Section(data);
        var records = data.Where(row => roles.RoleOf(row) == RowRole.Data && !(section is not null && TableRows.IsTitle(row))).ToList();
        var columns = Enumerable.Range(0, names.Length)
            .Select(column => new ColumnProfile(column, names[column], [.. records.Select(row => row[column])], facts)).ToList();
        var shown = columns.Where(column => !sheet.HiddenColumns.Contains(column.Column)).ToList();
        var assigned = FieldAssignment.Of(feed, dictionary, shown);
        return new SheetLook(sheet.Name, table, columns, assigned)
        {
            Records = records,
            Hidden = sheet.HiddenColumns,
            Aggregate = AggregateTest.Of(assigned, columns),
            Section = section,
        };
    }

    /// <summary>The field that titles between the rows give; null when there are none.</summary>
    private string? Section(List<SheetRow> data)
    {
        var titles = data.Where(TableRows.IsTitle).Select(TableRows.TitleOf).ToList();
        if (titles.Count < 2 || titles.Count * 2 > data.Count || (!TableRows.IsTitle(data[0]) && titles.Count < 3)) return null;
        if (titles.Count(facts.Regions.IsDistrict) * 2 > titles.Count || titles.Count(title =>
            title.StartsWith("kec", StringComparison.OrdinalIgnoreCase)) * 2 > titles.Count)
            return "kecamatan";
        if (titles.Count(title => facts.Regions.Regency(title) is not null) * 2 > titles.Count) return "kabupaten";
        return titles.Count(title => title.StartsWith("desa", StringComparison.OrdinalIgnoreCase)
            || title.StartsWith("kel", StringComparison.OrdinalIgnoreCase)) * 2 > titles.Count
            ? "kelurahan" : "jenis_usaha";
    }
}
