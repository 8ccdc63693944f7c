using DataHub.Linkage.Model;
using static DataHub.Tests.Linkage.Model.People;

namespace DataHub.Tests.Linkage.Model;

/// <summary>Models and statistics as they are kept, and reasons as they are read.</summary>
public sealed class ModelTests
{
    [Fact]
    public void A_model_is_the_same_after_it_was_kept()
    {
        var json = LinkModel.Current.ToJson();
        Assert.Equal(json, LinkModel.Parse(json).ToJson());
        Assert.Contains($"\"version\":\"{LinkModel.Current.Version}\"", json, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}", "version")]
    [InlineData("[", "not readable")]
    public void A_model_that_cannot_be_read_says_why(string json, string word) =>
        Assert.Contains(word, Assert.Throws<FormatException>(() => LinkModel.Parse(json)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_model_with_an_unknown_level_is_refused()
    {
        var json = LinkModel.Current.ToJson().Replace("SAME_SOUND", "SAME_SMELL", StringComparison.Ordinal);
        Assert.Contains("SAME_SMELL", Assert.Throws<FormatException>(() => LinkModel.Parse(json)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Statistics_are_the_same_after_they_were_kept_and_in_any_order()
    {
        var records = Others(300).ToArray();
        var first = Bytes(LinkStatistics.Of(records, Lampung));
        Assert.Equal(first, Bytes(LinkStatistics.Read(new MemoryStream(first))));
        Assert.Equal(first, Bytes(LinkStatistics.Of([.. records.Reverse()], Lampung)));
    }

    [Fact]
    public void Statistics_of_another_format_are_refused() =>
        Assert.Throws<InvalidDataException>(() => LinkStatistics.Read(new MemoryStream([9, 9, 9, 9])));

    [Fact]
    public void Two_records_that_are_linked_share_a_block_key()
    {
        var (a, b) = (Oss("0401249958535", "1801076701750007", "MARYATI", "KERIPIK KALUBASA"), Shop("S", "Bu Maryati", "kalubasa"));
        var statistics = LinkStatistics.Of([a, b, .. Others(300)], Lampung);
        var keys = new BlockKeys(statistics, Lampung);
        Assert.NotEmpty(keys.Of(a).Intersect(keys.Of(b)));
    }

    [Fact]
    public void A_neighbourhood_with_the_populations_statistics_is_linked_as_the_whole_is()
    {
        LinkRecord[] near = [Oss("0401249958535", "1801076701750007", "MARYATI", "KERIPIK KALUBASA"), Shop("S", "Bu Maryati", "kalubasa"),
            Akad("1", "1801076701750007", "MARYATI")];
        LinkRecord[] all = [.. near, .. Others(1_000)];
        var whole = Linker.Link(all, new LinkContext { Gazetteer = Lampung });
        var part = Linker.Link(near,
            new LinkContext { Gazetteer = Lampung, Statistics = LinkStatistics.Of(all, Lampung), TotalRecords = all.Length });
        Assert.Equal(whole.Businesses[..3], part.Businesses);
        Assert.Equal(whole.Holds[1]!.Bits, part.Holds[1]!.Bits);
    }

    [Fact]
    public void A_model_can_be_learnt_without_knowing_who_is_who()
    {
        var records = Others(400).SelectMany((record, i) =>
            new[] { record, Akad($"{i}", record.Nik, record.PersonName!, record.BusinessName, region: record.RegionCode) }).ToArray();
        var learnt = LinkModel.Estimate(records, "test", Lampung);
        Assert.Equal("test", learnt.Version);
        Assert.Equal(learnt.ToJson(), LinkModel.Estimate([.. records.Reverse()], "test", Lampung).ToJson());
        var result = Linker.Link(records, new LinkContext { Gazetteer = Lampung, Model = learnt });
        Assert.All(Enumerable.Range(0, 400), i => Assert.Equal(result.Persons[2 * i], result.Persons[(2 * i) + 1]));
    }

    [Fact]
    public void Reasons_are_words_in_two_languages_the_heaviest_first()
    {
        ComparedLevel[] levels = [new("AREA", "DISTRICT", 5), new("NIK", "ONE_EDIT", 11), new("PHONE", "DIFFERENT", -3),
            new("PERSON_NAME", "SAME_SOUND", 8)];
        Assert.Equal("NIK berbeda satu angka; nama sama bunyi; kecamatan sama; nomor telepon berbeda",
            LinkWords.Of(levels, LinkLanguage.Indonesian));
        Assert.Equal("NIK differs by one digit; owner's name sounds alike; same district; telephone different",
            LinkWords.Of(levels, LinkLanguage.English));
    }

    private static byte[] Bytes(LinkStatistics statistics)
    {
        using var stream = new MemoryStream();
        statistics.Write(stream);
        return stream.ToArray();
    }
}
