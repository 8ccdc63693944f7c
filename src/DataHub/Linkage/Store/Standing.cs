namespace DataHub.Linkage.Store;

/// <summary>Why a record stands where it stands, and how sure that is.</summary>
/// <param name="Rule">A rule of identifiers (<c>linkage.rule_evidence</c>), OWN_RECORD, STEWARD, or MODEL.</param>
/// <param name="IsCertain">Of the business; of the person where there is no business.</param>
/// <param name="IsPersonCertain">Of the person.</param>
internal readonly record struct Standing(string Rule, bool IsCertain, bool IsPersonCertain);
