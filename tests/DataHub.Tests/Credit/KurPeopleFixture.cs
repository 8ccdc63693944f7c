using DataHub.Shared.Secrets;
using DataHub.Testing;
using Npgsql;

namespace DataHub.Tests.Credit;

/// <summary>A trader with loans at three lenders, a baker with three businesses, a kiosk with loans of nobody certain.</summary>
public sealed class KurPeopleFixture : DatabaseFixture
{
    public const string TraderNik = "1801210101800001";
    public const string BakerNik = "1801214101850002";
    public const string ShopNib = "0220000000001";
    public const string BakeryNib = "0220000000002";
    public const string SupersededNib = "0220000000003";
    public const string CateringNib = "0220000000004";
    public const string RevokedNib = "0220000000005";
    public const string KioskNib = "0220000000006";

    private const string People = """
        insert into registry.person (id, nik_hash, name, origin_feed, origin_key) values
          (1, $1, 'Sutrisno', 'OSS', '1'), (2, $2, 'Sri Wahyuni', 'OSS', '2'), (3, $3, 'Joko', 'OSS', '3')
        """;

    private const string Businesses = """
        insert into registry.business
          (id, nib, name, scale, kbli, kbli_version, annual_sales, annual_sales_year, registered_on, status, owner_id, origin_feed,
           origin_key)
        values
          (1, '0220000000001', 'Toko Jaya', 'MIKRO', '47111', '2020', 300000000, 2025, '2021-02-01', 'AKTIF', 1, 'OSS', '1'),
          (2, '0220000000002', 'Roti Sri', 'MIKRO', '10710', '2020', 200000000, 2025, '2026-05-01', 'AKTIF', 2, 'OSS', '2'),
          (4, '0220000000004', 'Katering Sri', 'MIKRO', '56210', '2020', 100000000, 2025, '2024-05-01', 'AKTIF', 2, 'OSS', '4'),
          (5, '0220000000005', 'Warung Sri', 'MIKRO', '56101', '2020', 100000000, 2025, '2018-05-01', 'DICABUT', 2, 'OSS', '5'),
          (6, '0220000000006', 'Kios Joko', 'MIKRO', '47111', '2020', 100000000, 2025, '2025-12-20', 'AKTIF', 3, 'OSS', '6');
        insert into registry.licence (nib, business_id, issued_on, status, is_current) values
          ('0220000000001', 1, '2021-02-01', 'AKTIF', true),
          ('0220000000002', 2, '2026-05-01', 'AKTIF', true),
          ('0220000000003', 2, '2020-05-01', 'DICABUT', false),
          ('0220000000004', 4, '2024-05-01', 'AKTIF', true),
          ('0220000000005', 5, '2018-05-01', 'DICABUT', true),
          ('0220000000006', 6, '2025-12-20', 'AKTIF', true);
        insert into credit.loan
          (nomor_akad, kind, plafon, outstanding, kolektibilitas, akad_on, lender_code, business_id, person_id, certainty, reported_on)
        values
          ('002/KUR/1', 'MIKRO', 20000000, 0, 1, '2021-03-01', '002', 1, 1, 'CERTAIN', '2026-05-01'),
          ('008/KUR/2', 'MIKRO', 40000000, 9000000, 1, '2024-03-01', '008', null, 1, 'CERTAIN', '2026-05-01'),
          ('008/KUR/3', 'SUPER_MIKRO', 5000000, 0, 1, '2020-03-01', '008', 1, 1, 'CERTAIN', '2026-05-01'),
          -- Of a former owner beyond doubt: not the baker's.
          ('009/KUR/4', 'MIKRO', 5000000, 0, 1, '2020-03-01', '009', 2, 1, 'CERTAIN', '2026-05-01'),
          ('009/KUR/5', 'MIKRO', 5000000, 0, 1, '2020-03-01', '009', 6, null, 'PROBABLE', '2026-05-01'),
          ('009/KUR/6', 'MIKRO', 5000000, 0, 1, '2021-03-01', '009', 6, null, 'PROBABLE', '2026-05-01');
        insert into training.programme (id, code, name) values (1, 'P1', 'Pemasaran digital');
        insert into training.participation (source_key, programme_id, started_on, finished_on, passed, business_id, person_id)
        values ('1', 1, '2026-04-01', '2026-04-03', false, 6, 3);
        """;

    public HubKeys Keys { get; } = HubKeys.Generate();

    protected override async Task FillAsync()
    {
        var protector = new Protector(Keys);
        await using var connection = await DataSource.OpenConnectionAsync();
        // The kiosk owner has a NIK of their own; the loans of the kiosk were joined without it.
        await using var persons = new NpgsqlCommand(People, connection)
        {
            Parameters =
            {
                new() { Value = protector.Hash(TraderNik) }, new() { Value = protector.Hash(BakerNik) },
                new() { Value = protector.Hash("1801210101900003") },
            },
        };
        await persons.ExecuteNonQueryAsync();
        await using var businesses = new NpgsqlCommand(Businesses, connection);
        await businesses.ExecuteNonQueryAsync();
    }
}
