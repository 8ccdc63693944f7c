using DataHub.Feeds;
using DataHub.Feeds.Reading;

namespace DataHub.Tests.Feeds;

public sealed class ReadingTests
{
    private static readonly DateOnly Latest = new(2027, 12, 31);

    private static readonly FieldReader Fields = new(
        new Places([new("18", "Lampung"), new("18.01", "Lampung Selatan"), new("18.01.04", "Natar"), new("18.05", "Tulang Bawang"),
            new("18.12", "Tulang Bawang Barat"), new("18.71", "Bandar Lampung"), new("36.02", "Lebak")]),
        new DateOnly(2026, 11, 21));

    [Theory]
    [InlineData("2024-05-23")]
    [InlineData("23/05/2024")]
    [InlineData("23-05-2024")]
    [InlineData("23 Mei 2024")]
    [InlineData("23 mei 2024")]
    [InlineData("23-Mei-2024")]
    [InlineData("23 May 2024")]
    [InlineData("23.05.2024")]
    [InlineData("2024/05/23")]
    [InlineData("2024-05-23 00:00:00")]
    [InlineData("2024-05-23T00:00:00.000Z")]
    [InlineData("23/05/2024 14:30")]
    public void A_date_reads_the_same_in_every_spelling(string text)
    {
        var reading = DateReader.Read(text, Latest);
        Assert.Equal(new DateOnly(2024, 5, 23), reading.Value);
        Assert.Equal("2024-05-23", reading.Canonical);
    }

    [Theory]
    [InlineData("1 Agu 2023", 8)]
    [InlineData("1 Desember 2023", 12)]
    [InlineData("1 Okt. 2023", 10)]
    [InlineData("1/2/2023", 2)]
    public void Months_have_names_and_abbreviations(string text, int month) =>
        Assert.Equal(new DateOnly(2023, month, 1), DateReader.Read(text, Latest).Value);

    [Theory]
    [InlineData("31/02/2024", Reasons.DateImpossible)]
    [InlineData("2023-02-29", Reasons.DateImpossible)]
    [InlineData("05/23/2024", Reasons.DateImpossible)]
    [InlineData("1024-05-23", Reasons.DateImplausible)]
    [InlineData("2104-05-23", Reasons.DateImplausible)]
    [InlineData("45435", Reasons.DateUnreadable)]
    [InlineData("23/05/24", Reasons.DateUnreadable)]
    [InlineData("23 May- 2024", Reasons.DateUnreadable)]
    [InlineData("2024-05", Reasons.DateUnreadable)]
    [InlineData("--2024", Reasons.DateUnreadable)]
    [InlineData("2024-05-23T17:00:00Z", Reasons.DateUnreadable)]
    [InlineData("2024-05/23", Reasons.DateUnreadable)]
    [InlineData("2024 05 23", Reasons.DateUnreadable)]
    [InlineData("23 Mei 2024 pagi", Reasons.DateUnreadable)]
    public void What_is_no_day_says_why(string text, string reason) => Assert.Equal(reason, DateReader.Read(text, Latest).Reason);

    [Theory]
    [InlineData("40000000", "40000000")]
    [InlineData("40.000.000", "40000000")]
    [InlineData("Rp 40.000.000", "40000000")]
    [InlineData("Rp40.000.000,00", "40000000")]
    [InlineData("rp. 40.000.000,-", "40000000")]
    [InlineData("40 000 000", "40000000")]
    [InlineData("Rp 40.000.000,50", "40000000.5")]
    [InlineData("IDR 40,000,000.00", "40000000")]
    [InlineData("40,000,000", "40000000")]
    [InlineData("007", "7")]
    [InlineData("1250,5", "1250.5")]
    [InlineData("1250.50", "1250.5")]
    [InlineData("1.250", "1250")]
    [InlineData("0", "0")]
    public void An_amount_reads_the_same_in_every_spelling(string text, string canonical) =>
        Assert.Equal((canonical, null), (AmountReader.Read(text).Canonical, AmountReader.Read(text).Reason));

    [Theory]
    [InlineData("-5000", Reasons.AmountNegative)]
    [InlineData("Rp -5.000", Reasons.AmountNegative)]
    [InlineData("4E+07", Reasons.AmountUnreadable)]
    [InlineData("40.00.000", Reasons.AmountUnreadable)]
    [InlineData("empat puluh juta", Reasons.AmountUnreadable)]
    [InlineData("99999999999999999", Reasons.AmountTooLarge)]
    [InlineData("Rp", Reasons.AmountUnreadable)]
    [InlineData("40,000", Reasons.AmountUnreadable)]
    [InlineData("40,00,000", Reasons.AmountUnreadable)]
    [InlineData("40 00 000", Reasons.AmountUnreadable)]
    public void What_is_no_amount_says_why(string text, string reason) => Assert.Equal(reason, AmountReader.Read(text).Reason);

    [Theory]
    [InlineData("Rp\u00A040.000.000")]
    [InlineData("\u00A0 40\u202F000\u202F000 ")]
    public void Spaces_that_do_not_break_are_spaces(string text) =>
        Assert.Equal(40_000_000m, Fields.Read(new FeedColumn("plafon", ColumnKind.Amount), text).Value);

