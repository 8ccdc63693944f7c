namespace DataHub.Linkage.Model.Comparing;

/// <summary>What of two records is compared. In the order in which an official reads the reasons.</summary>
internal enum Comparison : byte
{
    Nik,
    Nib,
    PersonName,
    Phone,
    Email,
    Brand,
    Sector,
    LegalForm,
    Area,
    Address,
}

/// <summary>How a comparison came out. Missing: one side has nothing to compare, which weighs nothing.</summary>
internal enum Level : byte
{
    Missing,
    Equal,

    /// <summary>
    /// Equal but for what a spreadsheet or a form does to it: the sixteenth digit, a woman's 40, day and month, a leading zero.
    /// </summary>
    Damaged,
    OneEdit,
    Different,

    /// <summary>The same by sound, or with the words in another order.</summary>
    SameSound,

    /// <summary>All words of one are among the other's; an initial counts as its word.</summary>
    Contained,
    Similar,
    OneWord,
    None,

    /// <summary>A masked number whose visible digits agree.</summary>
    Masked,
    Overlap,
    Little,
    Village,
    District,
    Regency,
    OtherDistrict,
    OtherRegency,
    House,
    Street,
    Neighbourhood,
}

/// <summary>All comparisons of two records.</summary>
internal struct Compared
{
    private Levels _levels;

    /// <summary>How rare the shared words of the person's name are: −log2 of the chance that another record shares them.</summary>
    public float NameRarity;

    /// <summary>Likewise of the brand.</summary>
    public float BrandRarity;

    public Level this[Comparison comparison]
    {
        readonly get => _levels[(int)comparison];
        set => _levels[(int)comparison] = value;
    }

    /// <summary>Number of comparisons.</summary>
    public const int Count = 10;

    [System.Runtime.CompilerServices.InlineArray(Count)]
    private struct Levels
    {
        private Level _first;
    }
}
