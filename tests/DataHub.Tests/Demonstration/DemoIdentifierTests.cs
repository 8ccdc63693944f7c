namespace DataHub.Tests.Demonstration;

/// <summary>Identifiers and joins of a demonstration of 20,000.</summary>
public sealed class DemoIdentifierTests(DemoFeeds feeds) : IClassFixture<DemoFeeds>
{
    [Fact]
    public void NIBs_have_thirteen_digits_and_occur_once()
    {
        Assert.All(feeds.Oss, row => Assert.Matches(IdentifierRules.Nib(), row["nib"]));
        Assert.Equal(feeds.Oss.Count, feeds.Oss.Select(row => row["nib"]).Distinct().Count());
    }

    [Fact]
    public void A_published_NIK_is_nearly_always_well_formed_and_never_of_two_owners()
    {
        var owners = feeds.Read("truth.csv").Where(row => row["feed"] == "oss")
            .ToDictionary(row => row["source_record_id"], row => row["owner_id"]);
        var valid = feeds.Oss.Where(row => IdentifierRules.IsNik(row["nik_penanggung_jawab"])).ToList();
        Assert.InRange(valid.Count / (double)feeds.Oss.Count, 0.985, 0.998);
        var ownersOfNik = valid.GroupBy(row => row["nik_penanggung_jawab"], row => owners[row["nib"]]);
        Assert.All(ownersOfNik, group => Assert.Single(group.Distinct()));
    }

    [Fact]
    public void Four_in_a_hundred_owners_have_up_to_four_businesses_of_different_names()
    {
        var ofOwner = feeds.Read("truth.csv").Where(row => row["feed"] == "oss").GroupBy(row => row["owner_id"])
            .Select(group => group.Select(row => row["business_id"]).Distinct().Count()).ToList();
        Assert.Equal(4, ofOwner.Max());
        Assert.InRange(ofOwner.Count(count => count > 1) / (double)ofOwner.Count, 0.03, 0.05);
    }

    [Fact]
    public void Certificates_are_numbered_by_their_issuers_rules()
    {
        var rows = feeds.Read("sertifikat.csv").Where(row => row["nomor"].Length > 0).ToList();
        Assert.Equal(rows.Count, rows.Select(row => row["nomor"]).Distinct().Count());
        var pirt = rows.Where(row => row["jenis"] == "PIRT").ToList();
        var wellFormed = pirt.Where(row => IdentifierRules.Pirt().IsMatch(row["nomor"])).ToList();
        Assert.InRange(wellFormed.Count / (double)pirt.Count, 0.98, 0.9999);
        Assert.All(wellFormed, row => Assert.Equal(row["tanggal_kedaluwarsa"][2..4], row["nomor"][^2..]));
        var halal = rows.Where(row => row["jenis"] == "HALAL").ToList();
        Assert.InRange(halal.Count(row => IdentifierRules.Halal().IsMatch(row["nomor"])) / (double)halal.Count, 0.98, 0.9999);
        Assert.All(rows.Where(row => row["jenis"] == "MD"), row => Assert.Matches(IdentifierRules.Md(), row["nomor"]));
        Assert.Equal(["HALAL", "MD", "PIRT", "SNI", "TKDN"], rows.Select(row => row["jenis"]).Distinct().Order());
    }

    [Fact]
    public void Loans_stay_within_the_bounds_of_their_kind_and_fall_to_nothing()
    {
        var loans = feeds.Read("sikp.csv").Where(row => row["nomor_akad"].Length > 0 && long.TryParse(row["plafon"], out _)).ToList();
        Assert.Equal(loans.Count, loans.Select(row => row["nomor_akad"]).Distinct().Count());
        Assert.All(loans, row =>
        {
            var (above, most) = row["skema_kur"] switch
            {
                "SUPER MIKRO" => (0, 10),
                "MIKRO" => (10, 100),
                "KECIL" => (100, 500),
                "KHUSUS" => (0, 500),
                var kind => throw new InvalidDataException(kind),
            };
            var plafon = decimal.Parse(row["plafon"], System.Globalization.CultureInfo.InvariantCulture);
            Assert.InRange(plafon, above * 1_000_000m + 1, most * 1_000_000m);
            Assert.InRange(decimal.Parse(row["outstanding"], System.Globalization.CultureInfo.InvariantCulture), 0, plafon);
            if (row["outstanding"] == "0") Assert.Equal("1", row["kolektibilitas"]);
        });
        Assert.InRange(loans.Count(row => row["nib"].Length > 0) / (double)loans.Count, 0.13, 0.17);
    }

    [Fact]
    public void Every_offer_names_a_product_and_a_shop_that_are_there()
    {
        var products = feeds.Read("produk.csv").Select(row => row["id_produk"]).ToHashSet();
        var shops = feeds.Read("marketplace.csv").Select(row => row["shop_id"]).ToHashSet();
        Assert.All(feeds.Read("listing.csv").Where(row => row["id_listing"].Length > 0), row =>
        {
            Assert.Contains(row["id_produk"], products);
            Assert.Contains(row["shop_id"], shops);
        });
    }

    [Fact]
    public void The_busiest_business_has_152_products_and_most_have_at_most_six()
    {
        var counts = feeds.Read("produk.csv").Where(row => row["id_produk"].Length > 0).GroupBy(row => row["id_produk"][..11])
            .Select(group => group.Count()).ToList();
        Assert.Equal(152, counts.Max());
        Assert.Equal(1, counts.Count(count => count > 60));
        Assert.True(counts.Count(count => count <= 6) > counts.Count * 0.94);
    }

    [Fact]
    public void Training_without_a_sound_NIK_mostly_repeats_the_phone_of_the_licence()
    {
        var phones = feeds.Oss.GroupBy(row => feeds.BusinessOfNib[row["nib"]])
            .ToDictionary(group => group.Key, group => group.Select(row => Tail(row["telepon"])).ToHashSet());
        var business = feeds.Read("truth.csv").Where(row => row["feed"] == "pelatihan" && row["role"] == "PEMILIK")
            .ToDictionary(row => row["source_record_id"], row => row["business_id"]);
        var without = feeds.Read("pelatihan.csv")
            .Where(row => business.ContainsKey(row["id_peserta"]) && !IdentifierRules.IsNik(row["nik"].TrimStart('\''))).ToList();
        Assert.InRange(without.Count / (double)business.Count, 0.42, 0.53);
        var equal = without.Count(row => phones[business[row["id_peserta"]]].Contains(Tail(row["telepon"])));
        Assert.True(equal > without.Count * 0.75, $"{equal} of {without.Count}");
    }

    [Theory]
    [InlineData("oss.csv", "nib")]
    [InlineData("sikp.csv", "nomor_akad")]
    [InlineData("pelatihan.csv", "id_peserta")]
    [InlineData("marketplace.csv", "shop_id")]
    [InlineData("sertifikat.csv", "nomor")]
    [InlineData("produk.csv", "id_produk")]
    public void Each_feed_has_a_row_that_cannot_be_read(string file, string key) =>
        Assert.Contains(feeds.Read(file), row => row[key].Length == 0);

    /// <summary>The last seven digits of the first number in the cell.</summary>
    private static string Tail(string phone)
    {
        var digits = new string([.. phone.Split('/')[0].Where(char.IsDigit)]);
        return digits.Length < 7 ? "none" : digits[^7..];
    }
}
