using System.Text.Json;
using DataHub.Access;
using DataHub.Shared.Secrets;
using DataHub.Testing;

namespace DataHub.Tests.Linkage.Review;

/// <summary>The samples, with records that can be read, pairs that wait for a person, and a history.</summary>
public class ReviewWorld : HubFixture
{
    private const string Rows =
        """
        insert into feeds.source_record (feed, source_key, content_hash, payload, run_id, line, source_date, received_at, damaged) values
          ('OSS', '2', '\x05', '\x00', 1, 3, '2024-01-21', '2026-10-01 01:00Z', '{}'),
          ('SIKP', '002/KUR/5/2024', '\x06', '\x00', 1, 3, '2024-03-06', '2026-10-01 01:00:30Z', '{nib}'),
          ('MARKETPLACE', 'SHP1', '\x07', '\x00', 1, 2, '2022-01-24', '2026-10-02 01:00Z', '{}'),
          ('SIDT', 'S1', '\x08', '\x00', 1, 2, null, '2026-10-02 02:00Z', '{}'),
          ('SIDT', 'S2', '\x09', '\x00', 1, 3, null, '2026-10-02 02:00Z', '{}');
        insert into linkage.link (source_record_id, feed, source_key, business_id, person_id, rule, certainty, decided_at)
        select r.id, r.feed, r.source_key, case when r.source_key in ('2', '002/KUR/5/2024') then 2 else 1 end,
          case when r.source_key in ('2', '002/KUR/5/2024') then 2 else 1 end,
          case r.feed when 'OSS' then 'OWN_LICENCE' when 'SIKP' then 'NIK' when 'SIDT' then 'NIB' else 'MODEL' end,
          case r.feed when 'MARKETPLACE' then 'PROBABLE' else 'CERTAIN' end, '2026-10-02 03:00Z'
        from feeds.source_record r where r.id > 4 order by r.id;
        insert into linkage.evidence (link_id, comparison, level, weight)
        select l.id, e.comparison, e.level, e.weight
        from linkage.link l, (values ('BRAND', 'EQUAL', 9.5), ('AREA', 'OTHER_REGENCY', -2.2), ('PERSON_NAME', 'EQUAL', 12.25)) e (comparison, level, weight)
        where l.source_key = 'SHP1';
        insert into registry.oss_record (source_key, nib, name, owner_name, legal_form, kbli, scale, capital, address, region_code, phone, email, issued_on, status)
        select b.origin_key, b.nib, b.name, o.name, b.legal_form, b.kbli, b.scale, b.capital, b.address, coalesce(b.district_code, b.regency_code), b.phone,
          b.email, b.registered_on, b.status
        from registry.business b join registry.person o on o.id = b.owner_id where b.id in (1, 2);
        insert into registry.annual_figure (source_key, business_id, year, annual_sales, workers) values ('S1', 1, 2024, 9000000, 1), ('S2', 1, 2025, 12000000, 1);
        insert into registry.business_redirect (business_id, survivor_id, decided_at) values (901, 1, '2026-10-02 04:00Z');
        insert into linkage.event (at, kind, business_id, other_id, actor, reason, model_version, detail) values
          ('2026-10-02 04:00Z', 'MERGE', 1, 901, null, 'MODEL', '2026-11', null),
          ('2026-10-03 04:00Z', 'MOVE', 901, 2, 'steward-sandbox/other', 'Toko milik orang lain', '2026-11', null),
          ('2026-10-04 04:00Z', 'PIN', 3, null, 'steward-sandbox/other', 'Nama resmi', null, '{"attribute": "name"}');
        insert into linkage.event_record (event_id, feed, source_key, from_business_id, to_business_id) values (1, 'MARKETPLACE', 'SHP1', 901, 1);
        insert into linkage.review_pair (subject, feed_a, key_a, feed_b, key_b, bits, worth, reason, evidence, state, opened_at) values
          ('BUSINESS', 'MARKETPLACE', 'SHP1', 'OSS', '2', 1.5, 4, 'IN_DOUBT',
            '[{"comparison": "AREA", "level": "OTHER_REGENCY", "bits": -2.2}, {"comparison": "BRAND", "level": "EQUAL", "bits": 9.5}]', 'OPEN', '2026-10-05 01:00Z'),
          ('BUSINESS', 'OSS', '1', 'OSS', '2', 2.5, 9, 'NIK', '[{"comparison": "NIK", "level": "DIFFERENT", "bits": -9}]', 'OPEN', '2026-10-05 01:00Z'),
          ('PERSON', 'OSS', '2', 'PELATIHAN', 'PS-2', -1, 1, 'IN_DOUBT', '[]', 'OPEN', '2026-10-05 01:00Z'),
          ('BUSINESS', 'OSS', '1', 'PELATIHAN', 'GONE', 3, 7, 'IN_DOUBT', '[]', 'OPEN', '2026-10-05 01:00Z'),
          ('BUSINESS', 'OSS', '2', 'PELATIHAN', 'PS-1', 3, 99, 'IN_DOUBT', '[]', 'GONE', '2026-10-05 01:00Z');
        """;

    private static readonly Dictionary<string, Dictionary<string, string>> Payloads = new(StringComparer.Ordinal)
    {
        ["1"] = new()
        {
            ["nib"] = Samples.FirstNib,
            ["nama_usaha"] = "Kopi Robusta 1",
            ["nama_pemilik"] = "Siti Aminah",
            ["skala"] = "Mikro"
        },
        ["2"] = new() { ["nib"] = "0000000000002", ["nama_usaha"] = "Warung Makan 2", ["nama_pemilik"] = "Orang 2", ["telepon"] = "" },
        ["002/KUR/1/2024"] = new() { ["nomor_akad"] = "002/KUR/1/2024", ["nama_debitur"] = "SITI AMINAH", ["nama_usaha"] = "DAGANG KOPI" },
        ["002/KUR/5/2024"] = new() { ["nomor_akad"] = "002/KUR/5/2024", ["nib"] = "8.12E+12", ["nama_debitur"] = "ORANG DUA" },
        ["SHP1"] = new()
        {
            ["shop_id"] = "SHP1",
            ["nama_toko"] = "Keripik Siti",
            ["nama_pemilik"] = "Sitti A.",
            ["telepon"] = "0812-3456-7890",
            ["kota"] = "Metro"
        },
        ["PS-1"] = new() { ["id_peserta"] = "PS-1", ["nama"] = "Siti Aminah" },
        ["PS-2"] = new() { ["id_peserta"] = "PS-2", ["nama"] = "Siti A", ["nama_usaha"] = "Kopi  Siti" },
        ["S1"] = [],
        ["S2"] = [],
    };

    /// <summary>A steward beside <see cref="Callers.Steward"/>.</summary>
    public static Caller Second { get; } = Callers.Steward with { Subject = "second" };

    protected override async Task FillRowsAsync(Protector protector)
    {
        await base.FillRowsAsync(protector);
        await RunAsync(Rows);
        foreach (var (key, payload) in Payloads)
        {
            await using var command = DataSource.CreateCommand("update feeds.source_record set payload = $2 where source_key = $1");
            command.Parameters.AddWithValue(key);
            command.Parameters.AddWithValue(protector.Encrypt(JsonSerializer.SerializeToUtf8Bytes(payload)));
            await command.ExecuteNonQueryAsync();
        }
    }

    /// <summary>The value of a query, as text.</summary>
    public async Task<string> ValueAsync(string sql)
    {
        await using var command = DataSource.CreateCommand(sql);
        return Convert.ToString(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture)!;
    }

    public string Id(string type, long number) => Hub.Ids.Encode(type, number);
}
