using DataHub.Linkage.Store;
using DataHub.Tests.Feeds;

namespace DataHub.Tests.Linkage.Store;

/// <summary>Rows of invented people whose businesses are told apart without doubt, and words for asking what became of them.</summary>
internal static class LinkWorld
{
    public const string Pelatihan =
        "id_peserta,nama,nik,telepon,nama_usaha,kode_program,nama_program,penyelenggara,tanggal_mulai,tanggal_selesai,jam,lulus";

    public const string Marketplace = "shop_id,platform,nama_toko,nama_pemilik,telepon,nib,kota,jumlah_produk,rating,omzet_12_bulan,terdaftar";

    public const string Sertifikat = "nomor,jenis,nama_usaha,nama_pemilik,alamat,tanggal_terbit,tanggal_kedaluwarsa";

    public const string FirstNik = "1803124611920007";
    public const string SecondNik = "1871051203850003";
    public const string FirstNib = "2801255173141";
    public const string SecondNib = "3001261111111";

    public const string FirstOss =
        $"{FirstNib},{FirstNik},Keripik Tunas Rimba,APRIANI HALIMAH,Perorangan,10794,Mikro,81300000,Jl. Kenanga No. 5 Kec. Kotabumi,18.03,081234567801,,2021-01-28,AKTIF";

    public const string SecondOss =
        $"{SecondNib},{SecondNik},Batik Sekar Arum,DWI PRASETYO,Perorangan,13134,Kecil,900000000,Jl. Melati No. 9 Kec. Kedaton,18.71,081398765402,,2022-03-01,AKTIF";

    public const string FirstLoan = $"A1,{FirstNik},APRIANI HALIMAH,,KERIPIK TUNAS RIMBA,002,MIKRO,20000000,1500000,1,2024-01-01,2026-01-01,18.03";

    public const string SecondLoan = $"A2,{SecondNik},DWI PRASETYO,,BATIK SEKAR ARUM,002,MIKRO,30000000,2500000,1,2024-02-01,2026-02-01,18.71";

    public const string SecondCertificate = "SNI-1,SNI,BATIK SEKAR ARUM,Dwi Prasetyo,\"Jl. Melati No. 9, Kec. Kedaton, Kota Bandar Lampung\",2024-05-01,2028-05-01";

    /// <summary>Where every published row of the two businesses stands, in words of the registry as it is.</summary>
    public const string Whereabouts =
        """
        select 'loan', x.nomor_akad, x.business_id, x.person_id, x.certainty from credit.loan x
        union all select 'certificate', x.number, x.business_id, null, null from market.certificate x
        union all select 'product', x.source_key, x.business_id, null, null from market.product x
        union all select 'licence', l.nib, l.business_id, null, l.is_current::text from registry.licence l
        union all select 'business', b.name, b.id, b.owner_id, b.nib from registry.business b
        union all select 'person', p.name, p.id, null, encode(p.nik_hash, 'hex') from registry.person p
        union all select 'link', l.feed || l.source_key, l.business_id, l.person_id, l.rule || l.certainty from linkage.link l where l.closed_at is null
        order by 1, 2
        """;

    public static async Task<FeedWorld> TwoBusinessesAsync()
    {
        var world = await FeedWorld.CreateAsync();
        await world.LoadAsync("oss.csv", FeedWorld.Oss, FirstOss, SecondOss);
        await world.LoadAsync("sikp.csv", FeedWorld.Sikp, FirstLoan, SecondLoan);
        await world.LoadAsync("sertifikat.csv", Sertifikat, SecondCertificate);
        await world.LoadAsync("produk.csv", "id_produk,nib,nama_produk,kategori,kbli,harga", $"P1,{SecondNib},Batik tulis,Pakaian,13134,250000");
        return world;
    }

    /// <summary>A pass over all records.</summary>
    public static Task<PassResult> LinkAsync(this FeedWorld world) => world.Loader.Linking.RunAllAsync();

    /// <summary>A steward's decision about the two OSS records.</summary>
    public static Task JudgeAsync(this FeedWorld world, string verdict, string feedA = "OSS", string keyA = FirstNib, string feedB = "OSS", string keyB = SecondNib) =>
        world.RowsAsync(
            "insert into linkage.judgement (subject, feed_a, key_a, feed_b, key_b, verdict, reason, judged_by, judged_at) "
            + $"values ('BUSINESS', '{feedA}', '{keyA}', '{feedB}', '{keyB}', '{verdict}', 'seen on site', 'steward-1', now())");

    public static Task WithdrawAsync(this FeedWorld world) => world.RowsAsync(
        "update linkage.judgement set withdrawn_at = now(), withdrawn_by = 'steward-1', withdrawal_reason = 'wrong' where withdrawn_at is null");
}
