using DataHub.Access;
using DataHub.GraphQL.Execution;
using DataHub.Shared;
using Npgsql;
using NpgsqlTypes;

namespace DataHub.Audit;

/// <summary>Looks that those who were looked at are told of later (UU 27/2022 Article 15 keeps rights back for law enforcement and the like).</summary>
internal sealed class NoticeDelays(NpgsqlDataSource source)
{
    private const int LongestDays = 3650;
    private const int LongestCode = 64;
    private const int LongestGround = 500;

    private const string Sql =
        "insert into audit.secrecy (organisation, purpose, case_number, notify_after, basis, set_by) values ($1, $2, $3, make_interval(days => $4), $5, $6)";

    /// <summary>Sets it, unless something is wrong with it. One that stays longer holds beside one that is there already.</summary>
    public async Task<DelayNoticePayload> SetAsync(NoticeDelay delay, Caller caller, CancellationToken cancellation)
    {
        var errors = Check(delay).ToList();
        if (errors.Count > 0) return new DelayNoticePayload(null, errors);
        await using var command = source.CreateCommand(Sql);
        var parameters = command.Parameters;
        foreach (var text in (ReadOnlySpan<string?>)[delay.Organisation, delay.Purpose, delay.CaseNumber])
            parameters.Add(new NpgsqlParameter { Value = (object?)text ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
        parameters.Add(new NpgsqlParameter<int> { TypedValue = delay.Days });
        foreach (var text in (ReadOnlySpan<string>)[delay.Ground, $"{caller.Client}/{caller.Subject}"])
            parameters.Add(new NpgsqlParameter<string> { TypedValue = text });
        await command.ExecuteNonQueryAsync(cancellation);
        return new DelayNoticePayload(delay, []);
    }

    private static IEnumerable<MutationError> Check(NoticeDelay delay)
    {
        if (!Fits(delay.Organisation, LongestCode)) yield return new("INVALID_ORGANISATION", "The code has 1 to 64 printable characters.", "organisation");
        if (delay.Purpose is null && delay.CaseNumber is null) yield return new("TOO_WIDE", "A purpose or a case number is needed.", null);
        if (delay.CaseNumber is { } number && !Fits(number, LongestCode))
            yield return new("INVALID_CASE_NUMBER", "The case number has 1 to 64 printable characters.", "caseNumber");
        if (delay.Days is < 1 or > LongestDays) yield return new("INVALID_DAYS", "Days are 1 to 3650.", "days");
        if (!Fits(delay.Ground, LongestGround)) yield return new("INVALID_GROUND", "The ground has 1 to 500 printable characters.", "ground");
    }

    private static bool Fits(string text, int longest) => text.Length > 0 && text.Length <= longest && !text.Any(char.IsControl);
}
