namespace DataHub.Credit;

/// <summary>When and for whom a decision is made.</summary>
/// <param name="Today">The day decided for when the application names none: today in Western Indonesia Time.</param>
/// <param name="Lender">Code of the lender that asks; null when the caller is none.</param>
public sealed record KurAsking(DateOnly Today, string? Lender = null);
