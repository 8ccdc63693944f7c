using DataHub.Linkage.Model;
using FsCheck;
using FsCheck.Fluent;
using static DataHub.Tests.Linkage.Model.People;

namespace DataHub.Tests.Linkage.Model;

/// <summary>Whole runs of linking on small cases of the field.</summary>
public sealed class LinkerTests
{
    private const string Nik = "1801076701750007";
    private const string OtherNik = "1802246708890007";

    [Fact]
    public void An_equal_nik_and_trade_name_make_one_business()
    {
        var result = Link([Oss("0401249958535", Nik, "HJ. MARIATI", "KUEH KERING BUNDA MARYATI"),
            Akad("008/KUR/1/2024", Nik, "Maryati", "Kue Kering Bunda Maryati")]);
        Assert.Equal(result.Businesses[0], result.Businesses[1]);
        Assert.Equal(result.Persons[0], result.Persons[1]);
        Assert.Contains(result.HoldsPerson[1]!.Levels, level => level is { Comparison: "NIK", Level: "EQUAL", Bits: > 10 });
    }

    [Fact]
    public void One_owner_with_two_trades_has_two_businesses()
    {
        var laundry = Akad("008/KUR/2/2024", Nik, "MARYATI", "LAUNDRY ZAMRUD");
        var result = Link([Oss("0401249958535", Nik, "MARYATI", "KERIPIK KALUBASA"), laundry, Trainee("PS-1", Nik, "MARYATI", "KALUBASA")]);
        Assert.Equal(result.Persons[0], result.Persons[1]);
        Assert.NotEqual(result.Businesses[0], result.Businesses[1]);
        Assert.Equal(result.Businesses[0], result.Businesses[2]);
    }

    [Fact]
    public void A_loan_without_a_trade_name_joins_its_owners_only_business()
    {
        var result = Link([Oss("0401249958535", Nik, "MARYATI", "KERIPIK KALUBASA"), Akad("008/KUR/2/2024", Nik, "MARYATI")]);
        Assert.Equal(result.Businesses[0], result.Businesses[1]);
    }

    [Fact]
    public void Namesakes_in_one_district_with_different_niks_stay_two_people()
    {
        var result = Link([Oss("0401249958535", Nik, "SUKARTI", "KERIPIK KALUBASA"),
            Oss("0401249958536", OtherNik, "SUKARTI", "KOPI NUDARU")]);
        Assert.NotEqual(result.Persons[0], result.Persons[1]);
        Assert.NotEqual(result.Businesses[0], result.Businesses[1]);
    }

    [Fact]
    public void A_spouses_loan_at_the_same_licence_is_the_business_but_not_the_person()
    {
        var licence = Oss("0908238345214", Nik, "MAIMUNAH", "NASI BOX WALULALI");
        var result = Link([licence, Akad("008/KUR/3/2023", OtherNik, "AHMAD EKO", "NASI BOX WALULALI", nib: "0908238345214")]);
        Assert.Equal(result.Businesses[0], result.Businesses[1]);
        Assert.NotEqual(result.Persons[0], result.Persons[1]);
    }

    [Fact]
    public void A_shop_without_an_owners_name_is_found_by_telephone_and_brand()
    {
        var result = Link([Oss("0908238345214", Nik, "MAIMUNAH", "SATE RAKITISI", "082181180814"),
            Shop("SHP1", null, "sate_rakitisi", "+62 821-8118-0814")]);
        Assert.Equal(result.Businesses[0], result.Businesses[1]);
    }

    [Fact]
    public void A_field_officers_telephone_joins_nobody()
    {
        var names = new[] { "WAGIYEM", "PARTINI", "NGADIMAN", "ROSMALA", "DARWIS", "ZURAIDA", "MAIMUNAH", "TUKIMAN", "RUSMINI", "SUPARMI" };
        var clients = names.Select((name, i) =>
            Oss($"07012333985{i:D2}", $"18010{1 + (i % 9)}6701750{100 + i}", name, $"USAHA {name}", "081578288748")).ToArray();
        Assert.Equal(clients.Length, Link(clients).Persons.Take(clients.Length).Distinct().Count());
    }

    [Fact]
    public void A_stewards_no_outranks_an_equal_nik()
    {
        LinkRecord[] records = [Oss("0401249958535", Nik, "MARYATI", "KERIPIK KALUBASA"),
            Akad("008/KUR/2/2024", Nik, "MARYATI", "KERIPIK KALUBASA")];
        var business = Link(records, new LinkJudgement(0, 1, LinkSubject.Business, AreSame: false));
        Assert.NotEqual(business.Businesses[0], business.Businesses[1]);
        Assert.Equal(business.Persons[0], business.Persons[1]);
        var person = Link(records, new LinkJudgement(1, 0, LinkSubject.Person, AreSame: false));
        Assert.NotEqual(person.Persons[0], person.Persons[1]);
    }

    [Fact]
    public void A_stewards_no_holds_also_through_a_third_record()
    {
        var third = Trainee("PS-1", Nik, "MARYATI", "KERIPIK KALUBASA");
        LinkRecord[] records = [Oss("0401249958535", Nik, "MARYATI", "KERIPIK KALUBASA"),
            Akad("008/KUR/2/2024", Nik, "MARYATI", "KERIPIK KALUBASA"), third];
        var result = Link(records, new LinkJudgement(0, 1, LinkSubject.Business, AreSame: false));
        Assert.NotEqual(result.Businesses[0], result.Businesses[1]);
    }

