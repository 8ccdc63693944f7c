using DataHub.Linkage.Model.Normalising;
using static DataHub.Tests.Linkage.Model.People;

namespace DataHub.Tests.Linkage.Model;

/// <summary>What the feeds write, and what is compared.</summary>
public sealed class NormalisingTests
{
    [Theory]
    [InlineData("H. Moh. Ali", "MUHAMMAD ALI")]
    [InlineData("M ROHMAT,SPDI", "MUHAMMAD ROHMAT")]
    [InlineData("Drs. Akhmad Junaidi, S.Pd., M.M.", "AHMAD JUNAIDI")]
    [InlineData("AHMAD HARIYANTO S.PD.I", "AHMAD HARIYANTO")]
    [InlineData("HJ. MARIATI", "MARIATI")]
    [InlineData("Bu Fatimah", "FATIMAH")]
    [InlineData("DEWI K BINTI SURYADI", "DEWI K")]
    [InlineData("SRI`AH PURWANTI", "SRIAH PURWANTI")]
    [InlineData("SAPUTRA, AGUS", "SAPUTRA AGUS")]
    [InlineData("M", "M")]
    [InlineData("Haji", "HAJI")]
    [InlineData("  ", "")]
    public void A_name_loses_titles_degrees_and_the_father(string name, string expected) =>
        Assert.Equal(expected, string.Join(' ', PersonNames.Read(name)));

    [Theory]
    [InlineData("DJOKO", "JOKO")]
    [InlineData("SUJANTO", "SUYANTO")]
    [InlineData("WIDJAJA", "WIJAYA")]
    [InlineData("JOESOEF", "YUSUF")]
    [InlineData("KHASANAH", "HASANAH")]
    [InlineData("CHOTIMAH", "KHOTIMAH")]
    [InlineData("SYAMSUDIN", "SAMSUDIN")]
    [InlineData("FATIMAH", "PATIMA")]
    [InlineData("NURAENI", "NURAINI")]
    [InlineData("ZULKARNAIN", "SULKARNAEN")]
    [InlineData("SUPRIYYANTO", "SUPRIYANTO")]
    [InlineData("QOMARIAH", "KOMARIAH")]
    [InlineData("TJIPTO", "CIPTO")]
    [InlineData("ZAYNI", "ZAINI")]
    public void Spellings_of_one_name_sound_alike(string a, string b) => Assert.Equal(Sound.Of(a), Sound.Of(b));

    [Theory]
    [InlineData("BUDI", "DODI")]
    [InlineData("SITI", "SARI")]
    [InlineData("HASAN", "HUSEN")]
    public void Different_names_do_not(string a, string b) => Assert.NotEqual(Sound.Of(a), Sound.Of(b));

    [Theory]
    [InlineData("CV. Maju Jaya", "MAJU JAYA", "", "CV")]
    [InlineData("MAJU JAYA, CV", "MAJU JAYA", "", "CV")]
    [InlineData("Kripik Singkong Mas Ruslan", "RUSLAN", "KERIPIK SINGKONG", null)]
    [InlineData("DAGANG KERIPIK", "", "KERIPIK", null)]
    [InlineData("aneka_keripik_tani_makmur", "TANI MAKMUR", "ANEKA KERIPIK", null)]
    [InlineData("konveksisinarharapan", "SINARHARAPAN", "KONVEKSI", null)]
    [InlineData("keripikmamakomariah", "KOMARIAH", "KERIPIK", null)]
    [InlineData("udkopicahaya", "CAHAYA", "KOPI", "UD")]
    [InlineData("KUEH KERING BUNDA MARYATI", "MARYATI", "KUE KERING", null)]
    [InlineData("TOKO MINUWADA STORE", "MINUWADA", "TOKO", null)]
    [InlineData("Toko Bunda", "BUNDA", "TOKO", null)]
    [InlineData("KUB Mbak Farida", "FARIDA", "", "KELOMPOK")]
    [InlineData("Berkah Rejeki", "BAROKAH REZEKI", "", null)]
    [InlineData("HASANAH NINGSIH BINTI TUKIMAN", "HASANAH NINGSIH", "", null)]
    [InlineData("belum ada", "", "", null)]
    [InlineData("calon wirausaha", "", "", null)]
    [InlineData("-", "", "", null)]
    public void A_trade_name_falls_into_brand_products_and_form(string name, string brand, string products, string? form)
    {
        var read = TradeNames.Read(name);
        Assert.Equal(brand, string.Join(' ', read.Brand));
        Assert.Equal(products, string.Join(' ', read.Products));
        Assert.Equal(form, read.LegalForm);
    }

