using DataHub.Linkage.Model;
using DataHub.Linkage.Model.Comparing;
using DataHub.Linkage.Model.Normalising;
using DataHub.Linkage.Model.Weights;
using static DataHub.Tests.Linkage.Model.People;

namespace DataHub.Tests.Linkage.Model;

/// <summary>Every level of every comparison, on a pair that has it.</summary>
public sealed class ComparingTests
{
    private const string Nik = "1801076701750007";

    [Theory]
    [InlineData("1801076701750007", "EQUAL")]
    [InlineData("1801076701750000", "DAMAGED")] // a spreadsheet keeps 15 digits
    [InlineData("1801072701750007", "DAMAGED")] // a woman's 40 is missing
    [InlineData("1801076702750007", "ONE_EDIT")]
    [InlineData("1801706701750007", "ONE_EDIT")] // two neighbours exchanged
    [InlineData("180107670175007", "ONE_EDIT")] // one dropped
    [InlineData("1801076701750008", "DIFFERENT")] // a twin
    [InlineData("1802246708890007", "DIFFERENT")]
    [InlineData(null, null)]
    [InlineData("1.80E+15", null)]
    public void Niks(string? other, string? expected) =>
        Assert.Equal(expected, Level("NIK", Trainee("a", Nik, "A"), Trainee("b", other, "B")));

    [Fact]
    public void A_nik_with_day_and_month_exchanged_is_damaged() =>
        Assert.Equal("DAMAGED", Level("NIK", Trainee("a", "1801070512750007", "A"), Trainee("b", "1801071205750007", "B")));

    [Theory]
    [InlineData("0911212512705", "EQUAL")]
    [InlineData("911212512705", "DAMAGED")]
    [InlineData("0911212512706", "ONE_EDIT")]
    [InlineData("1911212512999", "DIFFERENT")]
    [InlineData("", null)]
    public void Nibs(string other, string? expected) =>
        Assert.Equal(expected, Level("NIB", Oss("0911212512705", null, "A", "A"), Akad("b", null, "B", nib: other)));

    [Fact]
    public void Two_licences_with_neighbouring_nibs_are_two() =>
        Assert.Equal("DIFFERENT", Level("NIB", Oss("0911212512705", null, "A", "A"), Oss("0911212512706", null, "B", "B")));

    [Theory]
    [InlineData("AGUS SANTOSO", "Agus Santoso, S.E.", "EQUAL")]
    [InlineData("YUSUF SAPUTRA", "Joesoef Saputra", "SAME_SOUND")]
    [InlineData("AGUS SANTOSO", "SANTOSO AGUS", "SAME_SOUND")]
    [InlineData("TUTI ROHANI", "TUTIROHANI", "EQUAL")]
    [InlineData("TUTI ROHANI", "TOETIROHANI", "SAME_SOUND")]
    [InlineData("WAGIYEM PERMATASARI", "WAGIYEM PERMATSARI", "SAME_SOUND")]
    [InlineData("FATIMAH KHOTIMAH", "Bu Fatimah", "CONTAINED")]
    [InlineData("DEWI KUSUMA", "DEWI K", "CONTAINED")]
    [InlineData("SUMIATI SAFITRI", "SUMIATI WAHYUNI", "ONE_WORD")]
    [InlineData("AGUS SANTOSO", "JUPRI", "NONE")]
    [InlineData("AGUS", null, null)]
    [InlineData("AGUS", "A", null)]
    public void Names_of_persons(string a, string? b, string? expected) =>
        Assert.Equal(expected, Level("PERSON_NAME", Trainee("a", null, a), Trainee("b", null, b!)));

    [Theory]
    [InlineData("KERIPIK RAJAWALI", "Aneka Keripik Rajawali", "EQUAL")]
    [InlineData("KERIPIK PISANG BERKAH", "KERIPIK BAROKAH", "EQUAL")]
    [InlineData("KONVEKSI SINAR HARAPAN", "konveksisinarharapan", "EQUAL")]
    [InlineData("KONTER RIFANINI", "Konter Rifanini Sidomukti", "CONTAINED")]
    [InlineData("KOPI NUDARU", "KOPI KALUBASA", "NONE")]
    [InlineData("DAGANG KERIPIK", "KERIPIK RAJAWALI", null)]
    public void Brands(string a, string b, string? expected) =>
        Assert.Equal(expected, Level("BRAND", Trainee("a", null, "X", a), Trainee("b", null, "Y", b)));

    [Fact]
    public void A_trade_name_that_is_the_owners_name_is_no_brand() =>
        Assert.Null(Level("BRAND", Oss("0911212512705", null, "AHMAD RUSLAN", "AHMADRUSLAN SKOM"), Trainee("b", null, "Y", "RUSLAN")));

