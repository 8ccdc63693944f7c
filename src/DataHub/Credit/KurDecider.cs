using DataHub.Credit.Applicants;
using DataHub.Credit.Regulations;
using DataHub.Credit.Rules;

namespace DataHub.Credit;

/// <summary>Decides about KUR: a pure function of an application, what is known of the applicant, and the regulations.</summary>
public static class KurDecider
{
    /// <summary>
    /// Never throws for what an applicant may ask; throws <see cref="InvalidDataException"/> when the tables of rules have gaps.
    /// </summary>
    public static KurDecision Decide(KurApplication application, KurApplicant applicant, KurRegulations regulations, KurAsking asking)
    {
        var date = application.Date ?? asking.Today;
        if (regulations.DecidingOn(date) is not { } regime) return NotLoaded(application, date);
        var question = new KurQuestion(application, applicant, regulations, regime, asking);
        var entries = regulations.RulesOf(regime).Select(text => Enter(question, text)).OfType<KurRuleEntry>().ToList();
        var c = new KurCase(question, "");
        return new KurDecision
        {
            Outcome = OutcomeOf(entries),
            Regime = regime.Code,
            Regulation = regime.Regulation,
            Date = date,
            Kind = application.Kind,
            Amount = application.Amount,
            // The bound is exclusive; the smallest whole Rupiah above it.
            PlafonMin = decimal.Floor(c.Parameter(PlafonOfKind.AboveName(application.Kind))) + 1,
            PlafonMax = c.Parameter(PlafonOfKind.MaxName(application.Kind)),
            Rate = RateOffer.Of(c).Rate,
            AkadNumber = LoanHistory.Of(c).Certain.Count(loan => loan.Kind == application.Kind) + 1,
            SectorClass = Activity.Of(c).Class,
            Nib = c.Business?.Nib,
            Rules = entries,
        };
    }

    private static KurRuleEntry? Enter(KurQuestion question, KurRuleText text)
    {
        var c = new KurCase(question, text.Id);
        if (KurRules.ById[text.Id].Examine(c) is not { } finding) return null;
        return new KurRuleEntry
        {
            Id = text.Id,
            Title = text.Title,
            Article = text.Article,
            Confidence = text.Confidence,
            Result = finding.Result,
            Found = finding.Found,
            WouldChange = finding.WouldChange,
            Declared = finding.Declared,
            Settings = c.Read,
        };
    }

    private static KurOutcome OutcomeOf(List<KurRuleEntry> entries)
    {
        if (entries.Exists(entry => entry.Result == KurRuleResult.Fail)) return KurOutcome.NotEligible;
        return entries.Exists(entry => entry.Result == KurRuleResult.Need) ? KurOutcome.NeedsDocuments : KurOutcome.Eligible;
    }

    private static KurDecision NotLoaded(KurApplication application, DateOnly date) => new()
    {
        Outcome = KurOutcome.RegimeNotLoaded,
        Date = date,
        Kind = application.Kind,
        Amount = application.Amount,
        Rules = [],
    };
}
