using DataHub.Credit.Applicants;
using DataHub.Credit.Regulations;

namespace DataHub.Credit.Rules;

/// <summary>K26-05: grounds on which a super mikro business may be younger than six months (Art 26(2)).</summary>
internal sealed class YoungBusinessException() : KurRule("K26-05")
{
    private const string Remedy =
        "Mentoring (pendampingan), training, membership of a business group, or a family member with a viable business.";

    /// <summary>What a training joined by likeness asks for.</summary>
    public const string ProofOfTraining = "Proof that the applicant attended the training, such as its certificate.";

    public override Finding? Examine(KurCase c)
    {
        if (c.Kind != KurKind.SuperMikro) return Finding.NotApplicable("The exception is for super mikro only.");
        var age = BusinessStart.Of(c).Age;
        if (age == BusinessAge.OldEnough) return Finding.NotApplicable("The business is old enough; no exception is needed.");
        var grounds = GroundsOf(c);
        if (grounds.Count > 0)
            return Finding.Pass(string.Join(" ", grounds.Select(ground => ground.Text)), grounds.All(ground => ground.Declared));
        if (HasDoubtfulTraining(c))
            return new Finding(KurRuleResult.Need, "A training is known that the applicant attended only probably.", ProofOfTraining);
        return age == BusinessAge.Young
            ? c.AtLevel("None of the grounds of exception is shown or declared.", Remedy)
            : new Finding(
                KurRuleResult.Info, "No ground of exception is shown or declared; none is needed once the start is proven.", Remedy);
    }

    /// <summary>The grounds that are shown or declared; empty when none.</summary>
    public static IReadOnlyList<Ground> GroundsOf(KurCase c)
    {
        var declared = c.Declared;
        var inGroup = declared.GroupMember == true || declared.ApplicantType == KurApplicantType.BusinessGroup;
        (string Name, Ground? Ground)[] candidates =
        [
            ("MENTORING", declared.Mentoring == true ? new("Mentoring is declared.", true) : null),
            ("TRAINING", TrainingOf(c)),
            ("GROUP", inGroup ? new("Membership of a business group is declared.", true) : null),
            ("FAMILY", declared.FamilyBusiness == true ? new("A family member's viable business is declared.", true) : null),
        ];
        return candidates.Where(candidate => candidate.Ground is not null && c.SettingHolds(SettingNames.ExceptionGrounds, candidate.Name))
            .Select(candidate => candidate.Ground!).ToList();
    }

    /// <summary>True when the only training that would excuse is one the applicant attended but probably.</summary>
    public static bool HasDoubtfulTraining(KurCase c) =>
        Attended(c).Any(training => !training.Certain) && c.Setting(SettingNames.ExceptionProbableTraining) == "NEED"
        && c.SettingHolds(SettingNames.ExceptionGrounds, "TRAINING");

    private static Ground? TrainingOf(KurCase c)
    {
        var counted = Attended(c).Where(training => training.Certain || c.Setting(SettingNames.ExceptionProbableTraining) == "COUNTS");
        if (counted.Min(training => training.StartedOn) is { } first)
            return new($"The applicant attended training begun {Wording.Day(first)}.", false);
        return c.Declared.Training == true ? new("Training is declared.", true) : null;
    }

    private static List<KurTrainingFact> Attended(KurCase c)
    {
        var begun = c.Applicant.Trainings.Where(training => training.StartedOn < c.Date).ToList();
        return begun.Count > 0 && c.Setting(SettingNames.ExceptionTraining) == "PASSED"
            ? begun.FindAll(training => training.Passed == true)
            : begun;
    }

    /// <summary>A ground in a sentence, and whether it is only declared.</summary>
    internal sealed record Ground(string Text, bool Declared);
}