    [Fact]
    public void What_a_steward_keeps_apart_is_asked_of_nobody_again_by_whatever_pair()
    {
        LinkRecord[] records = [Oss("0401249958535", Nik, "MARYATI", "KERIPIK KALUBASA"),
            Akad("008/KUR/2/2024", OtherNik, "MARYATI", "KERIPIK KALUBASA"), Trainee("PS-1", OtherNik, "MARYATI", "KERIPIK KALUBASA")];
        bool IsAsked(params LinkJudgement[] judgements) =>
            Link(records, judgements).Review.Any(pair => Math.Min(pair.Edge.A, pair.Edge.B) == 0 && Math.Max(pair.Edge.A, pair.Edge.B) < 3);
        var asked = Link(records).Review.Single(pair => pair.Edge.A == 0 && pair.Edge.B < 3);
        foreach (var other in new[] { 1, 2 })
        {
            Assert.True(IsAsked());
            Assert.False(IsAsked(new LinkJudgement(0, other, asked.Edge.Subject, AreSame: false)));
        }
    }

    [Fact]
    public void A_stewards_yes_joins_what_nothing_else_would()
    {
        var result = Link([Oss("0401249958535", Nik, "MARYATI", "KERIPIK KALUBASA"), Akad("1", OtherNik, "JUPRI", "LAUNDRY ZAMRUD")],
            new LinkJudgement(0, 1, LinkSubject.Business, true));
        Assert.Equal(result.Businesses[0], result.Businesses[1]);
        Assert.Equal(result.Persons[0], result.Persons[1]);
    }

    [Fact]
    public void Every_record_of_a_cluster_of_two_or_more_says_what_holds_it_there()
    {
        var result = Link([Oss("0401249958535", Nik, "MARYATI", "KERIPIK KALUBASA"), Akad("1", Nik, "MARYATI"),
            Shop("S", "Bu Maryati", "kalubasa")]);
        var sizes = result.Businesses.CountBy(cluster => cluster).ToDictionary();
        for (var i = 0; i < result.Businesses.Length; i++)
        {
            Assert.Equal(sizes[result.Businesses[i]] > 1, result.Holds[i] is not null);
            if (result.Holds[i] is { } edge) Assert.True((edge.A == i || edge.B == i) && edge.A < edge.B
                && result.Businesses[edge.A] == result.Businesses[edge.B]);
        }
    }

    [Fact]
    public void The_bits_of_an_edge_are_the_prior_and_its_levels()
    {
        var edge = Link([Oss("0401249958535", Nik, "MARYATI", "KERIPIK KALUBASA"), Akad("1", Nik, "MARYATI", "KALUBASA")]).Holds[0]!;
        Assert.Equal(LinkSubject.Business, edge.Subject);
        Assert.InRange(edge.Bits - edge.Levels.Sum(level => level.Bits), -0.6, 0.6);
    }

    [Fact]
    public void Two_records_with_one_key_are_refused()
    {
        var error = Assert.Throws<ArgumentException>(() =>
            Linker.Link([Trainee("PS-1", null, "A"), Trainee("PS-1", null, "B")], new LinkContext()));
        Assert.Contains("PS-1", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_judgement_of_a_place_that_is_not_there_is_refused() =>
        Assert.Throws<ArgumentException>(() =>
            Linker.Link([Trainee("PS-1", null, "A")], new LinkContext { Judgements = [new(0, 1, LinkSubject.Person, true)] }));

    [Fact]
    public void Nothing_gives_nothing() => Assert.Empty(Linker.Link([], new LinkContext()).Businesses);

    [Fact]
    public void The_order_of_the_records_does_not_matter()
    {
        LinkRecord[] records =
        [
            Oss("0401249958535", Nik, "MARYATI", "KERIPIK KALUBASA", "082181180814"), Akad("1", Nik, "MARYATI"),
            Shop("S", "Bu Maryati", "kalubasa", "082181180814"),
            Oss("0401249958536", OtherNik, "SUKARTI", "KOPI NUDARU"), Trainee("PS-1", null, "SUKARTI", "NUDARU"),
            Trainee("PS-2", OtherNik, "Sukarti", null),
            .. Others(200),
        ];
        var expected = Clusters(records);
        Prop.ForAll(Gen.Shuffle(records).ToArbitrary(), shuffled =>
            Clusters(shuffled) == expected).Check(Config.QuickThrowOnFailure.WithMaxTest(8));
    }

    private static string Clusters(LinkRecord[] records)
    {
        var result = Linker.Link(records, new LinkContext { Gazetteer = Lampung });
        var lines = records.Select((record, i) =>
            $"{record.Feed} {record.SourceKey} {result.Businesses[i]} {result.Persons[i]} {result.Holds[i]?.Bits}");
        var review = result.Review.Select(pair => $"{pair.Reason} {pair.Worth} {pair.Edge.Bits}");
        return string.Join('\n', lines.Order(StringComparer.Ordinal).Concat(review));
    }
}
