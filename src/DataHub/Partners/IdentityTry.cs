namespace DataHub.Partners;

/// <summary>A NIK that was given with a NIB. Holds no NIK, but a mark that is good in this process only.</summary>
public sealed class IdentityTry
{
    internal IdentityTry(string nib, ulong nik, bool isNew) => (Nib, Nik, IsNew) = (nib, nik, isNew);

    internal string Nib { get; }

    internal ulong Nik { get; }

    internal bool IsNew { get; }

    /// <summary>Set when the register has another NIK for the NIB's owner.</summary>
    public bool IsMismatch { get; set; }
}
