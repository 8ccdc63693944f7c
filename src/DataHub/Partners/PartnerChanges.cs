using DataHub.Access.Budgets;
using DataHub.Shared;
using Npgsql;

namespace DataHub.Partners;

/// <summary>
/// Changes partners. Each change is a version of its own, made from the newest one or refused, and in force in this host when the method
/// returns.
/// </summary>
public sealed class PartnerChanges(NpgsqlDataSource source, PartnerDirectory directory, TimeProvider time, Func<string, BudgetPlan?> planOf)
{
    private readonly PartnerCheck check = new(planOf);

    /// <summary>Admits an organisation; the times and author of its first version are set here.</summary>
    public Task<PartnerPayload> RegisterAsync(Partner asked, string by, CancellationToken cancellation = default) =>
        MakeAsync(asked.Code, (current, _) => current is null
            ? (asked with { Version = 1, Change = "REGISTERED", ChangedAt = Now, ChangedBy = by }, null)
            : (null, PartnerPayload.Wrong("CODE_TAKEN", "There is a partner of this code.", "code")), cancellation);

    /// <summary>
    /// Makes the next version of <paramref name="version"/>. <paramref name="edit"/> gives what it is to be, or what keeps it from being
    /// made.
    /// </summary>
    public Task<PartnerPayload> ChangeAsync(
        (string Code, int Version) place, string by, Func<Partner, DateTime, (Partner?, PartnerPayload?)> edit, CancellationToken cancellation = default) =>
        MakeAsync(place.Code, (current, now) =>
        {
            if (current is null) return (null, PartnerPayload.Wrong("UNKNOWN_PARTNER", "There is no partner of this code.", "code"));
            if (current.Version != place.Version)
                return (null, PartnerPayload.Wrong("CONFLICT", $"The partner was changed meanwhile: its newest version is {current.Version}.", "version"));
            var (next, wrong) = edit(current, now);
            return (next is null ? null : next with { Version = current.Version + 1, ChangedAt = now, ChangedBy = by }, wrong);
        }, cancellation);

    /// <summary>Admits the organisations if there has never been any. Returns how many were admitted.</summary>
    public async Task<int> SeedAsync(IReadOnlyList<Partner> partners, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await PartnerStore.LockAsync(connection, cancellation);
        if (await PartnerStore.MarkAsync(connection, cancellation) > 0) return 0;
        foreach (var partner in partners) await PartnerStore.WriteAsync(connection, partner, cancellation);
        await transaction.CommitAsync(cancellation);
        return partners.Count;
    }

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    private async Task<PartnerPayload> MakeAsync(
        string code, Func<Partner?, DateTime, (Partner? Next, PartnerPayload? Wrong)> make, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await PartnerStore.LockAsync(connection, cancellation);
        var (next, wrong) = make(await PartnerStore.FindAsync(connection, code, cancellation), Now);
        if (next is null) return wrong!;
        var errors = check.Check(next);
        errors.AddRange(await TakenAsync(connection, next, cancellation));
        if (errors.Count > 0) return new PartnerPayload(null, errors);
        await PartnerStore.WriteAsync(connection, next, cancellation);
        await transaction.CommitAsync(cancellation);
        // The change is made: that it comes into force must not be cut short with the request.
        await directory.ReloadAsync(CancellationToken.None);
        return new PartnerPayload(next, []);
    }

    private static async Task<IEnumerable<MutationError>> TakenAsync(NpgsqlConnection connection, Partner partner, CancellationToken cancellation) =>
        (await PartnerStore.TakenAsync(connection, partner, cancellation))
            .Select(client => new MutationError("CLIENT_TAKEN", $"The client {client} is another partner's.", "clients"));
}
