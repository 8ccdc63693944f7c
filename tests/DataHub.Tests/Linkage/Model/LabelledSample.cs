using System.Globalization;
using System.Text;
using DataHub.Linkage.Model;
using DataHub.Testing;

namespace DataHub.Tests.Linkage.Model;

/// <summary>The labelled sample of the five feeds, and how a clustering scores against its truth.</summary>
internal static class LabelledSample
{
    public static Gazetteer Regions() => new(Rows("regions.csv").Select(row => new GazetteerRegion(row["code"]!, row["name"]!)));

    public static LinkRecord[] Records() =>
    [
        .. Rows("feeds-sample", "oss.csv").Select(row => Record(LinkFeed.Oss, row, "nib", "nama_pemilik", "nama_usaha") with
        {
            Nik = row["nik_penanggung_jawab"], Email = row["email"], Kbli = row["kbli"], LegalForm = row["jenis_badan_usaha"],
        }),
        .. Rows("feeds-sample", "sikp.csv").Select(row => Record(LinkFeed.Sikp, row, "nomor_akad", "nama_debitur", "nama_usaha") with
        {
            AtStake = decimal.Parse(row["outstanding"] ?? "0", CultureInfo.InvariantCulture),
        }),
        .. Rows("feeds-sample", "pelatihan.csv").Select(row => Record(LinkFeed.Pelatihan, row, "id_peserta", "nama", "nama_usaha")),
        .. Rows("feeds-sample", "marketplace.csv").Select(row =>
            Record(LinkFeed.Marketplace, row, "shop_id", "nama_pemilik", "nama_toko") with { Address = row["kota"] }),
        .. Rows("feeds-sample", "sertifikat.csv").Select(row => Record(LinkFeed.Sertifikat, row, "nomor", "nama_pemilik", "nama_usaha")),
    ];

    /// <summary>The true business of each record.</summary>
    public static string[] Truth(LinkRecord[] records)
    {
        var truth = Rows("feeds-sample", "truth.csv").ToDictionary(row => (row["feed"]!, row["source_record_id"]!), row =>
            row["business_id"]!);
        return Array.ConvertAll(records, record => truth[(record.Feed.ToString().ToLowerInvariant(), record.SourceKey)]);
    }

    /// <summary>
    /// B-cubed precision and recall: of the records of a record's cluster the share that belongs there, and the other way round.
    /// </summary>
    public static (double Precision, double Recall) BCubed(int[] clusters, string[] truth)
    {
        var cells = Enumerable.Range(0, truth.Length).CountBy(i => (clusters[i], truth[i])).ToList();
        var bySize = clusters.CountBy(cluster => cluster).ToDictionary();
        var byTruth = truth.CountBy(business => business).ToDictionary();
        return (
            cells.Sum(cell => (double)cell.Value * cell.Value / bySize[cell.Key.Item1]) / truth.Length,
            cells.Sum(cell => (double)cell.Value * cell.Value / byTruth[cell.Key.Item2]) / truth.Length);
    }

    /// <summary>Precision and recall of pairs.</summary>
    public static (double Precision, double Recall) Pairs(int[] clusters, string[] truth)
    {
        static double Of<T>(IEnumerable<T> groups) where T : notnull =>
            groups.CountBy(group => group).Sum(group => group.Value * (group.Value - 1.0) / 2);
        var both = Of(Enumerable.Range(0, truth.Length).Select(i => (clusters[i], truth[i])));
        return (both / Of(clusters), both / Of(truth));
    }

    /// <summary>Harmonic mean.</summary>
    public static double F1((double Precision, double Recall) score) =>
        2 * score.Precision * score.Recall / (score.Precision + score.Recall);

    private static LinkRecord Record(LinkFeed feed, Dictionary<string, string?> row, string key, string person, string business) => new()
    {
        Feed = feed,
        SourceKey = row[key]!,
        PersonName = row[person],
        BusinessName = row[business],
        Nik = row.GetValueOrDefault("nik"),
        Nib = row.GetValueOrDefault("nib"),
        Phone = row.GetValueOrDefault("telepon"),
        Address = row.GetValueOrDefault("alamat"),
        RegionCode = row.GetValueOrDefault("kode_wilayah"),
    };

    private static IEnumerable<Dictionary<string, string?>> Rows(params string[] path)
    {
        string[]? header = null;
        foreach (var line in File.ReadLines(SharedData.PathOf(path)))
        {
            var cells = Cells(line);
            if (header is null) header = cells;
            else yield return header.Zip(cells).ToDictionary(pair => pair.First, pair => pair.Second.Trim() is { Length: > 0 } value ? value : null);
        }
    }

    /// <summary>The sample's dialect: commas, quotes where need be, no line break inside a cell.</summary>
    private static string[] Cells(string line)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        var isQuoted = false;
        foreach (var c in line)
        {
            if (c == '"') isQuoted = !isQuoted;
            else if (c != ',' || isQuoted) cell.Append(c);
            if (c != ',' || isQuoted) continue;
            cells.Add(cell.ToString());
            cell.Clear();
        }
        return [.. cells, cell.ToString()];
    }
}
