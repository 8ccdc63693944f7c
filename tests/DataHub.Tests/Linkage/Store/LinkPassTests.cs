using DataHub.Linkage.Store;
using DataHub.Tests.Feeds;

namespace DataHub.Tests.Linkage.Store;

/// <summary>What passes leave in the database.</summary>
public sealed class LinkPassTests
{
    [Fact]
    public async Task A_second_pass_over_the_same_records_writes_nothing()
    {
        await using var world = await LinkWorld.TwoBusinessesAsync();
        var before = await world.RowsAsync(LinkWorld.Whereabouts);
        var links = await world.ValueAsync("select count(*), max(id) from linkage.link");
        var updated = await world.ValueAsync("select max(updated_at) from registry.business");
        var result = await world.LinkAsync();
        Assert.Equal((5, 0, 2, 2), (result.Records, result.Pending, result.Businesses, result.Persons));
        Assert.Equal(before, await world.RowsAsync(LinkWorld.Whereabouts));
        Assert.Equal(links, await world.ValueAsync("select count(*), max(id) from linkage.link"));
        Assert.Equal(updated, await world.ValueAsync("select max(updated_at) from registry.business"));
        Assert.Equal("0", await world.ValueAsync("select count(*) from linkage.event"));
    }

    [Fact]
    public async Task A_decision_of_a_steward_merges_two_businesses_and_its_withdrawal_gives_everything_back()
    {
        await using var world = await LinkWorld.TwoBusinessesAsync();
        var before = await world.RowsAsync(LinkWorld.Whereabouts);
        await world.JudgeAsync("SAME");
        var merged = await world.LinkAsync();
        Assert.Equal((1, 0), (merged.Merged, merged.Split));
        Assert.Equal("1", await world.ValueAsync("select count(*) from registry.business"));
        Assert.Equal("2|1", await world.ValueAsync("select business_id, survivor_id from registry.business_redirect"));
        Assert.Equal(["1|A1", "1|A2"], await world.RowsAsync("select business_id, nomor_akad from credit.loan order by 2"));
        Assert.Equal("1|1", await world.ValueAsync("select x.business_id, c.business_id from market.product x, market.certificate c"));
        Assert.Equal($"{LinkWorld.SecondNib}|{LinkWorld.FirstNib}",
            await world.ValueAsync("select b.nib, l.nib from registry.business b join registry.licence l on l.business_id = b.id and not l.is_current"));
        Assert.Equal("MERGE|1|2|steward-1|seen on site", await world.ValueAsync("select kind, business_id, other_id, actor, reason from linkage.event"));

        await world.WithdrawAsync();
        var parted = await world.LinkAsync();
        Assert.Equal((0, 1), (parted.Merged, parted.Split));
        Assert.Equal(before, await world.RowsAsync(LinkWorld.Whereabouts));
        Assert.Equal("0|0", await world.ValueAsync("select count(*), (select count(*) from registry.person_redirect) from registry.business_redirect"));
        Assert.Equal(["MERGE|3", "SPLIT|3"], await world.RowsAsync(
            "select e.kind, count(*) from linkage.event e join linkage.event_record r on r.event_id = e.id group by e.id, e.kind order by e.id"));
    }

    [Fact]
    public async Task What_was_decided_survives_new_records_and_full_passes()
    {
        await using var world = await LinkWorld.TwoBusinessesAsync();
        await world.JudgeAsync("SAME");
        await world.LinkAsync();
        await world.LoadAsync("sikp.csv", FeedWorld.Sikp, LinkWorld.SecondLoan.Replace("2500000", "2000000", StringComparison.Ordinal));
        await world.LinkAsync();
        Assert.Equal("1|1", await world.ValueAsync("select count(*), min(id) from registry.business"));
        Assert.Equal("STEWARD|CERTAIN", await world.ValueAsync(
            $"select rule, certainty from linkage.link where source_key = '{LinkWorld.FirstNib}' and closed_at is null"));
        await world.RowsAsync("update linkage.judgement set withdrawn_at = now()");
        await world.JudgeAsync("DIFFERENT", "OSS", LinkWorld.SecondNib, "SIKP", "A2");
        await world.LinkAsync();
        Assert.Equal("3", await world.ValueAsync("select count(*) from registry.business"));
        Assert.Equal("True", await world.ValueAsync(
            $"select x.business_id <> b.id from credit.loan x, registry.business b where x.nomor_akad = 'A2' and b.nib = '{LinkWorld.SecondNib}'"));
    }

