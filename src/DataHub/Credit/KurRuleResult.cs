namespace DataHub.Credit;

/// <summary>Result of one rule.</summary>
public enum KurRuleResult
{
    Pass,
    Fail,
    Need,
    Info,
    Warn,
    NotApplicable,
}
