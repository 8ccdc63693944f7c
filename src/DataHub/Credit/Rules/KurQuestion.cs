using DataHub.Credit.Applicants;
using DataHub.Credit.Regulations;

namespace DataHub.Credit.Rules;

/// <summary>Everything one decision rests on.</summary>
internal sealed record KurQuestion(
    KurApplication Application, KurApplicant Applicant, KurRegulations Regulations, KurRegime Regime, KurAsking Asking)
{
    public DateOnly Date => Application.Date ?? Asking.Today;
}
