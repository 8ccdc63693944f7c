using System.Globalization;
using System.Runtime.CompilerServices;
using DataHub.Access;
using DataHub.Access.Budgets;
using DataHub.GraphQL.Cost;
using DataHub.GraphQL.Errors;
using DataHub.GraphQL.Execution;

namespace DataHub.Api.Http;

/// <summary>
/// Tells clients how their budget stands, by the fields RateLimit-Policy and RateLimit
/// (https://datatracker.ietf.org/doc/draft-ietf-httpapi-ratelimit-headers/10/), counted in units of cost.
/// </summary>
internal sealed class RateLimits(ClientBudgets budgets)
{
    private const string Policy = "RateLimit-Policy";
    private const string Limit = "RateLimit";

    // Structured fields have integers of fifteen digits (RFC 9651, section 3.3.1).
    private const double LargestInteger = 999_999_999_999_999;

    private readonly ConditionalWeakTable<BudgetPlan, StrongBox<string>> policies = [];

    /// <summary>Has every answer to the caller carry the fields, whatever becomes of the request.</summary>
    public void Announce(HttpResponse response, Caller caller) => response.OnStarting(
        static state =>
        {
            var (rates, response, caller) = ((RateLimits, HttpResponse, Caller))state;
            if (!response.Headers.ContainsKey(Limit)) rates.WriteBalance(response, caller);
            return Task.CompletedTask;
        },
        (this, response, caller));

    /// <summary>The refusal of a caller that has nothing left, before its document is looked at; null when it has.</summary>
    public Refusal? RefuseIfSpent(Caller caller)
    {
        var balance = budgets.BalanceOf(caller.Client);
        if (balance.Left >= 1) return null;
        var error = CostErrors.RateLimited(1, balance);
        return new Refusal(429, error) { Cost = new CostReport(1, balance) };
    }

    /// <summary>The fields as they stood when the request was refused.</summary>
    public Refusal Tell(HttpResponse response, Caller caller, Refusal refusal)
    {
        if (refusal.Cost is { } cost) Write(response, caller, cost.Balance, refusal.Error);
        return refusal;
    }

    /// <summary>The fields as they stood when the answer was ready; a budget that is spent says when to ask again.</summary>
    public void Write(HttpResponse response, Caller caller, ExecutionResult result)
    {
        if (result.Cost is not { } cost) return;
        var refusal = result.Errors.Count == 0 ? null : result.Errors.FirstOrDefault(e => e.Code == ErrorCodes.RateLimited);
        Write(response, caller, cost.Balance, refusal);
    }

    private void WriteBalance(HttpResponse response, Caller caller) => Write(response, caller, budgets.BalanceOf(caller.Client), null);

    private void Write(HttpResponse response, Caller caller, CostBalance balance, GraphQLError? refusal)
    {
        var plan = budgets.Settings.PlanOf(caller.Client);
        var retryAfter = refusal?.Extensions?["retryAfter"] as int?;
        var untilFull = balance.Left >= balance.Capacity ? 0 : balance.SecondsUntil(balance.Capacity);
        response.Headers[Policy] = policies.GetValue(plan, PolicyOf).Value;
        response.Headers[Limit] = string.Create(
            CultureInfo.InvariantCulture, $"\"{plan.Name}\";r={Integer(balance.Remaining)};t={Integer(retryAfter ?? untilFull)}");
        if (retryAfter is { } seconds) response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
    }

    private static StrongBox<string> PolicyOf(BudgetPlan plan)
    {
        var window = Math.Ceiling(plan.Capacity / plan.RestoreRate);
        return new(string.Create(CultureInfo.InvariantCulture, $"\"{plan.Name}\";q={Integer(plan.Capacity)};w={Integer(window)}"));
    }

    private static long Integer(double value) => (long)Math.Min(Math.Floor(value), LargestInteger);
}
