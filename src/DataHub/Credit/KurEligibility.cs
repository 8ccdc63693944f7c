using System.Data;
using DataHub.Credit.Applicants;
using DataHub.Credit.Regulations;
using DataHub.Shared;
using Npgsql;

namespace DataHub.Credit;

/// <summary>Decides about sets of applications for KUR out of the database.</summary>
public sealed class KurEligibility(NpgsqlDataSource source, KurRegulationsStore store, KurApplicants applicants, TimeProvider time)
{
    /// <summary>Most applications one call may bring.</summary>
    public const int MaxApplications = 500;

    /// <summary>
    /// The decisions in the order of the applications, on data of one moment. <paramref name="lender"/>: code of the lender that asks,
    /// null when the caller is none. <paramref name="see"/> is shown what is known of each applicant. Throws
    /// <see cref="ArgumentException"/> for more than <see cref="MaxApplications"/>.
    /// </summary>
    public async Task<IReadOnlyList<KurDecision>> DecideAsync(
        IReadOnlyList<KurApplication> applications, string? lender = null, Action<int, KurApplicant>? see = null, CancellationToken cancellation = default)
    {
        if (applications.Count > MaxApplications)
            throw new ArgumentException($"At most {MaxApplications} applications are decided at once.", nameof(applications));
        if (applications.Count == 0) return [];
        var regulations = await store.GetAsync(cancellation);
        var known = await LoadAsync(applications, cancellation);
        for (var i = 0; see is not null && i < known.Count; i++) see(i, known[i]);
        var today = Wib.DateOf(time.GetUtcNow());
        var asking = new KurAsking(today, lender);
        return [.. applications.Zip(known, (application, applicant) =>
        {
            cancellation.ThrowIfCancellationRequested();
            return KurDecider.Decide(application, applicant, regulations, asking);
        })];
    }

    /// <summary>The same out of another pool of connections.</summary>
    public KurEligibility From(NpgsqlDataSource other) => new(other, store, applicants, time);

    private async Task<IReadOnlyList<KurApplicant>> LoadAsync(IReadOnlyList<KurApplication> applications, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);
        var known = await applicants.LoadAsync(connection, applications, cancellation);
        await transaction.CommitAsync(cancellation);
        return known;
    }
}
