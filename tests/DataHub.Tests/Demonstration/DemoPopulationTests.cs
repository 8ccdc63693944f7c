using System.Globalization;
using System.Text.RegularExpressions;
using DataHub.Demonstration;

namespace DataHub.Tests.Demonstration;

/// <summary>Counts, shares and places of a demonstration of 20,000.</summary>
public sealed class DemoPopulationTests(DemoFeeds feeds) : IClassFixture<DemoFeeds>
{
    [Fact]
    public void Each_scale_has_exactly_its_count_of_true_businesses()
    {
        var expected = ScaleCounts.Of(DemoFeeds.Businesses);
        var scales = feeds.Oss.Select(row => (Business: feeds.BusinessOfNib[row["nib"]], Scale: row["skala"])).Distinct().ToList();
        Assert.Equal(DemoFeeds.Businesses, scales.Count);
        Assert.Equal(expected.Mikro, scales.Count(pair => pair.Scale == "Mikro"));
        Assert.Equal(expected.Kecil, scales.Count(pair => pair.Scale == "Kecil"));
        Assert.Equal(expected.Menengah, scales.Count(pair => pair.Scale == "Menengah"));
    }

    [Fact]
    public void The_merge_rule_joins_second_registrations_and_nothing_else()
    {
        var groups = feeds.Oss.Where(row => row["nik_penanggung_jawab"].Length > 0).GroupBy(DemoFeeds.MergeKey).ToList();
        Assert.All(groups, group => Assert.Single(group.Select(row => feeds.BusinessOfNib[row["nib"]]).Distinct()));
        var pairs = feeds.Oss.GroupBy(row => feeds.BusinessOfNib[row["nib"]]).Where(group => group.Count() > 1).ToList();
        Assert.InRange(pairs.Count, 30, 90);
        Assert.All(pairs, pair => Assert.Single(pair.Select(row => DemoFeeds.MergeKey(row) + row["skala"]).Distinct()));
        Assert.All(pairs, pair => Assert.Equal(2, pair.Select(row => row["tanggal_terbit"]).Distinct().Count()));
    }

    [Fact]
    public void Fifty_four_in_a_hundred_published_NIKs_are_of_women()
    {
        var niks = feeds.Oss.Select(row => row["nik_penanggung_jawab"]).Where(IdentifierRules.IsNik).Distinct().ToList();
        Assert.InRange(niks.Count(nik => nik[6] >= '4') / (double)niks.Count, 0.535, 0.545);
    }

    [Fact]
    public void Trade_culinary_and_the_rest_have_their_published_shares()
    {
        double Share(params string[] divisions) =>
            feeds.Oss.Count(row => divisions.Contains(row["kbli"][..2])) / (double)feeds.Oss.Count;

        Assert.InRange(Share("45", "46", "47"), 0.54, 0.565);
        Assert.InRange(Share("56", "10"), 0.225, 0.245);
        Assert.InRange(feeds.Oss.Select(row => row["kbli"]).Distinct().Count(), 60, 120);
    }

    [Fact]
    public void Every_district_of_the_reference_data_is_met_and_no_other()
    {
        var reference = Regex.Matches(Reference(), @"\('(18\.\d\d\.\d\d)', ").Select(match => match.Groups[1].Value).Order().ToList();
        Assert.Equal(229, reference.Count);
        Assert.Equal(reference, feeds.Oss.Select(row => row["kode_wilayah"]).Where(code => code.Length == 8).Distinct().Order());
        Assert.InRange(feeds.Oss.Count(row => row["kode_wilayah"].Length == 5) / (double)feeds.Oss.Count, 0.08, 0.12);
    }

    [Theory]
    [InlineData("18.02", 0.1444)]
    [InlineData("18.71", 0.1451)]
    [InlineData("18.13", 0.0184)]
    public void Regencies_have_their_share_of_people(string regency, double share) =>
        Assert.InRange(feeds.Oss.Count(row => row["kode_wilayah"].StartsWith(regency, StringComparison.Ordinal)) / (double)feeds.Oss.Count,
            share - 0.008, share + 0.008);

    [Fact]
    public void Capital_fits_the_scale() => Assert.All(feeds.Oss, row =>
    {
        var capital = long.Parse(row["modal_usaha"], CultureInfo.InvariantCulture);
        var (above, most) = row["skala"] switch
        {
            "Mikro" => (0L, 1_000_000_000L),
            "Kecil" => (1_000_000_000L, 5_000_000_000L),
            _ => (5_000_000_000L, 10_000_000_000L),
        };
        Assert.InRange(capital, above + 1, most);
    });

    [Fact]
    public void Sales_fit_the_scale_and_are_mostly_within_the_bound_of_KUR()
    {
        var scaleOf = feeds.Oss.ToDictionary(row => row["nib"], row => row["skala"]);
        var rows = feeds.Read("sidt.csv")
            .Where(row => scaleOf.ContainsKey(row["nib"]) && !row["id_sidt"].EndsWith("-B", StringComparison.Ordinal))
            .Select(row => (Scale: scaleOf[row["nib"]], Sales: long.Parse(row["omzet_tahunan"], CultureInfo.InvariantCulture))).ToList();
        Assert.InRange(rows.Count / (double)DemoFeeds.Businesses, 0.62, 0.68);
        Assert.All(rows.Where(row => row.Scale == "Mikro"), row => Assert.InRange(row.Sales, 1, 2_000_000_000));
        Assert.All(rows.Where(row => row.Scale == "Menengah"), row => Assert.InRange(row.Sales, 15_000_000_001, 50_000_000_000));
        var kecil = rows.Where(row => row.Scale == "Kecil").ToList();
        Assert.All(kecil, row => Assert.InRange(row.Sales, 2_000_000_001, 15_000_000_000));
        Assert.True(kecil.Count(row => row.Sales <= 4_800_000_000) > kecil.Count * 0.6);
    }

    [Fact]
    public void The_last_report_of_each_file_tells_its_rows()
    {
        foreach (var file in DemoGenerator.Files)
        {
            var last = feeds.Reports.Last(report => report.File == file);
            Assert.Equal(last.RowsTotal, last.RowsWritten);
            Assert.Equal(feeds.Read(file).Count, last.RowsWritten);
        }
        Assert.Contains(feeds.Reports, report => report.File == "oss.csv" && report.RowsWritten < report.RowsTotal);
    }

    private static string Reference()
    {
        using var stream = typeof(DemoGenerator).Assembly.GetManifestResourceStream("Database/Migrations/0006_reference.sql")!;
        return new StreamReader(stream).ReadToEnd();
    }
}
