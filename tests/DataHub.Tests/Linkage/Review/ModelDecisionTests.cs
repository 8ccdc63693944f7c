using System.Globalization;
using System.Text.Json;
using DataHub.Testing;
using DataHub.Testing.Linkage.Labelled;
using DataHub.Tests.Feeds;

namespace DataHub.Tests.Linkage.Review;

/// <summary>What stewards say of what the linker did by itself, or left to them.</summary>
public sealed class ModelDecisionTests
{
    private const string Nik = "1803124611920007";
    private const string Nib = "2801255173141";
    private const string OtherNib = "3001261111111";

    private const string Oss = $"{Nib},{Nik},Binatu Rezeki,APRIANI WULANDARI,Perorangan,96200,Mikro,81300000,Jl. Melati 1,18.03,081211112222,,2025-01-28,AKTIF";

    private const string OtherOss =
        $"{OtherNib},{Nik},Keripik Tunas Jaya,APRIANI WULANDARI,Perorangan,10794,Mikro,61300000,Jl. Kenanga 9,18.03,081211112222,,2025-03-02,AKTIF";

    // Where every record and published row stands.
    private const string Standing =
        """
        select 'link', l.feed || l.source_key, l.business_id, l.person_id from linkage.link l where l.closed_at is null
        union all select 'business', b.nib, b.id, b.owner_id from registry.business b
        union all select 'licence', l.nib || l.is_current, l.business_id, null from registry.licence l
        union all select 'loan', x.nomor_akad, x.business_id, x.person_id from credit.loan x
        union all select 'product', x.source_key, x.business_id, null from market.product x
        union all select 'redirect', x.business_id::text, x.survivor_id, null from registry.business_redirect x
        order by 1, 2
        """;

    private static string Loan(string key, string name) =>
        $"{key},{Nik},APRIANI WULANDARI,,{name},002,MIKRO,20000000,1500000,1,2025-06-01,2027-06-01,18.03";

    [Fact]
    public async Task Undoing_what_the_linker_merged_by_itself_gives_back_everything_with_its_id_for_good()
    {
        await using var hub = await StewardWorld.CreateAsync();
        await LoadAsync(hub.World, Loan("A2", "Keripik Tunas Jaya"));
        var before = await hub.World.RowsAsync(Standing);
        Assert.Equal(2, before.Count(row => row.StartsWith("business|", StringComparison.Ordinal)));
        Assert.Contains("loan|A2|2|1", before);
        // Told of the same name and activity, the linker takes the two for one.
        await hub.World.LoadAsync("oss.csv", FeedWorld.Oss, Oss
            .Replace("Binatu Rezeki", "KERIPIK TUNAS JAYA", StringComparison.Ordinal).Replace("96200", "10794", StringComparison.Ordinal));
        Assert.Equal(["|1|2"], await hub.World.RowsAsync("select actor, business_id, other_id from linkage.event where kind = 'MERGE'"));
        Assert.Single(await hub.World.RowsAsync("select id from registry.business"));

        var merge = long.Parse(await hub.World.ValueAsync("select id from linkage.event where kind = 'MERGE'"), CultureInfo.InvariantCulture);
        var undone = await DecideAsync(hub, $"undoEvent(eventId: \"{hub.Hub.Ids.Encode("BusinessEvent", merge)}\", reason: \"Dua usaha\")");
        Assert.Equal(1, undone.GetProperty("pass").GetProperty("split").GetInt32());
        Assert.Equal("DIFFERENT", undone.GetProperty("decision").GetProperty("verdict").GetString());
        Assert.Equal(before, await hub.World.RowsAsync(Standing));
        await hub.World.Loader.Linking.RunAllAsync();
        Assert.Equal(before, await hub.World.RowsAsync(Standing));
        // The linker still thinks otherwise: nobody is asked what a steward has said.
        Assert.Equal("0", await hub.World.ValueAsync("select count(*) from linkage.review_pair where state = 'OPEN'"));
        Assert.Equal("SPLIT|1|2|steward-sandbox/steward-sandbox", await hub.World.ValueAsync(
            "select kind, business_id, other_id, actor from linkage.event order by id desc limit 1"));
    }

    [Fact]
    public async Task Parting_loans_from_loans_waits_for_a_second_steward_and_is_done_when_that_one_agrees()
    {
        await using var hub = await StewardWorld.CreateAsync();
        await LoadAsync(hub.World, Loan("A1", "Binatu Rezeki"), Loan("A2", "Binatu Rezeki"));
        var before = await hub.World.RowsAsync(Standing);
        var business = hub.Hub.Ids.Encode("Business", 1);
        var split = $"splitBusiness(input: {{ id: \"{business}\", records: [{{ feed: SIKP, sourceRecordId: \"A2\" }}], reason: \"Usaha lain\" }})";
        var first = await DecideAsync(hub, split);
        Assert.Equal((false, true), InForce(first));
        await hub.World.Loader.Linking.RunAllAsync();
        Assert.Equal(before, await hub.World.RowsAsync(Standing));

        var id = first.GetProperty("decision").GetProperty("id").GetString();
        Assert.Equal("SAME_PERSON", Code(await ChangeAsync(hub, $"confirmDecision(id: \"{id}\")")));
        Assert.Equal(before, await hub.World.RowsAsync(Standing));
        var second = await DecideAsync(hub, $"confirmDecision(id: \"{id}\")", isSecond: true);
        Assert.Equal((true, true), InForce(second));
        Assert.Equal(1, second.GetProperty("pass").GetProperty("split").GetInt32());
        Assert.Equal(2, second.GetProperty("businesses").GetArrayLength());
        var after = await hub.World.RowsAsync("select nomor_akad, business_id = 1, person_id = 1 from credit.loan order by 1");
        Assert.Equal(["A1|True|True", "A2|False|True"], after);
        await hub.World.Loader.Linking.RunAllAsync();
        Assert.Equal(after, await hub.World.RowsAsync("select nomor_akad, business_id = 1, person_id = 1 from credit.loan order by 1"));
        await DecideAsync(hub, $"withdrawDecision(id: \"{id}\", reason: \"Keliru\")");
        Assert.Equal(Places(before), Places(await hub.World.RowsAsync(Standing)));
    }