    [Fact]
    public async Task Ids_of_merged_businesses_answer_for_the_last_survivor_and_come_back_one_by_one()
    {
        await using var world = await LinkWorld.TwoBusinessesAsync();
        const string third = "3101269999999,1802094404900001,Tahu Sumber Waras,SRI MULYATI,Perorangan,10391,Mikro,20000000,Jl. Nangka 3 Kec. Metro Pusat,18.72,081377712345,,2023-01-01,AKTIF";
        await world.LoadAsync("oss.csv", FeedWorld.Oss, third);
        await world.JudgeAsync("SAME", keyA: LinkWorld.SecondNib, keyB: "3101269999999");
        await world.LinkAsync();
        await world.JudgeAsync("SAME");
        await world.LinkAsync();
        Assert.Equal(["2|1", "3|1"], await world.RowsAsync("select business_id, survivor_id from registry.business_redirect order by 1"));
        await world.RowsAsync($"update linkage.judgement set withdrawn_at = now() where key_a = '{LinkWorld.FirstNib}'");
        await world.LinkAsync();
        Assert.Equal("3|2", await world.ValueAsync("select business_id, survivor_id from registry.business_redirect"));
        await world.WithdrawAsync();
        await world.LinkAsync();
        Assert.Equal(["1|Keripik Tunas Rimba", "2|Batik Sekar Arum", "3|Tahu Sumber Waras"],
            await world.RowsAsync("select id, name from registry.business order by id"));
        Assert.Equal("0", await world.ValueAsync("select count(*) from registry.business_redirect"));
    }

    [Fact]
    public async Task A_pinned_value_stands_until_its_last_day_and_goes_with_a_merge()
    {
        await using var world = await LinkWorld.TwoBusinessesAsync();
        await world.RowsAsync("insert into linkage.pin (business_id, attribute, value, reason, pinned_by, pinned_at, ends_on) "
            + "values (2, 'name', 'Batik Sekar', 'deed', 's', now(), '2026-11-21'), (2, 'kbli', '10794', 'visit', 's', now(), '2026-11-20')");
        await world.LinkAsync();
        Assert.Equal("Batik Sekar|13134", await world.ValueAsync("select name, kbli from registry.business where id = 2"));
        await world.JudgeAsync("SAME");
        await world.LinkAsync();
        Assert.Equal("1", await world.ValueAsync("select distinct business_id from linkage.pin"));
    }

    [Fact]
    public async Task A_load_that_died_before_its_pass_is_linked_by_the_next_one()
    {
        await using var world = await FeedWorld.CreateAsync();
        world.Loader.LinkingProgress = new Refusing();
        await Assert.ThrowsAsync<NotSupportedException>(() => world.LoadAsync("oss.csv", FeedWorld.Oss, LinkWorld.FirstOss));
        Assert.Equal("DONE|1|0", await world.ValueAsync("select status, created, linked from feeds.feed_run"));
        Assert.Equal("0|1", await world.ValueAsync("select count(*), (select count(*) from linkage.pending) from registry.business"));
        Assert.Equal("FAILED|the pass ended with an unexpected error", await world.ValueAsync("select status, failure from linkage.pass"));
        world.Loader.LinkingProgress = null;
        await world.LoadAsync("sikp.csv", FeedWorld.Sikp, LinkWorld.FirstLoan);
        Assert.Equal("1|0", await world.ValueAsync("select count(*), (select count(*) from linkage.pending) from registry.business"));
        Assert.Equal(["OSS|1", "SIKP|1"], await world.RowsAsync("select feed, linked from feeds.feed_run order by id"));
        Assert.Null(await world.Loader.Linking.RunPendingAsync());
    }

