using System.Globalization;
using System.Runtime.CompilerServices;
using DataHub.Access;
using DataHub.Access.Budgets;
using DataHub.GraphQL.Cost;
using DataHub.GraphQL.Errors;
using DataHub.GraphQL.Execution;
using DataHub.Partners;

namespace DataHub.Api.Http;

/// <summary>
/// Tells clients how their budget stands, by the fields RateLimit-Policy and RateLimit
/// (https://datatracker.ietf.org/doc/draft-ietf-httpapi-ratelimit-headers/10/), counted in units of
/// cost, and where a plan bounds them in requests a minute and persons a day, each by the name of what is counted.
/// </summary>
internal sealed class RateLimits(ClientBudgets budgets, SubjectQuota? quota)
{
    private const string Policy = "RateLimit-Policy";
    private const string Limit = "RateLimit";

    private const int SecondsOfDay = 86_400;

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

    /// <summary>
    /// Counts a request; the refusal of a caller that has nothing left, before its document is looked at; null when it has.
    /// </summary>
    public Refusal? RefuseIfSpent(Caller caller)
    {
        if (budgets.TakeRequest(caller) is { } wait) return TooMany(wait);
        if (quota?.RefuseBefore(caller) is { } over) return Quota(over);
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
        var refusal = result.Errors.Count == 0 ? null : result.Errors.FirstOrDefault(e => e.Code == ErrorCodes.RateLimited || QuotaErrors.Has(e.Code));
        Write(response, caller, cost.Balance, refusal);
    }

    private void WriteBalance(HttpResponse response, Caller caller) => Write(response, caller, budgets.BalanceOf(caller.Client), null);

    private void Write(HttpResponse response, Caller caller, CostBalance balance, GraphQLError? refusal)
    {
        var plan = budgets.PlanOf(caller.Client);
        var retryAfter = refusal?.Extensions?["retryAfter"] as int?;
        var untilFull = balance.Left >= balance.Capacity ? 0 : balance.SecondsUntil(balance.Capacity);
        var wait = refusal?.Code == ErrorCodes.RateLimited ? retryAfter : null;
        response.Headers[Policy] = policies.GetValue(plan, PolicyOf).Value;
        response.Headers[Limit] = string.Create(
            CultureInfo.InvariantCulture,
            $"\"{plan.Name}\";r={Integer(balance.Remaining)};t={Integer(wait ?? untilFull)}{RequestsLeft(caller)}{PersonsLeft(caller)}");
        if (retryAfter is { } seconds) response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
    }

    private string RequestsLeft(Caller caller)
    {
        var (own, shared) = budgets.RequestsOf(caller);
        return Item("requests", own) + Item("organisation-requests", shared);

        static string Item(string name, CostBalance? balance) =>
            balance is { } left ? Text($", \"{name}\";r={Integer(left.Remaining)};t={left.SecondsUntil(left.Capacity)}") : "";
    }

    private string PersonsLeft(Caller caller)
    {
        if (quota?.BalanceOf(caller) is not { Count: > 0 } balances) return "";
        var wait = Integer(Math.Ceiling(quota.UntilTomorrow.TotalSeconds));
        return string.Concat(balances.Select(balance => Text($", \"{balance.Name}\";r={balance.Left};t={wait}")));
    }

    private static StrongBox<string> PolicyOf(BudgetPlan plan)
    {
        var window = Math.Ceiling(plan.Capacity / plan.RestoreRate);
        var policy = Text($"\"{plan.Name}\";q={Integer(plan.Capacity)};w={Integer(window)}");
        foreach (var (name, bound, seconds) in new (string, long?, int)[]
        {
            ("requests", plan.RequestsPerMinute, 60), ("organisation-requests", plan.OrganisationRequestsPerMinute, 60),
            ("subjects", plan.SubjectsPerDay, SecondsOfDay), ("persons", plan.PersonsPerDay, SecondsOfDay),
        })
            if (bound is { } most) policy += Text($", \"{name}\";q={most};w={seconds}");
        return new(policy);
    }

    private static Refusal TooMany(int wait) => Waiting(new GraphQLError($"Too many requests in a minute. Ask again in {wait} s.", ErrorCodes.RateLimited)
    {
        Extensions = new Dictionary<string, object?> { ["retryAfter"] = wait },
    });

    private static Refusal Quota(GraphQLError error) => error.Code == HttpErrorCodes.DatabaseUnavailable ? HttpRefusals.NoDatabase : Waiting(error);

    private static Refusal Waiting(GraphQLError error) => new(429, error)
    {
        Header = ("Retry-After", Text($"{error.Extensions!["retryAfter"]}")),
    };

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static long Integer(double value) => (long)Math.Min(Math.Floor(value), LargestInteger);
}
