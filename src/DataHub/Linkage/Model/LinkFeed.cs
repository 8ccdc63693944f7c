namespace DataHub.Linkage.Model;

/// <summary>A feed whose records are linked. Declared in the order of trust for names: the earlier, the more.</summary>
public enum LinkFeed : byte
{
    /// <summary>A NIB: proves the owner, not the undertaking.</summary>
    Oss,

    /// <summary>A credit contract: the debtor may be the owner's spouse.</summary>
    Sikp,

    /// <summary>A participation in training: the participant may be the owner's spouse or employee, or have no business yet.</summary>
    Pelatihan,

    /// <summary>A shop.</summary>
    Marketplace,

    /// <summary>A certificate: carries no identifier of a person.</summary>
    Sertifikat,
}
