namespace DataHub.Credit.Applicants;

/// <summary>Loans and trainings found for a set of applications.</summary>
internal sealed class KnownHistory
{
    private readonly ILookup<long?, KurLoanFact> loansByPerson;
    private readonly ILookup<long?, (KurLoanFact Loan, long? PersonId)> loansByBusiness;
    private readonly ILookup<long, KurTrainingFact> trainings;

    public KnownHistory(List<(KurLoanFact Loan, long? PersonId)> loans, List<(long PersonId, KurTrainingFact Training)> trainings)
    {
        loansByPerson = loans.Where(row => row.PersonId is not null).ToLookup(row => row.PersonId, row => row.Loan);
        loansByBusiness = loans.Where(row => row.Loan.BusinessId is not null).ToLookup(row => row.Loan.BusinessId);
        this.trainings = trainings.ToLookup(row => row.PersonId, row => row.Training);
    }

    /// <summary>The applicant with their loans and trainings.</summary>
    public KurApplicant Complete(KurSubject subject)
    {
        var own = subject.PersonId is { } person ? loansByPerson[person].Select(loan => loan with { OfPerson = true }) : [];
        // A loan of the business that is certainly another person's is not the applicant's.
        var perhaps = subject.BusinessIds.SelectMany(business => loansByBusiness[business])
            .Where(row => row.PersonId is null || (row.PersonId != subject.PersonId && !row.Loan.Certain))
            .Select(row => row.Loan);
        return subject.Applicant with
        {
            Loans = [.. own, .. perhaps],
            Trainings = subject.PersonId is { } attendant ? [.. trainings[attendant]] : [],
        };
    }
}