    [Theory]
    [InlineData("081398936555", "+62 813-9893-6555", "EQUAL")]
    [InlineData("081398936555 / 082182180814", "082182180814", "EQUAL")]
    [InlineData("081398936555", "0813*****555", "MASKED")]
    [InlineData("081398936555", "0813*****556", "DIFFERENT")]
    [InlineData("081398936555", "082182180814", "DIFFERENT")]
    [InlineData("081398936555", "tidak ada", null)]
    public void Telephones(string a, string b, string? expected) =>
        Assert.Equal(expected, Level("PHONE", Trainee("a", null, "X", phone: a), Trainee("b", null, "Y", phone: b)));

    [Theory]
    [InlineData("18.01.04", "18.01.04", "DISTRICT")]
    [InlineData("18.01.04", "18.01", "REGENCY")]
    [InlineData("18.01.04", "18.01.07", "OTHER_DISTRICT")]
    [InlineData("18.01.04", "18.71.02", "OTHER_REGENCY")]
    [InlineData("18.01.04", null, null)]
    public void Areas(string a, string? b, string? expected) =>
        Assert.Equal(expected, Level("AREA", Akad("a", null, "X", region: a), Akad("b", null, "Y", region: b)));

    [Theory]
    [InlineData("Jl Raden Intan No 5, Kel. Hajimena, Kec Natar", "Jalan Raden Intan 5 Desa Hajimena", "HOUSE")]
    [InlineData("Jl Raden Intan No 5, Kel. Hajimena, Kec Natar", "Jalan Raden Intan 7 Desa Hajimena", "STREET")]
    [InlineData("RT 4 RW 2, Desa Hajimena, Kec Natar", "RT.004/RW.002, Pekon Hajimena", "HOUSE")]
    [InlineData("Dusun II, RT 4, Desa Hajimena, Kec Natar", "RT.004/RW.002, Pekon Hajimena", "NEIGHBOURHOOD")]
    [InlineData("Jl Kartini, Kel. Hajimena, Kec Natar", "Jalan Raden Intan 7 Desa Hajimena", "DIFFERENT")]
    public void Addresses_of_a_village(string a, string b, string expected)
    {
        var (x, y) = (Certificate("a", "X", "A", a), Certificate("b", "Y", "B", b));
        Assert.Equal(expected, Level("ADDRESS", x, y));
        Assert.Equal("VILLAGE", Level("AREA", x, y));
    }

    [Fact]
    public void A_comparison_is_the_same_both_ways()
    {
        var records = Others(60).Append(Trainee("a", Nik, "Bu Dewi", "MEKAR")).Append(Shop("s", "Dewi R", "keripikmekarjaya",
            "0813****919")).ToArray();
        var (prepared, comparer) = Prepare(records);
        for (var i = 0; i < prepared.Length; i++)
        {
            for (var j = 0; j < i; j++) Assert.Equal(Spelt(comparer.Compare(prepared[i], prepared[j])),
                Spelt(comparer.Compare(prepared[j], prepared[i])));
        }
    }

    [Fact]
    public void A_rare_name_weighs_more_than_a_common_one()
    {
        var records = Others(500).Append(Trainee("a", null, "ZULAEKAH MASAYU")).Append(Trainee("b", null, "ZULAEKAH MASAYU"))
            .Append(Trainee("c", null, "AGUS SANTOSO")).Append(Trainee("d", null, "AGUS SANTOSO")).ToArray();
        var (prepared, comparer) = Prepare(records);
        var rare = comparer.Compare(prepared[500], prepared[501]).NameRarity;
        var common = comparer.Compare(prepared[502], prepared[503]).NameRarity;
        Assert.True(rare > common + 3, $"{rare} against {common}");
    }

    private static string? Level(string comparison, LinkRecord a, LinkRecord b)
    {
        var (prepared, comparer) = Prepare([a, b, .. Others(300)]);
        return Spelt(comparer.Compare(prepared[0], prepared[1])).GetValueOrDefault(comparison);
    }

    private static (Prepared[] Records, Comparer Comparer) Prepare(LinkRecord[] records)
    {
        var addresses = new Addresses(Lampung);
        var features = Array.ConvertAll(records, record => Features.Of(record, addresses));
        var preparing = new Preparing(Counting.Of(features));
        return (Array.ConvertAll(features, preparing.Prepare), new Comparer(preparing.Vocabulary));
    }

    private static Dictionary<string, string> Spelt(Compared compared) => Enum.GetValues<Comparison>()
        .Where(comparison => compared[comparison] != DataHub.Linkage.Model.Comparing.Level.Missing)
        .ToDictionary(Evidence.NameOf, comparison => Evidence.NameOf(compared[comparison]));
}
