namespace DataHub.Feeds.Sources;

/// <summary>What a source speaks.</summary>
public enum SourceKind
{
    /// <summary>Licences of OSS-RBA, asked NIB by NIB (inqueryNIB).</summary>
    Oss,
    /// <summary>Contracts of SIKP, asked from the last one known on (auth, akad, calon).</summary>
    Sikp,
    /// <summary>Shops of a marketplace, a listing of pages.</summary>
    Marketplace,
}
