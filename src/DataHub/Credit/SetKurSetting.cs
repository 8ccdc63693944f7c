using DataHub.Credit.Regulations;
using DataHub.Shared;
using Npgsql;

namespace DataHub.Credit;

/// <summary>A change of a reading.</summary>
public sealed record SetKurSettingInput(string Name, string Value, string Reason);

/// <summary>The setting as it is now, or what was wrong.</summary>
public sealed record SetKurSettingPayload(KurSetting? Setting, IReadOnlyList<MutationError> Errors);

/// <summary>Changes a reading of the KUR rules: a new row is in force, the former ones stay with their dates.</summary>
public sealed class SetKurSetting(NpgsqlDataSource source, KurRegulationsStore store, TimeProvider time)
{
    /// <summary>No setting has the name.</summary>
    public const string UnknownSetting = "UNKNOWN_SETTING";

    /// <summary>The value is not one the setting can have.</summary>
    public const string InvalidValue = "INVALID_VALUE";

    /// <summary>No reason is given.</summary>
    public const string ReasonMissing = "REASON_MISSING";

    /// <summary>A number of the form of a NIK stands in what would be kept in clear.</summary>
    public const string HoldsNik = "HOLDS_NIK";

    private const string Lock =
        "select name, question, form, allowed from credit.kur_setting_definition where name = $1 for update";

    // Two changes within the clock's step must not share their time: it is part of the key, and the newest is in force.
    private const string Insert = """
        insert into credit.kur_setting (name, value, reason, set_by, since)
        select $1, $2, $3, $4, greatest($5, max(since) + interval '1 microsecond') from credit.kur_setting where name = $1
        returning name, value, reason, set_by, since
        """;

    /// <summary>Makes the change in the name of <paramref name="setBy"/>; with errors nothing is changed.</summary>
    public async Task<SetKurSettingPayload> ExecuteAsync(SetKurSettingInput input, string setBy, CancellationToken cancellation = default)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var definition = await FindAsync(connection, input.Name, cancellation);
        var errors = Check(input, definition);
        if (errors.Count > 0) return new SetKurSettingPayload(null, errors);
        var setting = await InsertAsync(connection, input, setBy, cancellation);
        await transaction.CommitAsync(cancellation);
        // The change is made: forgetting the snapshot must not be cut short with the request.
        await store.ForgetAsync(CancellationToken.None);
        return new SetKurSettingPayload(setting, []);
    }

    private static List<MutationError> Check(SetKurSettingInput input, KurSettingDefinition? definition)
    {
        var errors = new List<MutationError>();
        if (definition is null) errors.Add(new(UnknownSetting, "No setting of KUR has this name; kurSettings lists them.", "name"));
        else if (definition.Problem(input.Value) is { } problem) errors.Add(new(InvalidValue, problem, "value"));
        if (string.IsNullOrWhiteSpace(input.Reason)) errors.Add(new(ReasonMissing, "A reason is needed.", "reason"));
        // The value and the reason are kept and shown as they are.
        if (NikText.IsIn(input.Reason)) errors.Add(new(HoldsNik, "The reason holds the number of a person: name the person's file instead.", "reason"));
        if (NikText.IsIn(input.Value)) errors.Add(new(HoldsNik, "The value holds the number of a person.", "value"));
        return errors;
    }

    private static async Task<KurSettingDefinition?> FindAsync(NpgsqlConnection connection, string name, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(Lock, connection) { Parameters = { new() { Value = name } } };
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        return await reader.ReadAsync(cancellation)
            ? new(reader.GetString(0), reader.GetString(1), reader.GetString(2), reader.GetFieldValue<string[]>(3))
            : null;
    }

    private async Task<KurSetting> InsertAsync(
        NpgsqlConnection connection, SetKurSettingInput input, string setBy, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(Insert, connection)
        {
            Parameters =
            {
                new() { Value = input.Name }, new() { Value = input.Value }, new() { Value = input.Reason.Trim() },
                new() { Value = setBy }, new() { Value = time.GetUtcNow() },
            },
        };
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        await reader.ReadAsync(cancellation);
        return KurRegulationsLoader.ReadSetting(reader);
    }
}
