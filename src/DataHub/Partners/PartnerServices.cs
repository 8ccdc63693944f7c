using DataHub.Access.Budgets;
using DataHub.Planning;

namespace DataHub.Partners;

/// <summary>What the hub knows and counts of those who ask it.</summary>
public sealed class PartnerServices : IAsyncDisposable
{
    internal PartnerServices(HubParts parts, ClientBudgets budgets)
    {
        var source = parts.Upkeep ?? parts.DataSource;
        void OnFailure(Exception failure) => parts.OnError(failure, null);
        Directory = new PartnerDirectory(source, parts.Listening ?? parts.DataSource, parts.Time, parts.Partners, OnFailure);
        budgets.PlanNameOf = client => Directory.Find(client)?.Partner.Plan;
        Changes = new PartnerChanges(source, Directory, parts.Time, name => budgets.Settings.Plan(name));
        Quota = new SubjectQuota(source, budgets, parts.Time, OnFailure);
        Alarms = new AlarmLog(source, parts.OnAlarm ?? (_ => { }), OnFailure);
        LookUps = new LookUpWatch(budgets, Alarms, parts.Time);
    }

    /// <summary>Who may ask.</summary>
    public PartnerDirectory Directory { get; }

    /// <summary>Changes them.</summary>
    public PartnerChanges Changes { get; }

    /// <summary>Whom they may be told of in a day.</summary>
    public SubjectQuota Quota { get; }

    /// <summary>Looks for guessing.</summary>
    public LookUpWatch LookUps { get; }

    internal AlarmLog Alarms { get; }

    /// <summary>
    /// Begins to listen for changes and to write what is counted. A hub that is not started answers, but admits nobody by HTTP.
    /// </summary>
    public void Start()
    {
        Directory.Start();
        Quota.Start();
        Alarms.Start();
    }

    public async ValueTask DisposeAsync()
    {
        await Directory.DisposeAsync();
        await Quota.DisposeAsync();
        await Alarms.DisposeAsync();
    }
}
