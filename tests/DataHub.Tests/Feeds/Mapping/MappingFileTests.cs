using DataHub.Feeds;
using DataHub.Feeds.Mapping;

namespace DataHub.Tests.Feeds.Mapping;

/// <summary>What a mapping file may say, and what is said of one that may not.</summary>
public sealed class MappingFileTests
{
    private const string Small =
        """{ "mapping": 1, "feed": "DAFTAR", "list": "uji-coba", "columns": [ { "from": "Nama", "to": "nama_pemilik" } ] }""";

    [Fact]
    public void A_small_mapping_is_enough()
    {
        var mapping = MappingFile.Parse(Small);
        Assert.Equal(("DAFTAR", "uji-coba", 1), (mapping.Feed.Name, mapping.List, mapping.Rows.Header.Single()));
        Assert.Contains("tidak ada", mapping.Empty);
    }

    [Fact]
    public void Faults_are_all_told_with_their_paths()
    {
        var refusal = Assert.Throws<FeedRefusedException>(() => MappingFile.Parse(
            """
            {
              "mapping": 2, "feed": "DAFTAR", "list": "Daftar Besar!", "colour": 1,
              "rows": { "header": [3, 1], "first": 2, "section": "nope" },
              "constants": { "umur": "3", "nama_usaha": "x" },
              "columns": [
                { "from": "A", "to": "nama_usaha", "unit": "many", "form": "magic" },
                { "from": [], "to": "omzet" },
                { "to": "modal", "decimals": "x" },
                { "from": "B", "to": "nik_pemilik" },
                { "from": "C", "to": "nama_usaha" }
              ]
            }
            """));
        foreach (var fault in new[]
        {
            "mapping is a version", "colour is no member", "list must be", "rows.header must be", "rows.first must lie below",
                "rows.section names no field",
            "constants.umur names no field", "constants.nama_usaha is mapped", "columns[0].unit must be a number",
                "columns[0].form must be one of text, name",
            "columns[1].from names no column", "columns[2].from is missing", "columns[3].to names no field",
                "columns[4].to names nama_usaha a second time",
        })
            Assert.Contains(fault, refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{", "no JSON: line 1")]
    [InlineData("[]", "the file must be an object")]
    [InlineData("{\"mapping\": 1, \"feed\": \"X\"}", "feed names no feed")]
    [InlineData("{\"mapping\": 1, \"feed\": \"PELATIHAN\", \"list\": \"abc\", \"columns\": [{\"from\": \"A\", \"to\": \"nama\"}]}",
        "gives nothing for kode_program")]
    [InlineData("{\"mapping\": 1, \"feed\": \"DAFTAR\", \"list\": \"abc\", \"columns\": [{\"from\": \"A\", \"to\": \"omzet\"}]}",
        "maps no name")]
    public void What_cannot_be_used_says_why(string json, string reason) =>
        Assert.Contains(reason, Assert.Throws<FeedRefusedException>(() => MappingFile.Parse(json)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("1.234.567,89", "1234567.89")]
    [InlineData("1,234,567.89", "1234567.89")]
    [InlineData("Rp 40.000.000,-", "40000000")]
    [InlineData("Rp. 2,5 juta", "2500000")]
    [InlineData("1.5E+08", "150000000")]
    [InlineData("1.000", "1000")]
    [InlineData("0,5", "0.5")]
    [InlineData("3 orang", "3")]
    [InlineData("(1.500)", "-1500")]
    [InlineData("12 345", "12345")]
    public void Numbers_are_read_as_agencies_write_them(string text, string expected)
    {
        Assert.True(NumberText.TryRead(text, null, out var number));
        Assert.Equal(expected, NumberText.Write(number));
    }

    [Theory]
    [InlineData("1.2.3")]
    [InlineData("abc")]
    [InlineData("12a")]
    [InlineData("1,23,4")]
    [InlineData("-")]
    public void What_is_no_number_is_left(string text) => Assert.False(NumberText.TryRead(text, null, out _));

    [Theory]
    [InlineData("23/05/2024", DateOrder.DayFirst, "2024-05-23")]
    [InlineData("05/23/2024", DateOrder.MonthFirst, "2024-05-23")]
    [InlineData("23 Mei 2024", DateOrder.DayFirst, "2024-05-23")]
    [InlineData("23-May-24", DateOrder.DayFirst, "2024-05-23")]
    [InlineData("45435", DateOrder.DayFirst, "2024-05-23")]
    [InlineData("2024-05-23 00:00:00", DateOrder.DayFirst, "2024-05-23")]
    [InlineData("Bandar Lampung, 23 Mei 2024", DateOrder.DayFirst, "2024-05-23")]
    [InlineData("31/02/2024", DateOrder.DayFirst, null)]
    [InlineData("soon", DateOrder.DayFirst, null)]
    public void Days_are_read_as_agencies_write_them(string text, DateOrder order, string? expected) =>
        Assert.Equal(expected, DateText.Read(text, order));

    [Theory]
    [InlineData("S I T I", "SITI")]
    [InlineData("S I T I  A M I N A H", "SITI AMINAH")]
    [InlineData("Toko A B", "Toko A B")]
    [InlineData("  J a w a ,  B ", "Jawa , B")]
    public void Letters_that_stand_apart_are_joined(string text, string expected) => Assert.Equal(expected, NameText.Join(text));

    [Theory]
    [InlineData("10794 - Industri kerupuk", "10794")]
    [InlineData("KBLI: 10.794", "10794")]
    [InlineData("C 10794", "10794")]
    [InlineData("123456", null)]
    [InlineData("Industri", null)]
    public void Codes_of_KBLI_are_found_in_texts(string text, string? expected) => Assert.Equal(expected, KbliText.Code(text));
}
