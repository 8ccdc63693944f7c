using DataHub.Credit.Applicants;
using DataHub.Credit.Regulations;

namespace DataHub.Credit.Rules;

/// <summary>One application before one rule. Remembers which settings the rule read, for its entry in the decision.</summary>
internal sealed class KurCase(KurQuestion question, string ruleId)
{
    private readonly Dictionary<string, KurSetting> read = new(StringComparer.Ordinal);

    public KurApplication Application => question.Application;

    public KurDeclaration Declared => question.Application.Declared;

    public KurApplicant Applicant => question.Applicant;

    public KurRegulations Regulations => question.Regulations;

    public KurRegime Regime => question.Regime;

    public KurKind Kind => question.Application.Kind;

    public decimal Amount => question.Application.Amount;

    public DateOnly Date => question.Date;

    public string? Lender => question.Asking.Lender;

    /// <summary>Settings read so far, in the order of reading.</summary>
    public IReadOnlyList<KurSetting> Read => [.. read.Values];

    /// <summary>The business decided on; null when the hub knows none.</summary>
    public KurBusiness? Business =>
        Application.Nib is not null ? Applicant.Named : BusinessChoice.Among(Applicant.Owned, this);

    /// <summary>The value of a setting in force.</summary>
    public string Setting(string name)
    {
        var setting = Regulations.Setting(name);
        read[name] = setting;
        return setting.Value;
    }

    /// <summary>True when a setting of several answers, by comma, holds this one.</summary>
    public bool SettingHolds(string name, string answer) => Setting(name).Split(',').Contains(answer, StringComparer.Ordinal);

    /// <summary>True when the code lies below one of the KBLI prefixes of a setting.</summary>
    public bool SettingCovers(string name, string? kbli) =>
        kbli is not null && Setting(name).Split(',').Any(prefix => kbli.StartsWith(prefix, StringComparison.Ordinal));

    /// <summary>A result that a setting names.</summary>
    public KurRuleResult ResultOf(string setting) => EnumWords.Parse<KurRuleResult>(Setting(setting));

    /// <summary>What breaking the rule means.</summary>
    public KurRuleResult Level => ResultOf(SettingNames.Level(ruleId));

    public decimal Parameter(string name) => Regulations.Parameter(Regime, name);

    public decimal? ParameterOrNull(string name) => Regulations.ParameterOrNull(Regime, name);

    /// <summary>True when the rule does not apply to KUR PMI and the application is for it.</summary>
    public bool IsPmiWithout(string rule) => Kind == KurKind.Pmi && SettingHolds(SettingNames.PmiNotApplied, rule);

    /// <summary>The rule is broken: how bad that is says its level.</summary>
    public Finding AtLevel(string found, string? wouldChange = null, bool declared = false) => new(Level, found, wouldChange, declared);

    /// <summary>The rule would be broken if doubtful facts held: never FAIL, papers are asked for instead.</summary>
    public Finding AtDoubtfulLevel(string found, string wouldChange, bool declared = false)
    {
        var level = Level;
        return new(level == KurRuleResult.Fail ? KurRuleResult.Need : level, found, wouldChange, declared);
    }

    /// <summary>A carried rule of which the hub knows no fact: shown to the lender, decides nothing, or left out.</summary>
    public Finding? WithoutFact(string found)
    {
        if (Setting(SettingNames.CarriedWithoutFact) == "HIDE") return null;
        var level = Level;
        return new(level == KurRuleResult.Fail ? KurRuleResult.Warn : level, found);
    }
}