    [Theory]
    [InlineData("081398936555", 81398936555)]
    [InlineData("+6287721360563", 87721360563)]
    [InlineData("81694262609", 81694262609)]
    [InlineData("(+62) 82125279019", 82125279019)]
    [InlineData("WA 082145079199", 82145079199)]
    [InlineData("0815-4769-3311", 81547693311)]
    public void Every_way_to_write_a_number_is_one_number(string text, long expected) =>
        Assert.Equal([expected], Phones.Read(text).Select(phone => phone.Number));

    [Fact]
    public void A_field_may_hold_two_numbers() =>
        Assert.Equal([8520203758, 88240042419], Phones.Read("08520203758 / 6288240042419").Select(phone => phone.Number));

    [Theory]
    [InlineData("tidak ada")]
    [InlineData("-")]
    [InlineData("08123456789")]
    [InlineData("080000000000")]
    [InlineData("0812")]
    public void What_is_no_number_is_none(string text) => Assert.Empty(Phones.Read(text));

    [Fact]
    public void A_masked_number_keeps_what_is_seen()
    {
        var masked = Assert.Single(Phones.Read("0815*****693"));
        Assert.Equal(0, masked.Number);
        Assert.Equal(masked.Mask, Assert.Single(Phones.Read("+62 815-7828-8693")).Mask);
    }

    [Fact]
    public void A_nik_that_is_no_date_is_damaged_and_one_in_powers_of_ten_is_none()
    {
        Assert.Equal(IdentifierState.WellFormed, Identifier.Nik("'1871142806000001").State);
        Assert.Equal(IdentifierState.Damaged, Identifier.Nik("1871149906000001").State);
        Assert.Equal(IdentifierState.Damaged, Identifier.Nik("187114280600000").State);
        Assert.Equal(IdentifierState.None, Identifier.Nik("1.87114E+15").State);
    }

    [Fact]
    public void A_nib_gets_its_leading_zero_back_as_a_damaged_one()
    {
        var whole = Identifier.Nib("0911212512705");
        var short_ = Identifier.Nib("911212512705");
        Assert.Equal(whole.Digits, short_.Digits);
        Assert.Equal((IdentifierState.WellFormed, IdentifierState.Damaged), (whole.State, short_.State));
    }

    [Theory]
    [InlineData("JLN. RADEN INTAN NO 126 RT 4 RW 2 KECAMATAN NATAR KABUPATEN LAMPUNG SELATAN", "RADEN INTAN", 126, 4, 2, "", 180104)]
    [InlineData("Jalan Raden Intan, RT/RW 011/001, Pekon Bandar Dalam, Kec. Sidomulyo, Kabupaten Lampung Selatan, Lampung", "RADEN INTAN",
        0, 11, 1, "BANDAR DALAM", 180107)]
    [InlineData("JL. Kartini 63, Gang Tamin, RT.02/RW.05, Kampung Bindu, Kec Rawa Pitu", "KARTINI", 63, 2, 5, "BINDU", 180522)]
    [InlineData("Kel. Hajimena Kecamatan Natar", "", 0, 0, 0, "HAJIMENA", 180104)]
    [InlineData("JL PURNAWIRAWAN NO. 115 KEL. KORPRI RAYA KEC SUKARAME KOTA BANDAR LAMPUNG LAMPUNG", "PURNAWIRAWAN", 115, 0, 0,
        "KORPRI RAYA", 187102)]
    [InlineData("Taman Baru, Kec. Tanjung Karang Pusat, B. Lampung", "", 0, 0, 0, "TAMAN BARU", 187103)]
    [InlineData("Kec. Sidomulyoo, Lamsel", "", 0, 0, 0, "", 180107)]
    public void An_address_is_read_in_its_parts(string text, string street, int number, int rt, int rw, string village, int district)
    {
        var address = new Addresses(Lampung).Read(text);
        Assert.Equal(street.Length == 0 ? null : Sound.Of(street.Replace(" ", "", StringComparison.Ordinal)), address.Street);
        Assert.Equal((number, rt, rw), (address.Number, address.Rt, address.Rw));
        Assert.Equal(village.Length == 0 ? null : Sound.Of(village.Replace(" ", "", StringComparison.Ordinal)), address.Village);
        Assert.Equal(new RegionPair(district / 100, district), address.Region);
    }

    [Theory]
    [InlineData("KAB. LAMPUNG SELATAN", 1801)]
    [InlineData("Kota Metro", 1872)]
    [InlineData("Tulang Bawang Barat", 1812)]
    [InlineData("Kabupaten Pringsewu", 1810)]
    [InlineData("Lamteng", 1802)]
    public void A_town_is_a_regency(string text, int regency) => Assert.Equal(regency, new Addresses(Lampung).Read(text).Region.Regency);
}