    [Fact]
    public async Task What_only_the_model_says_is_probable_and_says_why()
    {
        await using var world = await LinkWorld.TwoBusinessesAsync();
        await world.LoadAsync("pelatihan.csv", LinkWorld.Pelatihan,
            "PS-1,Apriani Halimah,,0812-3456-7801,Keripik Tunas Rimba,P01,Dasar,PLUT,2025-05-01,2025-05-03,24,Ya");
        Assert.Equal("1|MODEL|PROBABLE|PROBABLE", await world.ValueAsync(
            "select business_id, rule, certainty, person_certainty from linkage.link where feed = 'PELATIHAN' and closed_at is null"));
        var evidence = await world.RowsAsync(
            "select comparison, weight > 0 from linkage.evidence e join linkage.link l on l.id = e.link_id where l.feed = 'PELATIHAN' order by 1");
        Assert.Contains("PHONE|True", evidence);
        Assert.Contains("BRAND|True", evidence);
        Assert.Equal("1", await world.ValueAsync("select business_id from training.participation"));
    }

    [Fact]
    public async Task A_business_that_OSS_does_not_know_has_no_NIB_and_a_shop_without_any_name_is_no_business()
    {
        await using var world = await FeedWorld.CreateAsync();
        await world.LoadAsync("marketplace.csv", LinkWorld.Marketplace,
            "S1,Shopee,Kopi Gunung Seminung,Hendra Wijaya,0813000111,,Kota Metro,3,4.9,100,2024-01-01", "S2,Shopee,,,,,Metro,3,4.9,100,2024-01-01");
        Assert.Equal("Kopi Gunung Seminung||18.72|Hendra Wijaya", await world.ValueAsync(
            "select b.name, b.nib, b.regency_code, p.name from registry.business b join registry.person p on p.id = b.owner_id"));
        Assert.Equal(["S1|True|True|OWN_RECORD", "S2|False|False|OWN_RECORD"], await world.RowsAsync(
            "select source_key, business_id is not null, cluster_record_id is null, rule from linkage.link order by 1"));
        Assert.Equal("1|1", await world.ValueAsync("select linked, unlinked from feeds.feed_run"));
    }

    [Fact]
    public async Task Subscribers_hear_of_what_is_merged_and_split()
    {
        await using var world = await LinkWorld.TwoBusinessesAsync();
        await world.RowsAsync("update changes.horizon set awaited_until = now() + interval '1 hour'");
        await world.JudgeAsync("SAME");
        await world.LinkAsync();
        await world.WithdrawAsync();
        await world.LinkAsync();
        Assert.Equal(["BUSINESS_MERGED|1|True", "BUSINESS_SPLIT|1|True", "BUSINESS_SPLIT|2|"], await world.RowsAsync(
            "select kind, business_id, 'loans' = any (attributes) from changes.outbox where business_id is not null order by position / 1000, business_id, position"));
    }

    [Fact]
    public async Task A_neighbourhood_takes_whole_businesses_along_and_leaves_the_others_alone()
    {
        await using var world = await LinkWorld.TwoBusinessesAsync();
        var before = await world.RowsAsync(LinkWorld.Whereabouts);
        var result = await world.Loader.Linking.RunNearAsync([new RecordName("SIKP", "A2")]);
        Assert.Equal((3, 1), (result.Records, result.Businesses));
        Assert.Equal(before, await world.RowsAsync(LinkWorld.Whereabouts));
        Assert.Equal(["FULL", "FULL", "FULL", "NEAR"], await world.RowsAsync("select kind from linkage.pass where status = 'DONE' order by id"));
    }

    private sealed class Refusing : IProgress<PassProgress>
    {
        public void Report(PassProgress value) => throw new NotSupportedException();
    }
}
