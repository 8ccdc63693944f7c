using System.Globalization;
using DataHub.GraphQL.Errors;

namespace DataHub.Partners;

/// <summary>Refusals for want of a quota; each says in seconds when to ask again (<c>retryAfter</c>).</summary>
public static class QuotaErrors
{
    /// <summary>The answer would tell of more persons, or more often of persons, than the plan allows in a day.</summary>
    public const string SubjectQuota = "SUBJECT_QUOTA";

    /// <summary>Too many pairs of NIB and NIK that do not belong together were tried.</summary>
    public const string IdentityQuota = "IDENTITY_QUOTA";

    /// <summary>True for a code that is answered with 429.</summary>
    public static bool Has(string? code) => code is SubjectQuota or IdentityQuota;

    internal static GraphQLError Subjects(long ceiling, TimeSpan untilTomorrow) => Make(
        SubjectQuota, string.Create(CultureInfo.InvariantCulture, $"The answer would pass the ceiling of {ceiling} persons a day."), untilTomorrow);

    internal static GraphQLError Identity(TimeSpan untilNextHour) => Make(
        IdentityQuota, "Too many NIKs were given with NIBs of other persons. Ask again in the next hour.", untilNextHour);

    private static GraphQLError Make(string code, string message, TimeSpan wait)
    {
        PartnerMetrics.OverQuota.Add(1, new KeyValuePair<string, object?>("code", code));
        return new GraphQLError(message, code)
        {
            Extensions = new Dictionary<string, object?> { ["retryAfter"] = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)) },
        };
    }
}
