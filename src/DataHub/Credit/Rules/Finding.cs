namespace DataHub.Credit.Rules;

/// <summary>What one rule has to say about one application.</summary>
internal sealed record Finding(KurRuleResult Result, string Found, string? WouldChange = null, bool Declared = false)
{
    public static Finding Pass(string found, bool declared = false) => new(KurRuleResult.Pass, found, null, declared);

    public static Finding NotApplicable(string found) => new(KurRuleResult.NotApplicable, found);
}
