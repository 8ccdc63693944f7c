using DataHub.Shared.Secrets;
using Npgsql;

namespace DataHub.Testing;

/// <summary>A dozen businesses of invented people with everything that can hang on a business, for tests that ask the hub.</summary>
public static class Samples
{
    public const string FirstNib = "0000000000001";
    public const string OldNib = "9999999999999";
    public const string FirstNik = "1871014505800001";
    public const int Businesses = 12;

    public static async Task FillAsync(NpgsqlDataSource dataSource, Protector protector)
    {
        await using var persons = dataSource.CreateCommand(
            """
            insert into registry.person (nik_hash, nik_cipher, name, gender)
            select $1, $2, 'Siti Aminah', 'PEREMPUAN'
            union all select null, null, 'Orang ' || n, case when n % 2 = 0 then 'LAKI_LAKI' else 'PEREMPUAN' end from generate_series(2, 10) n
            """);
        persons.Parameters.AddWithValue(protector.Hash(FirstNik));
        persons.Parameters.AddWithValue(protector.Encrypt(FirstNik));
        await persons.ExecuteNonQueryAsync();
        await using var rest = dataSource.CreateCommand(Rows);
        await rest.ExecuteNonQueryAsync();
    }

    private const string Rows =
        """
        insert into registry.business (nib, name, scale, scale_criterion, legal_form, kbli, kbli_version, sector_code, regency_code, district_code, address,
          capital, annual_sales, annual_sales_year, workers, registered_on, status, owner_id, origin_feed, origin_key)
        select case when n < 12 then lpad(n::text, 13, '0') end, case when n = 7 then null else (array['Keripik Pisang', 'Kopi Robusta', 'Warung Makan'])[n % 3 + 1] || ' ' || n end,
          case when n = 12 then null when n % 5 = 0 then 'KECIL' else 'MIKRO' end, case when n < 12 then 'BUSINESS_CAPITAL' end, 'Perorangan',
          (array['10792', '10761', '47112'])[n % 3 + 1], '2020', (array['C', 'C', 'G'])[n % 3 + 1], case when n % 2 = 0 then '18.71' else '18.01' end,
          case when n % 2 = 0 then null else '18.01.04' end, 'Jl. Raya ' || n, n * 1000000, case when n % 4 = 0 then null else n * 12000000 end,
          case when n % 4 = 0 then null else 2025 end, case when n % 4 = 0 then null else n end, date '2024-01-01' + n * 10,
          case when n = 11 then 'DICABUT' else 'AKTIF' end, least(n, 10), 'OSS', n::text
        from generate_series(1, 12) n;
        insert into registry.licence (nib, business_id, issued_on, status, is_current)
        select nib, id, registered_on, status, true from registry.business where nib is not null;
        insert into registry.licence (nib, business_id, issued_on, status, is_current) values ('9999999999999', 1, '2020-05-05', 'DICABUT', false);
        insert into credit.loan (nomor_akad, kind, plafon, outstanding, kolektibilitas, akad_on, due_on, lender_code, regency_code, business_id, person_id, certainty, reported_on)
        select '002/KUR/' || n || '/2024', 'MIKRO', n * 5000000, case when n = 1 then 0 else n * 2500000 end, 1, date '2024-03-01' + n, date '2026-03-01' + n,
          case when n % 2 = 0 then '008' else '002' end, '18.01', case when n <= 4 then 1 else 2 end, case when n <= 4 then 1 else 2 end, 'CERTAIN', '2026-10-01'
        from generate_series(1, 6) n;
        insert into training.programme (code, name, topic, organiser, target_per_year) values
          ('P01', 'Pelatihan Kewirausahaan Dasar', 'Kewirausahaan', 'PLUT KUMKM Lampung', 400), ('P06', 'Desain Kemasan', null, null, null);
        insert into training.participation (source_key, programme_id, organiser, started_on, finished_on, hours, passed, business_id, person_id)
        select 'PS-' || n, case when n <= 6 then 1 else 2 end, 'PLUT KUMKM Lampung', date '2025-05-01' + n, date '2025-05-03' + n, 24, n <> 2, case when n <= 2 then 1 else n end, case when n <= 2 then 1 end
        from generate_series(1, 8) n;
        insert into market.certificate (number, kind, number_well_formed, issued_on, expires_on, business_id) values
          ('ID18110000886217252', 'HALAL', true, '2025-03-29', null, 1), ('2061801011234-20', 'PIRT', true, '2015-01-01', '2020-01-01', 1), ('SNI-BINA-1', 'SNI', null, '2025-04-19', '2029-04-18', 2);
        insert into market.product (source_key, name, category, kbli, price, business_id)
        select 'P' || n, 'Produk ' || lpad(n::text, 3, '0'), 'Makanan', '10792', n * 1000, case when n <= 3 then 1 else 2 end from generate_series(1, 120) n;
        insert into market.shop (shop_id, platform, name, product_count, rating, turnover_12_months, opened_on, business_id, certainty) values
          ('SHP1', 'Shopee', 'Keripik Siti', 3, 4.9, 12500000, '2022-01-24', 1, 'PROBABLE'), ('TKP1', 'Tokopedia', 'Kopi 2', 10, null, null, null, 2, 'CERTAIN');
        insert into market.listing (source_key, product_key, shop_key, product_id, shop_id, price, sold, listed_on)
        select 'L' || n, 'P' || n, 'SHP1', n, case when n < 3 then 1 end, n * 1100, n, date '2025-01-01' + n from generate_series(1, 3) n;
        insert into market.exhibition (code, name, place, started_on, finished_on) values ('LC22', 'Lampung Craft', 'Bandar Lampung', '2022-09-01', '2022-09-05');
        insert into market.exhibition_participation (source_key, exhibition_id, started_on, sales, business_id) values ('E1', 1, '2022-09-01', 1500000, 1);
        insert into market.procurement_contract (number, buyer, title, value, signed_on, business_id) values ('K1', 'Dinas Pendidikan', 'Konsumsi rapat', 5000000, '2025-02-02', 1);
        insert into market.partnership (number, pattern, partner_nib, partner_name, started_on, value, offtaker, business_id) values ('M1', 'rantai pasok', '8120000000001', 'PT Besar', '2025-01-01', null, true, 1);
        insert into feeds.feed_run (feed, file_name, status, started_at, finished_at, received, created, quarantined) values
          ('OSS', 'oss.csv', 'DONE', '2026-10-01 01:00Z', '2026-10-01 01:01Z', 12, 12, 1), ('SIKP', 'sikp.csv', 'FAILED', '2026-10-02 01:00Z', '2026-10-02 01:01Z', 0, 0, 0);
        insert into feeds.source_record (feed, source_key, content_hash, payload, run_id, line, source_date, received_at) values
          ('OSS', '1', '\x01', '\x00', 1, 2, '2024-01-11', '2026-10-01 01:00Z'), ('SIKP', '002/KUR/1/2024', '\x02', '\x00', 1, 2, '2024-03-02', '2026-10-01 01:00:30Z'),
          ('PELATIHAN', 'PS-1', '\x03', '\x00', 1, 2, '2025-05-02', '2026-10-01 01:00:40Z'), ('PELATIHAN', 'PS-2', '\x04', '\x00', 1, 3, '2025-05-03', '2026-10-01 01:00:50Z');
        insert into linkage.link (source_record_id, feed, source_key, business_id, person_id, rule, certainty, decided_at) values
          (1, 'OSS', '1', 1, 1, 'OWN_LICENCE', 'CERTAIN', '2026-10-01 01:00Z'), (2, 'SIKP', '002/KUR/1/2024', 1, 1, 'NIK_EQUAL', 'CERTAIN', '2026-10-01 01:00Z'),
          (3, 'PELATIHAN', 'PS-1', 1, 1, 'NIK', 'CERTAIN', '2026-10-01 01:00Z'), (4, 'PELATIHAN', 'PS-2', 1, 1, 'NAME_AND_PHONE', 'PROBABLE', '2026-10-01 01:00Z');
        """;
}
