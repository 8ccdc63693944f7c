namespace DataHub.Linkage.Model;

/// <summary>At what level one comparison of two records came out.</summary>
/// <param name="Comparison">Name of the comparison: NIK, NIB, PERSON_NAME, PHONE, EMAIL, AREA, ADDRESS, BRAND, SECTOR, LEGAL_FORM, OWNER
/// (of the second stage).</param>
/// <param name="Level">Name of the level, EQUAL, ONE_EDIT, …</param>
/// <param name="Bits">What it weighs: log2 of how many times likelier it is when the two are the same. Negative speaks against.</param>
public readonly record struct ComparedLevel(string Comparison, string Level, double Bits);
