using DataHub.Credit.Applicants;
using DataHub.Partners;
using DataHub.Planning;

namespace DataHub.Credit;

/// <summary>
/// What applications tell of guessing. Whoever has a NIB may ask whether a NIK is its owner's by an application with both: how often the
/// answer may be
/// no is bounded (<see cref="LookUpWatch"/>).
/// </summary>
internal sealed class KurLookUps
{
    private readonly HubRequest request;
    private readonly IReadOnlyList<KurApplication> applications;
    private readonly IReadOnlyList<IdentityTry> tries;
    private readonly IdentityTry?[] tryOf;
    private readonly bool[] missed;

    /// <summary>Throws <see cref="GraphQL.Errors.GraphQLException"/> when too much was guessed already.</summary>
    public KurLookUps(HubRequest request, IReadOnlyList<KurApplication> applications)
    {
        (this.request, this.applications) = (request, applications);
        (tryOf, missed) = (new IdentityTry?[applications.Count], new bool[applications.Count]);
        var pairs = Enumerable.Range(0, applications.Count).Where(i => applications[i] is { Nib: not null, Nik: not null }).ToList();
        tries = pairs.Count == 0 ? [] : Watch.Try(request.Caller, pairs.Select(i => (applications[i].Nib!, applications[i].Nik!)));
        for (var i = 0; i < tries.Count; i++) tryOf[pairs[i]] = tries[i];
    }

    /// <summary>Runs the decision. Throws as above when its answers would tell more than may be told.</summary>
    public async Task<T> RunAsync<T>(Func<Task<T>> decide)
    {
        var isDone = false;
        try
        {
            var decisions = await decide();
            isDone = true;
            return decisions;
        }
        finally
        {
            if (isDone) Settle();
            else Watch.Release(request.Caller, tries);
        }
    }

    /// <summary>Notes what is known of an application's applicant; the last word counts.</summary>
    public void See(int application, KurApplicant applicant)
    {
        missed[application] = applications[application].Nib is not null ? applicant.Named is null : !applicant.NikKnown;
        if (tryOf[application] is { } made) made.IsMismatch = applicant.OwnsNamed == false;
    }

    private LookUpWatch Watch => request.Hub.Partners.LookUps;

    private void Settle()
    {
        var nibs = applications.Select(application => application.Nib).OfType<string>().ToArray();
        Watch.Looked(request.Caller, nibs, missed.Count(isMissed => isMissed));
        Watch.Settle(request.Caller, tries);
    }
}
