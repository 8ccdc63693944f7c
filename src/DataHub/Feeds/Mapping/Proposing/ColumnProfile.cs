using System.Globalization;
using DataHub.Feeds.Mapping.Sheets;
using DataHub.Feeds.Reading;

namespace DataHub.Feeds.Mapping.Proposing;

/// <summary>What the values of a column look like, as shares of those that are not empty.</summary>
internal sealed class ColumnProfile
{
    private readonly List<Cell> values;
    private readonly ReferenceFacts facts;

    /// <summary>Of a column; <paramref name="cells"/> are its values in the rows looked at.</summary>
    public ColumnProfile(int column, string name, IReadOnlyList<Cell> cells, ReferenceFacts facts)
    {
        (Column, Name, this.facts, Rows) = (column, name, facts, cells.Count);
        Header = HeaderWords.Of(name);
        var empty = FeedMapping.DefaultEmpty.ToHashSet(StringComparer.OrdinalIgnoreCase);
        values = [.. cells.Where(cell => !cell.IsBlank && !empty.Contains(FieldReader.Clean(cell.Text)))];
        Distinct = values.Select(cell => FieldReader.Clean(cell.Text)).Distinct(StringComparer.OrdinalIgnoreCase).Count();
        Zeros = values.Count(cell => cell.Text.Trim() == "0");
    }

    /// <summary>Place in the sheet, from 0.</summary>
    public int Column { get; }

    /// <summary>Header.</summary>
    public string Name { get; }

    /// <summary>Words of the header.</summary>
    public HeaderWords Header { get; }

    /// <summary>Rows looked at.</summary>
    public int Rows { get; }

    /// <summary>Values that are not empty.</summary>
    public int Filled => values.Count;

    /// <summary>Different ones among them.</summary>
    public int Distinct { get; }

    /// <summary>Values that are just 0.</summary>
    public int Zeros { get; }

    /// <summary>The values.</summary>
    public IReadOnlyList<Cell> Values => values;

    /// <summary>Share of the values that a shape fits.</summary>
    public double Share(Func<Cell, bool> fits) => values.Count == 0 ? 0 : (double)values.Count(fits) / values.Count;

    /// <summary>Share of values that name a regency or city of the register.</summary>
    public double Regencies => Share(cell => cell.Kind == CellKind.Text && facts.Regions.Regency(cell.Text) is not null);

    /// <summary>Share of values that name a district of the register, in whatever regency.</summary>
    public double Districts => Share(cell => cell.Kind == CellKind.Text && facts.Regions.IsDistrict(cell.Text));

    /// <summary>Share of values that carry a five-digit code of KBLI; when no list is loaded, of anything that has its form.</summary>
    public double Kbli => Share(cell => KbliText.Code(cell.Text) is { } code
        && (facts.KbliCodes.Count < 100 || facts.KbliCodes.Contains(code)));

    /// <summary>True when the values number the rows: 1, 2, 3 with hardly a gap.</summary>
    public bool IsRunning
    {
        get
        {
            if (values.Count < 3 || Share(ValueShapes.IsCountOrOrdinal) < 0.95) return false;
            var numbers = values.Where(ValueShapes.IsCountOrOrdinal)
                .Select(cell => int.Parse(cell.Text.Trim().TrimEnd('.'), CultureInfo.InvariantCulture)).ToList();
            var steps = numbers.Zip(numbers.Skip(1)).Count(pair => pair.Second == pair.First + 1 || pair.Second == 1);
            return numbers.Count > 2 && numbers[0] is 0 or 1 && steps >= (numbers.Count - 1) * 0.9;
        }
    }
}