    [Theory]
    [InlineData("1803124611920007", true)]
    [InlineData("'1803124611920007", false)]
    [InlineData("1803124611920000", false)]
    [InlineData("1803123213920007", false)]
    [InlineData("1803127213920007", false)]
    [InlineData("180312461192000", false)]
    [InlineData("1.80312E+15", false)]
    [InlineData("1,80312E+15", false)]
    public void A_damaged_NIK_is_kept_and_marked(string text, bool valid)
    {
        var reading = Fields.Read(new FeedColumn("nik", ColumnKind.Nik), text);
        Assert.Equal((!valid, text, null), (reading.Damaged, reading.Canonical, reading.Reason));
        Assert.Equal(valid ? text : null, reading.Value);
    }

    [Theory]
    [InlineData("108220742478", "0108220742478")]
    [InlineData("'0108220742478", "0108220742478")]
    [InlineData("1.08221E+11", null)]
    [InlineData("0108220742", null)]
    public void A_damaged_NIB_is_weak_evidence_at_most(string text, string? weak)
    {
        Assert.Equal(IdentifierState.Damaged, Identifier.Nib(text));
        Assert.Equal(weak, Identifier.WeakNib(text));
    }

    [Theory]
    [InlineData("18.01.04", "18.01.04", false)]
    [InlineData("180104", "18.01.04", false)]
    [InlineData("1801042001", "18.01.04", false)]
    [InlineData("18.01.04.2001", "18.01.04", false)]
    [InlineData("1801", "18.01", false)]
    [InlineData("36.02", "36.02", false)]
    [InlineData("18.01.99", "18.01", true)]
    [InlineData("99.01", null, true)]
    public void A_region_code_reads_the_same_in_every_spelling(string text, string? code, bool damaged)
    {
        var reading = Fields.Read(new FeedColumn("kode_wilayah", ColumnKind.Region), text);
        Assert.Equal((code, damaged), ((string?)reading.Value, reading.Damaged));
    }

    [Theory]
    [InlineData("4.9")]
    [InlineData("4,9")]
    public void A_rating_has_a_point_or_a_comma(string text) =>
        Assert.Equal(4.9, Fields.Read(new FeedColumn("rating", ColumnKind.Rating), text).Value);

    [Theory]
    [InlineData(ColumnKind.KurKind, "super_mikro", "SUPER_MIKRO")]
    [InlineData(ColumnKind.KurKind, "Super Mikro", "SUPER_MIKRO")]
    [InlineData(ColumnKind.Status, "Tidak Aktif", "TIDAK_AKTIF")]
    [InlineData(ColumnKind.Scale, "mikro", "MIKRO")]
    [InlineData(ColumnKind.CertificateKind, "P-IRT", "PIRT")]
    public void Words_read_in_any_case(ColumnKind kind, string text, string value) =>
        Assert.Equal(value, Fields.Read(new FeedColumn("x", kind), text).Value);

    [Theory]
    [InlineData("H. Moh. Ali", "MUHAMMAD ALI")]
    [InlineData("abdul majid s.p.", "ABDUL MAJID")]
    [InlineData("Djoko", "Joko")]
    [InlineData("SOEKARNO, S.E.", "Sukarno")]
    [InlineData("DEWI K BINTI SURYADI", "Dewi K")]
    [InlineData("Nur'aini", "NURAINI")]
    public void Spellings_of_a_person_are_one(string one, string other) => Assert.Equal(NameKey.Person(other), NameKey.Person(one));

    [Theory]
    [InlineData("CV. Maju Jaya", "MAJU JAYA, CV")]
    [InlineData("KONTER SURIKASU ID", "Counter Surikasu")]
    [InlineData("Kripik Barokah", "KERIPIK BAROKAH")]
    [InlineData("WRG MAMA", "Warung Mama")]
    public void Spellings_of_a_business_are_one(string one, string other) => Assert.Equal(NameKey.Business(other), NameKey.Business(one));

    [Fact]
    public void Different_names_stay_different() => Assert.NotEqual(NameKey.Person("Siti Aminah"), NameKey.Person("Siti Aisyah"));

    [Theory]
    [InlineData("0878 9309 6871", "87893096871")]
    [InlineData("+62 878-9309-6871", "87893096871")]
    [InlineData("81694262609 / 0721-123", "81694262609")]
    [InlineData("0815*****693", null)]
    [InlineData("080000000000", null)]
    [InlineData("08123456789", null)]
    public void A_telephone_reads_the_same_in_every_spelling(string text, string? key) => Assert.Equal(key, PhoneKey.Of(text));

    [Theory]
    [InlineData("Jl. Merdeka, Kec. Natar, Kab Lampung Selatan", "18.01")]
    [InlineData("RT 1 Kecamatan Natar", "18.01")]
    [InlineData("Kab. Tulang Bawang Barat", "18.12")]
    [InlineData("KOTA BANDAR LAMPUNG", "18.71")]
    [InlineData("Tulang Bawang", "18.05")]
    [InlineData("Jalan Sudirman 3", null)]
    public void An_address_tells_its_regency(string address, string? code)
    {
        var places = new Places([new("18.01", "Lampung Selatan"), new("18.01.04", "Natar"), new("18.05", "Tulang Bawang"),
            new("18.12", "Tulang Bawang Barat"), new("18.71", "Bandar Lampung")]);
        Assert.Equal(code, places.RegenciesIn(address).SingleOrDefault());
    }
}
