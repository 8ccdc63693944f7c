namespace DataHub.Credit.Regulations;

/// <summary>A regulation with the days on which its rules apply to an akad signed then.</summary>
/// <param name="ValidTo">Last day; null: still in force.</param>
/// <param name="Decides">False: held only to replay the rates of earlier akad.</param>
public sealed record KurRegime(string Code, string Regulation, DateOnly ValidFrom, DateOnly? ValidTo, bool Decides)
{
    public bool Covers(DateOnly day) => day >= ValidFrom && (ValidTo is null || day <= ValidTo);
}