    [Fact]
    public async Task A_pair_that_is_said_to_be_different_leaves_the_queue_and_comes_back_when_that_is_taken_back()
    {
        await using var hub = await StewardWorld.CreateAsync();
        LabelledFiles.WriteFeeds(LabelledSet.Generate(new LabelledOptions(150, Seed: 8)), hub.World.Folder);
        await hub.World.Loader.LoadAllAsync(hub.World.Folder);
        await hub.World.Loader.Linking.RunAllAsync();
        var open = await hub.World.RowsAsync(Queue);
        Assert.NotEmpty(open);
        var standing = await hub.World.RowsAsync(Standing);
        var pair = long.Parse(open[0], CultureInfo.InvariantCulture);
        var decided = await DecideAsync(
            hub, $"decideReview(input: {{ id: \"{hub.Hub.Ids.Encode("ReviewItem", pair)}\", verdict: DIFFERENT, reason: \"Dua orang\" }})");
        for (var pass = 0; pass < 2; pass++)
        {
            await hub.World.Loader.Linking.RunAllAsync();
            Assert.Equal("DECIDED", await hub.World.ValueAsync($"select state from linkage.review_pair where id = {pair}"));
            Assert.Equal(standing, await hub.World.RowsAsync(Standing));
            // Nor is it asked by another pair of what stands with the two.
            Assert.Equal("0", await hub.World.ValueAsync(
                $"""
                select count(*)
                from linkage.review_pair p
                join linkage.link a on a.feed = p.feed_a and a.source_key = p.key_a and a.closed_at is null
                join linkage.link b on b.feed = p.feed_b and b.source_key = p.key_b and b.closed_at is null
                join linkage.review_pair q on q.id = {pair}
                join linkage.link c on c.feed = q.feed_a and c.source_key = q.key_a and c.closed_at is null
                join linkage.link d on d.feed = q.feed_b and d.source_key = q.key_b and d.closed_at is null
                where p.state = 'OPEN' and array[a.business_id, b.business_id] <@ array[c.business_id, d.business_id]
                """));
        }
        var id = decided.GetProperty("decision").GetProperty("id").GetString();
        await DecideAsync(hub, $"withdrawDecision(id: \"{id}\", reason: \"Keliru\")");
        await hub.World.Loader.Linking.RunAllAsync();
        Assert.Equal(open, await hub.World.RowsAsync(Queue));
        Assert.Equal(standing, await hub.World.RowsAsync(Standing));
    }

    private const string Queue = "select id from linkage.review_pair where state = 'OPEN' order by worth desc, id";

    private static (bool InForce, bool NeedsSecond) InForce(JsonElement payload) => payload.GetProperty("decision") is var decision
        ? (decision.GetProperty("inForce").GetBoolean(), decision.GetProperty("needsSecond").GetBoolean()) : default;

    // A part that was split off anew has an id of its own, which a merge leaves behind as a redirect.
    private static IEnumerable<string> Places(IEnumerable<string> rows) => rows.Where(row => !row.StartsWith("redirect|", StringComparison.Ordinal));

    private static async Task LoadAsync(FeedWorld world, params string[] loans)
    {
        await world.LoadAsync("oss.csv", FeedWorld.Oss, Oss, OtherOss);
        await world.LoadAsync("sikp.csv", [FeedWorld.Sikp, .. loans]);
        await world.LoadAsync("produk.csv", "id_produk,nib,nama_produk,kategori,kbli,harga", $"P1,{OtherNib},Keripik,Makanan,10794,5000");
    }

    private static string? Code(JsonElement payload) => payload.GetProperty("errors")[0].GetProperty("code").GetString();

    private static async Task<JsonElement> DecideAsync(StewardWorld hub, string mutation, bool isSecond = false)
    {
        var payload = await ChangeAsync(hub, mutation, isSecond);
        Assert.Equal("[]", payload.GetProperty("errors").GetRawText());
        return payload;
    }

    private static async Task<JsonElement> ChangeAsync(StewardWorld hub, string mutation, bool isSecond = false)
    {
        // No two passes are of one moment.
        hub.World.Clock.Now += TimeSpan.FromMinutes(1);
        return (await hub.AskAsync(
            $"mutation {{ done: {mutation} {{ decision {{ id verdict inForce needsSecond }} businesses {{ id }} pass {{ split merged }} errors {{ code }} }} }}",
            null, isSecond ? ReviewWorld.Second : Callers.Steward)).GetProperty("done");
    }
}
