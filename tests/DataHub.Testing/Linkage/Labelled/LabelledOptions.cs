namespace DataHub.Testing.Linkage.Labelled;

/// <summary>What a labelled set holds. The same options give the same files on every machine.</summary>
/// <param name="Businesses">How many businesses there are; about 2.3 records tell of each.</param>
/// <param name="Noise">Scales how often names, trade names, telephones and identifiers are written wrongly or differently; 0 to 2.</param>
/// <param name="Missing">Scales how often a field is left empty; 0 to 2.</param>
/// <param name="VillagesFile">Codes and names of Lampung's areas (two columns, no header); null invents villages.</param>
public sealed record LabelledOptions(int Businesses, ulong Seed = 1, double Noise = 1, double Missing = 1, string? VillagesFile = null);
