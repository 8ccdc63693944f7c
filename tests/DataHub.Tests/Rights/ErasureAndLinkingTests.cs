using System.Globalization;
using DataHub.Testing;
using DataHub.Tests.Feeds;
using DataHub.Tests.Linkage.Store;

namespace DataHub.Tests.Rights;

/// <summary>What was erased stays away when records are linked again, and what another duty keeps makes nobody's identity anew.</summary>
public sealed class ErasureAndLinkingTests
{
    private const string Shop = $"S1,Shopee,Batik Sekar Arum,Dwi Prasetyo,081398765402,{LinkWorld.SecondNib},Kota Bandar Lampung,3,4.9,100,2024-01-01";

    private const string Contract = $"K1,{LinkWorld.SecondNib},Dinas Perdagangan,Seragam batik,50000000,2024-06-01";

    private static readonly string[] Oss = [FeedWorld.Oss, LinkWorld.FirstOss, LinkWorld.SecondOss.Replace("AKTIF", "DICABUT", StringComparison.Ordinal)];

    // Where all that is left stands, and what is known of whom.
    private const string Left =
        """
        select 'certificate', x.number, x.business_id, null::bigint, null::text from market.certificate x
        union all select 'contract', x.number, x.business_id, null, null from market.procurement_contract x
        union all select 'training', x.source_key, x.business_id, x.person_id, null from training.participation x
        union all select 'shop', x.shop_id, x.business_id, null, null from market.shop x
        union all select 'licence', l.nib, l.business_id, null, null from registry.licence l
        union all select 'business', concat_ws(' ', b.name, b.nib, b.address, b.phone), b.id, b.owner_id, b.status from registry.business b
        union all select 'person', p.name, p.id, null, encode(p.nik_hash, 'hex') from registry.person p
        union all select 'link', l.feed || l.source_key, l.business_id, l.person_id, l.rule from linkage.link l where l.closed_at is null
        union all select 'record', feed || source_key, null, null, null from feeds.source_record where is_current
        union all select 'review', feed_a || key_a || feed_b || key_b, null, null, null from linkage.review_pair where state = 'OPEN'
        order by 1, 2
        """;

    [Fact]
    public async Task What_was_erased_comes_back_by_no_pass_and_by_no_file_that_brings_it_again()
    {
        await using var hub = await StewardWorld.CreateAsync();
        var (person, business) = await ErasedAsync(hub);
        var left = await hub.World.RowsAsync(Left);
        Assert.DoesNotContain(left, row => row.Contains(LinkWorld.SecondNib, StringComparison.Ordinal) || row.Contains("DWI", StringComparison.Ordinal));
        Assert.Equal("0", await hub.World.ValueAsync($"select num_nonnulls(nik_hash, nik_cipher, name, gender) from registry.person where id = {person}"));
        Assert.Contains($"certificate|SNI-1|{business}||", left);
        Assert.Contains($"contract|K1|{business}||", left);

        await hub.World.Loader.Linking.RunPendingAsync();
        Assert.Equal("0", await hub.World.ValueAsync("select count(*) from linkage.pending"));
        Assert.Equal(left, await hub.World.RowsAsync(Left));
        await hub.World.LinkAsync();
        Assert.Equal(left, await hub.World.RowsAsync(Left));
        await LoadAsync(hub.World);
        await hub.World.LinkAsync();
        Assert.Equal(left, await hub.World.RowsAsync(Left));
    }

    [Fact]
    public async Task What_another_duty_keeps_is_joined_to_nobody_who_comes_later()
    {
        await using var hub = await StewardWorld.CreateAsync();
        var (person, business) = await ErasedAsync(hub);
        // A new record of the same person is the source's word of a later day; what was kept of them before stays nobody's.
        await hub.World.LoadAsync("pelatihan.csv", LinkWorld.Pelatihan,
            $"PS-9,DWI PRASETYO,{LinkWorld.SecondNik},081398765402,Batik Sekar Arum,P01,Lanjut,PLUT,2026-05-01,2026-05-03,24,Ya");
        await hub.World.LoadAsync(
            "sertifikat.csv", LinkWorld.Sertifikat, LinkWorld.SecondCertificate.Replace("2028-05-01", "2029-05-01", StringComparison.Ordinal));
        await hub.World.LinkAsync();
        var later = await hub.World.ValueAsync("select coalesce(business_id, 0) || '|' || person_id from training.participation where source_key = 'PS-9'");
        Assert.DoesNotContain($"{person}", later.Split('|')[1], StringComparison.Ordinal);
        Assert.Equal($"{business}", await hub.World.ValueAsync("select business_id from market.certificate where expires_on = '2029-05-01'"));
        Assert.Equal($"{business}", await hub.World.ValueAsync("select business_id from market.procurement_contract"));
        Assert.NotEqual($"{business}", later.Split('|')[0]);
        Assert.Equal("0", await hub.World.ValueAsync(
            $"select num_nonnulls(nib, name, address, phone, owner_id) from registry.business where id = {business}"));
        Assert.Equal("0", await hub.World.ValueAsync("select count(*) from linkage.review_pair where 'SNI-1' in (key_a, key_b) and state = 'OPEN'"));
    }

    /// <summary>Two owners, of whom the second has asked to be erased and been granted it; numbers of the person and the business.</summary>
    private static async Task<(long Person, long Business)> ErasedAsync(StewardWorld hub)
    {
        await LoadAsync(hub.World);
        var place = (await hub.World.ValueAsync($"select owner_id, id from registry.business where nib = '{LinkWorld.SecondNib}'")).Split('|')
            .Select(number => long.Parse(number, CultureInfo.InvariantCulture)).ToArray();
        Assert.Equal(
            $"{place[1]}|{place[1]}|{place[1]}|{place[1]}",
            await hub.World.ValueAsync(
                """
                select c.business_id, p.business_id, t.business_id, s.business_id
                from market.certificate c, market.procurement_contract p, training.participation t, market.shop s
                """));
        var asked = await hub.AskAsync(
            "mutation { requestErasure(input: { wish: \"Hapus data saya\" }) { request { id } errors { code } } }", null, Callers.Owner(place[0]));
        var id = asked.GetProperty("requestErasure").GetProperty("request").GetProperty("id").GetString();
        var granted = await hub.AskAsync(
            $"mutation {{ resolveRightsRequest(input: {{ id: \"{id}\", outcome: \"Dihapus\" }}) {{ request {{ status }} errors {{ code }} }} }}");
        Assert.Equal("DONE", granted.GetProperty("resolveRightsRequest").GetProperty("request").GetProperty("status").GetString());
        return (place[0], place[1]);
    }

    private static async Task LoadAsync(FeedWorld world)
    {
        await world.LoadAsync("oss.csv", Oss);
        await world.LoadAsync("sikp.csv", FeedWorld.Sikp, LinkWorld.FirstLoan);
        await world.LoadAsync("pelatihan.csv", LinkWorld.Pelatihan,
            $"PS-1,DWI PRASETYO,{LinkWorld.SecondNik},081398765402,Batik Sekar Arum,P01,Dasar,PLUT,2025-05-01,2025-05-03,24,Ya");
        await world.LoadAsync("sertifikat.csv", LinkWorld.Sertifikat, LinkWorld.SecondCertificate);
        await world.LoadAsync("marketplace.csv", LinkWorld.Marketplace, Shop);
        await world.LoadAsync("pengadaan.csv", "nomor_kontrak,nib,instansi,nama_paket,nilai,tanggal_kontrak", Contract);
    }
}
