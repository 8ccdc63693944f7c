namespace DataHub.Credit;

/// <summary>Kinds of KUR (Kredit Usaha Rakyat).</summary>
public enum KurKind
{
    SuperMikro,
    Mikro,
    Kecil,
    Khusus,
    Pmi,
}
