namespace DataHub.Credit;

/// <summary>A reading of the rules where their text is silent: data that an operator can change.</summary>
/// <param name="Name">Name, <c>turnover.missing</c>.</param>
/// <param name="Value">Value in force.</param>
/// <param name="Reason">Why it is read so.</param>
/// <param name="SetBy">Who set it.</param>
/// <param name="Since">Since when, UTC.</param>
public sealed record KurSetting(string Name, string Value, string Reason, string SetBy, DateTime Since);
