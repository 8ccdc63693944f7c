using System.Globalization;
using System.Text.Json;
using DataHub.Shared.Secrets;
using Npgsql;

namespace DataHub.Linkage.Golden;

/// <summary>A record of a business that is kept, and what it says of each attribute.</summary>
internal sealed record BusinessRecord(long BusinessId, string Feed, string SourceRecordId)
{
    /// <summary>
    /// Records of businesses, the most trusted first: licences in force before others and the newest first, then certificates, shops, loans
    /// and trainings (docs/review.md), each feed's newest first; figures by year.
    /// </summary>
    public const string Query =
        """
        select l.business_id, l.feed, l.source_key, l.certainty = 'CERTAIN', r.source_date, r.received_at,
          case when l.feed in ('SIKP', 'PELATIHAN', 'MARKETPLACE', 'SERTIFIKAT') then r.payload end,
          o.nib, o.name, o.scale, o.legal_form, o.kbli, o.region_code, o.address, o.phone, o.email, o.issued_on, o.status, o.capital, o.owner_name,
          f.year, f.annual_sales, f.workers
        from linkage.link l
        join feeds.source_record r on r.id = l.source_record_id
        left join registry.oss_record o on l.feed = 'OSS' and o.source_key = l.source_key
        left join registry.annual_figure f on l.feed = 'SIDT' and f.source_key = l.source_key
        where l.business_id = any ($1) and l.closed_at is null and l.feed in ('OSS', 'SIKP', 'PELATIHAN', 'MARKETPLACE', 'SERTIFIKAT', 'SIDT')
        order by l.business_id, array_position(array['OSS', 'SERTIFIKAT', 'MARKETPLACE', 'SIKP', 'PELATIHAN', 'SIDT'], l.feed),
          (o.status = 'AKTIF') desc nulls last, f.year desc nulls last, r.source_date desc nulls last, l.source_key desc
        """;

    // What the other feeds say of a business itself, as received; of a shop's town no address is known.
    private static readonly Dictionary<string, (string Attribute, string Column)[]> Columns = new(StringComparer.Ordinal)
    {
        ["SERTIFIKAT"] = [("name", "nama_usaha"), ("owner", "nama_pemilik"), ("address", "alamat")],
        ["MARKETPLACE"] = [("name", "nama_toko"), ("owner", "nama_pemilik"), ("phone", "telepon"), ("nib", "nib")],
        ["SIKP"] = [("name", "nama_usaha"), ("owner", "nama_debitur"), ("nib", "nib")],
        ["PELATIHAN"] = [("name", "nama_usaha"), ("phone", "telepon")],
    };

    public bool IsCertain { get; init; }
    public DateOnly? SourceDate { get; init; }
    public DateTime ReceivedAt { get; init; }

    /// <summary>By field of Business, as text; those it says nothing of are left out.</summary>
    public required IReadOnlyDictionary<string, string> Values { get; init; }

    public static BusinessRecord Read(NpgsqlDataReader row, Protector protector) => new(row.GetInt64(0), row.GetString(1), row.GetString(2))
    {
        IsCertain = row.GetBoolean(3),
        SourceDate = row.IsDBNull(4) ? null : row.GetFieldValue<DateOnly>(4),
        ReceivedAt = row.GetDateTime(5),
        Values = ValuesOf(row, protector),
    };

    private static Dictionary<string, string> ValuesOf(NpgsqlDataReader row, Protector protector)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        var feed = row.GetString(1);
        if (!row.IsDBNull(6)) AddReceived(values, Columns[feed], protector.Decrypt(row.GetFieldValue<byte[]>(6)));
        foreach (var (attribute, column) in Licence) Add(values, attribute, Text(row, column));
        if (Text(row, 12) is { } region) AddRegion(values, region);
        Add(values, "annualSalesYear", Text(row, 20));
        Add(values, "annualSales", Text(row, 21));
        Add(values, "workers", Text(row, 22));
        return values;
    }

    private static (string Attribute, int Column)[] Licence { get; } =
    [
        ("nib", 7), ("name", 8), ("scale", 9), ("legalForm", 10), ("kbli", 11), ("address", 13), ("phone", 14), ("email", 15),
        ("registeredOn", 16), ("status", 17), ("capital", 18), ("owner", 19),
    ];

    // The home ministry's code of a district begins with its regency's: 18.71 of 18.71.01.
    private static void AddRegion(Dictionary<string, string> values, string region)
    {
        const int Regency = 5;
        if (region.Length >= Regency) values["regency"] = region[..Regency];
        if (region.Length > Regency) values["district"] = region;
    }

    private static void AddReceived(Dictionary<string, string> values, (string Attribute, string Column)[] columns, byte[] payload)
    {
        using var received = JsonDocument.Parse(payload);
        foreach (var (attribute, column) in columns)
            if (received.RootElement.TryGetProperty(column, out var value)) Add(values, attribute, value.GetString());
    }

    private static void Add(Dictionary<string, string> values, string attribute, string? value)
    {
        var text = string.Join(' ', (value ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (text.Length > 0) values[attribute] = text;
    }

    private static string? Text(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : ValueText.Of(row.GetValue(column));
}
