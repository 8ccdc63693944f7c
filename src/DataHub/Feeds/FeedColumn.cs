namespace DataHub.Feeds;

/// <summary>How a column's text is read.</summary>
public enum ColumnKind
{
    /// <summary>Free text; runs of white space count as one space.</summary>
    Text,
    /// <summary>NIB, 13 digits; a damaged one stays as received and is marked.</summary>
    Nib,
    /// <summary>NIK, 16 digits; never leaves the reader in clear but inside the encrypted row.</summary>
    Nik,
    /// <summary>Day on which something happened: 1900 to the end of next year.</summary>
    Date,
    /// <summary>Day on which something ends: 1900 to fifty years from now.</summary>
    EndDate,
    /// <summary>Rupiah, not negative.</summary>
    Amount,
    /// <summary>Whole number, not negative.</summary>
    Count,
    /// <summary>Calendar year.</summary>
    Year,
    /// <summary>Shop rating, 0 to 5.</summary>
    Rating,
    /// <summary>Ya or Tidak.</summary>
    YesNo,
    /// <summary>Mikro, Kecil, Menengah, Besar.</summary>
    Scale,
    /// <summary>AKTIF, TIDAK AKTIF, DICABUT.</summary>
    Status,
    /// <summary>Kind of KUR.</summary>
    KurKind,
    /// <summary>Kind of certificate.</summary>
    CertificateKind,
    /// <summary>Collectability, 1 to 5.</summary>
    Collectability,
    /// <summary>Five digits; another form is marked and not used.</summary>
    Kbli,
    /// <summary>Code of the home ministry, dotted or not; an unknown one is marked and not used.</summary>
    Region,
}

/// <summary>What a column tells about whose record it is, besides its value.</summary>
public enum ColumnRole
{
    /// <summary>Nothing.</summary>
    None,
    /// <summary>NIK of the person.</summary>
    Nik,
    /// <summary>NIB of the business's owner.</summary>
    Nib,
    /// <summary>Trade name.</summary>
    BusinessName,
    /// <summary>Name of the person.</summary>
    PersonName,
    /// <summary>Telephone of the person or business.</summary>
    Phone,
    /// <summary>Place: a code, a regency's name or an address.</summary>
    Place,
}

/// <summary>A column of a feed.</summary>
/// <param name="Name">The source's name for it.</param>
/// <param name="Kind">How it is read.</param>
/// <param name="Role">What it tells about whose record it is.</param>
/// <param name="Required">A row without it cannot be used.</param>
public sealed record FeedColumn(
    string Name, ColumnKind Kind = ColumnKind.Text, ColumnRole Role = ColumnRole.None, bool Required = false);
