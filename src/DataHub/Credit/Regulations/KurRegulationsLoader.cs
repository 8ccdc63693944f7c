using System.Data;
using Npgsql;

namespace DataHub.Credit.Regulations;

/// <summary>Reads the tables of KUR rules.</summary>
internal static class KurRegulationsLoader
{
    // One round trip; the results come in this order.
    private static readonly string[] Statements =
    [
        "select code, regulation, valid_from, valid_to, decides from credit.kur_regime order by valid_from",
        "select regime, id, title, article, confidence from credit.kur_rule order by regime, position",
        "select regime, name, value, article from credit.kur_parameter order by regime, name",
        """
        select regime, kind, sector_class, akad_number, rate, article
        from credit.kur_rate order by regime, kind, sector_class, akad_number
        """,
        """
        select regime, region_code, akad_from, akad_to, year, rate, article
        from credit.kur_rate_override order by regime, region_code, akad_from, year
        """,
        "select kbli_version, prefix, activity, reason from credit.kur_activity order by kbli_version, prefix",
        "select distinct on (name) name, value, reason, set_by, since from credit.kur_setting order by name, since desc",
    ];

    /// <summary>All tables as of one moment. Throws <see cref="InvalidDataException"/> when they and the code differ.</summary>
    public static async Task<KurRegulations> LoadAsync(NpgsqlDataSource source, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);
        await using var batch = new NpgsqlBatch(connection, transaction);
        foreach (var statement in Statements) batch.BatchCommands.Add(new NpgsqlBatchCommand(statement));
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        var results = new ResultReader(reader, cancellation);
        return new KurRegulations(new KurRegulationTables
        {
            Regimes = await results.NextAsync(row => new KurRegime(
                row.GetString(0), row.GetString(1), row.GetFieldValue<DateOnly>(2), row.NullableValue<DateOnly>(3), row.GetBoolean(4))),
            Rules = await results.NextAsync(row => new KurRuleText(
                row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4))),
            Parameters = await results.NextAsync(row => new KurParameter(
                row.GetString(0), row.GetString(1), row.GetDecimal(2), row.GetString(3))),
            Rates = await results.NextAsync(ReadRate),
            Overrides = await results.NextAsync(row => new KurRateOverride(
                row.GetString(0), row.GetString(1), row.GetFieldValue<DateOnly>(2), row.GetFieldValue<DateOnly>(3), row.GetInt32(4),
                row.GetDecimal(5), row.GetString(6))),
            Activities = await results.NextAsync(row => new KurActivity(
                row.GetString(0), row.GetString(1), row.GetString(2) == "TRADE", row.GetString(3))),
            Settings = await results.NextAsync(ReadSetting),
        });
    }

    /// <summary>A setting from the columns name, value, reason, set_by, since.</summary>
    public static KurSetting ReadSetting(NpgsqlDataReader row) => new(
        row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetDateTime(4));

    private static KurRate ReadRate(NpgsqlDataReader row)
    {
        var sectorClass = row.GetString(2);
        return new KurRate(
            row.GetString(0), EnumWords.Parse<KurKind>(row.GetString(1)),
            sectorClass == "*" ? null : EnumWords.Parse<KurSectorClass>(sectorClass),
            row.GetInt32(3), row.GetDecimal(4), row.GetString(5));
    }
}
