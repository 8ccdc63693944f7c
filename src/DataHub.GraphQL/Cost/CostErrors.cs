using System.Globalization;
using DataHub.GraphQL.Errors;

namespace DataHub.GraphQL.Cost;

/// <summary>Refusals for want of budget.</summary>
public static class CostErrors
{
    /// <summary>More than the caller's budget can ever hold, or more than is in it now.</summary>
    public static GraphQLError Refusal(double requested, CostBalance balance) =>
        requested > balance.Capacity ? TooHigh(requested, balance) : RateLimited(requested, balance);

    /// <summary><see cref="ErrorCodes.RateLimited"/>, with the seconds to wait as <c>retryAfter</c>.</summary>
    public static GraphQLError RateLimited(double requested, CostBalance balance)
    {
        var seconds = balance.SecondsUntil(requested);
        var message = $"The budget is spent: {Text(requested)} are asked for and {Text(balance.Remaining)} are left."
            + $" Ask again in {seconds} s.";
        return new GraphQLError(message, ErrorCodes.RateLimited)
        {
            Extensions = new Dictionary<string, object?>
            {
                ["requested"] = CostWriter.Shown(requested),
                ["remaining"] = balance.Remaining,
                ["restoreRate"] = balance.RestoreRate,
                ["retryAfter"] = seconds,
            },
        };
    }

    private static GraphQLError TooHigh(double requested, CostBalance balance)
    {
        var message = $"The operation can cost {Text(requested)}; one operation may cost {Text(balance.Capacity)} at most."
            + " Ask for shorter lists, or in parts.";
        return new GraphQLError(message, ErrorCodes.CostTooHigh)
        {
            Extensions = new Dictionary<string, object?>
            {
                ["requested"] = CostWriter.Shown(requested),
                ["capacity"] = balance.Capacity,
                ["remaining"] = balance.Remaining,
                ["restoreRate"] = balance.RestoreRate,
            },
        };
    }

    private static string Text(double cost) => CostWriter.Shown(cost).ToString("0.###", CultureInfo.InvariantCulture);
}
