using System.Collections.Concurrent;
using DataHub.Access;
using DataHub.Access.Budgets;
using DataHub.Database;
using DataHub.GraphQL.Errors;
using DataHub.Shared;
using Npgsql;

namespace DataHub.Partners;

/// <summary>
/// Counts in memory, and writes each second what was counted to PostgreSQL, where hosts find each other's numbers and their own after a
/// restart. A host that is killed forgets what it counted in its last second; two hosts together can pass a ceiling by what they count in
/// one.
/// </summary>
public sealed class SubjectQuota(NpgsqlDataSource source, ClientBudgets budgets, TimeProvider time, Action<Exception> onFailure) : ISubjectQuota, IAsyncDisposable
{
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource stop = new();
    private readonly ConcurrentDictionary<string, OrganisationDay> organisations = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ClientDay> clients = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim writing = new(1, 1);
    private Task running = Task.CompletedTask;
    private volatile bool isLoaded;

    /// <summary>False until it is known what was counted before.</summary>
    public bool IsLoaded => isLoaded;

    /// <summary>Begins to read what was counted before, and to write.</summary>
    public void Start() => running = Task.Run(() => RunAsync(stop.Token), CancellationToken.None);

    /// <inheritdoc/>
    public GraphQLError? RefuseBefore(Caller caller)
    {
        var plan = PlanOf(caller);
        if (plan is null) return null;
        if (!isLoaded) return NotKnown();
        var day = Today;
        if (plan.PersonsPerDay is { } persons && Of(caller, day).Count >= persons) return QuotaErrors.Subjects(persons, UntilTomorrow);
        return plan.SubjectsPerDay is { } subjects && Of(caller.Client, day).Count >= subjects ? QuotaErrors.Subjects(subjects, UntilTomorrow) : null;
    }

    /// <inheritdoc/>
    public GraphQLError? Count(Caller caller, IReadOnlyCollection<long> persons)
    {
        var plan = persons.Count == 0 ? null : PlanOf(caller);
        if (plan is null) return null;
        if (!isLoaded) return NotKnown();
        var day = Today;
        var distinct = persons as IReadOnlySet<long> ?? persons.ToHashSet();
        var client = Of(caller.Client, day);
        if (!client.TryAdd(distinct.Count, plan.SubjectsPerDay)) return QuotaErrors.Subjects(plan.SubjectsPerDay!.Value, UntilTomorrow);
        if (plan.PersonsPerDay is not { } ceiling || Of(caller, day).TryAdd(distinct, ceiling)) return null;
        client.TakeBack(distinct.Count);
        return QuotaErrors.Subjects(ceiling, UntilTomorrow);
    }

    /// <summary>How a client stands: its plan's ceilings with what is left of them today; empty when it has none.</summary>
    public IReadOnlyList<(string Name, long Ceiling, long Left)> BalanceOf(Caller caller)
    {
        if (PlanOf(caller) is not { } plan) return [];
        var day = Today;
        var balances = new List<(string, long, long)>(2);
        if (plan.SubjectsPerDay is { } subjects) balances.Add(("subjects", subjects, Math.Max(0, subjects - Of(caller.Client, day).Count)));
        if (plan.PersonsPerDay is { } persons) balances.Add(("persons", persons, Math.Max(0, persons - Of(caller, day).Count)));
        return balances;
    }

    /// <summary>From now to the next day in Lampung.</summary>
    public TimeSpan UntilTomorrow
    {
        get
        {
            var local = time.GetUtcNow().ToOffset(Wib.Offset);
            return TimeSpan.FromDays(1) - local.TimeOfDay;
        }
    }

    /// <summary>Writes what is counted and not yet written.</summary>
    public async Task FlushAsync(CancellationToken cancellation)
    {
        await writing.WaitAsync(cancellation);
        try
        {
            await using var connection = await source.OpenConnectionAsync(cancellation);
            foreach (var (organisation, day) in organisations) await day.FlushAsync(connection, organisation, cancellation);
            foreach (var (client, day) in clients) await day.FlushAsync(connection, client, cancellation);
        }
        finally
        {
            writing.Release();
        }
    }

    /// <summary>Writes a last time, then stops.</summary>
    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await running;
        if (isLoaded && !(organisations.IsEmpty && clients.IsEmpty)) await TryFlushAsync();
        stop.Dispose();
        writing.Dispose();
    }

    private DateOnly Today => Wib.DateOf(time.GetUtcNow());

    // Stewards and owners are not counted: the former keep the whole register, of the latter each sees one person.
    private BudgetPlan? PlanOf(Caller caller)
    {
        if (caller.Purpose is "STEWARDSHIP" or "SUBJECT_ACCESS") return null;
        var plan = budgets.PlanOf(caller.Client);
        return plan.PersonsPerDay is null && plan.SubjectsPerDay is null ? null : plan;
    }

    private OrganisationDay Of(Caller caller, DateOnly day) => organisations.GetOrAdd(caller.Organisation ?? caller.Client, static _ => new OrganisationDay()).On(day);

    private ClientDay Of(string client, DateOnly day) => clients.GetOrAdd(client, static _ => new ClientDay()).On(day);

    private static GraphQLError NotKnown() => new(new DatabaseUnavailableException().Message, DatabaseUnavailableException.Code);

    private async Task RunAsync(CancellationToken cancel)
    {
        var isTold = false;
        while (!cancel.IsCancellationRequested)
        {
            try
            {
                if (isLoaded) await FlushAsync(cancel);
                else await LoadAsync(cancel);
                isTold = false;
            }
            catch (Exception) when (cancel.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                if (!isTold) onFailure(DatabaseUnavailableException.Translate(failure));
                isTold = true;
            }
            await Task.Delay(Step, cancel).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task TryFlushAsync()
    {
        using var limit = new CancellationTokenSource(Step);
        try
        {
            await FlushAsync(limit.Token);
        }
        catch (Exception failure)
        {
            onFailure(DatabaseUnavailableException.Translate(failure));
        }
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        var today = Today;
        await using var connection = await source.OpenConnectionAsync(cancel);
        await QuotaStore.PruneAsync(connection, today.AddDays(-1), cancel);
        foreach (var (organisation, persons) in await QuotaStore.PersonsAsync(connection, today, cancel))
            organisations.GetOrAdd(organisation, static _ => new OrganisationDay()).On(today).Known(persons);
        foreach (var (client, subjects) in await QuotaStore.SubjectsAsync(connection, today, cancel))
            clients.GetOrAdd(client, static _ => new ClientDay()).On(today).Known(subjects);
        isLoaded = true;
    }
}
