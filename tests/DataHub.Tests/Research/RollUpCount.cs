using System.Globalization;
using DataHub.Research;
using Npgsql;
using NpgsqlTypes;

namespace DataHub.Tests.Research;

/// <summary>The businesses counted by every set of dimensions, held against what is kept.</summary>
internal static class RollUpCount
{
    private const string Differences =
        """
        with counted as (
          select 127 - grouping(year, status, gender, sector_code, scale, district_code, regency_code) as dimensions,
            regency_code, district_code, scale, kbli_version, sector_code, gender, status, year,
            count(*), count(annual_sales), coalesce(sum(annual_sales), 0), count(workers), coalesce(sum(workers), 0)
          from (
            select b.*, o.gender, extract(year from b.registered_on)::int as year
            from registry.business b left join registry.person o on o.id = b.owner_id
            where b.nib is not null
          ) b
          group by cube (regency_code, district_code, scale, (kbli_version, sector_code), gender, status, year)
        ), expected as (select * from counted where dimensions = any($1)),
        kept as (select * from research.roll_up where businesses <> 0 or sales_known <> 0 or annual_sales <> 0 or workers_known <> 0 or workers <> 0)
        (select 'kept', * from kept except all select 'kept', * from expected)
        union all
        (select 'counted', * from expected except all select 'counted', * from kept)
        """;

    /// <summary>Groups that are kept with other figures than the businesses give, or not at all, or too often.</summary>
    public static async Task<List<string>> DifferencesAsync(NpgsqlDataSource database)
    {
        await using var command = database.CreateCommand(Differences);
        command.Parameters.Add(new NpgsqlParameter { Value = RollUps.Kept.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Integer });
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
        {
            var values = Enumerable.Range(0, reader.FieldCount).Select(i => Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture));
            rows.Add(string.Join('|', values));
        }
        return rows;
    }
}
