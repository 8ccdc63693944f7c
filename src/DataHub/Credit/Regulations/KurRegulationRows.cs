namespace DataHub.Credit.Regulations;

/// <summary>A rule's heading: <c>credit.kur_rule</c>.</summary>
public sealed record KurRuleText(string Regime, string Id, string Title, string Article, string Confidence);

/// <summary>A number of a regulation: <c>credit.kur_parameter</c>.</summary>
public sealed record KurParameter(string Regime, string Name, decimal Value, string Article);

/// <summary>A rate in percent a year: <c>credit.kur_rate</c>. Class null: whichever; akad number 0: whichever.</summary>
public sealed record KurRate(string Regime, KurKind Kind, KurSectorClass? Class, int AkadNumber, decimal Rate, string Article);

/// <summary>A rate set for a region and a time: <c>credit.kur_rate_override</c>.</summary>
public sealed record KurRateOverride(
    string Regime, string RegionCode, DateOnly AkadFrom, DateOnly AkadTo, int Year, decimal Rate, string Article);

/// <summary>What the activities below a KBLI prefix are: <c>credit.kur_activity</c>.</summary>
public sealed record KurActivity(string KbliVersion, string Prefix, bool IsTrade, string Reason);
