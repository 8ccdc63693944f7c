using DataHub.Linkage.Model.Normalising;

namespace DataHub.Linkage.Model.Comparing;

/// <summary>
/// A record ready to be compared: words as numbers of a <see cref="Vocabulary"/>, what is generic taken away, rarities at hand.
/// </summary>
internal sealed class Prepared
{
    public required LinkFeed Feed { get; init; }
    public required Identifier Nik { get; init; }
    public required Identifier Nib { get; init; }

    /// <summary>Numbers of a person or household; a field officer's are away.</summary>
    public required Phone[] Phones { get; init; }

    /// <summary>Hash of the e-mail address; 0 when none, or when it is a field officer's.</summary>
    public required ulong Email { get; init; }
    public required NameWords Name { get; init; }
    public required BrandWords Brand { get; init; }

    /// <summary>KBLI, given or inferred from product words; 0 when unknown.</summary>
    public required int Sector { get; init; }

    /// <summary>True when the KBLI is the licence's own.</summary>
    public required bool SectorIsGiven { get; init; }
    public required string? LegalForm { get; init; }
    public required Address Address { get; init; }

    /// <summary>Where the record's code says it is, and where its address does; equal when one is missing.</summary>
    public required RegionPair Coded { get; init; }
    public required RegionPair Written { get; init; }
}

/// <summary>A person's name, ready to be compared. Empty when there is none.</summary>
/// <param name="Words">Sounds of its words of two letters or more.</param>
/// <param name="Initials">First letters that stand for a word.</param>
/// <param name="Exact">The words as spelt, joined.</param>
/// <param name="Key">The words by sound, sorted and joined.</param>
/// <param name="Joined">The words by sound as they stand, joined.</param>
/// <param name="Rarity">−log2 of the chance that a record of somebody else has the whole name.</param>
internal sealed record NameWords(int[] Words, string Initials, int Exact, int Key, string Joined, float Rarity)
{
    public static readonly NameWords None = new([], "", 0, 0, "", 0);
}

/// <summary>A brand, ready to be compared. Empty when the trade name has none.</summary>
/// <param name="Words">Sounds of its words.</param>
/// <param name="OfOwner">By word: it is one of the owner's own names, which the name has already told.</param>
/// <param name="Key">The whole by sound, joined.</param>
/// <param name="Joined">Likewise, as text.</param>
/// <param name="Rarity">−log2 of the chance that a record of somebody else has the whole brand.</param>
internal sealed record BrandWords(int[] Words, bool[] OfOwner, int Key, string Joined, float Rarity)
{
    public static readonly BrandWords None = new([], [], 0, "", 0);

    /// <summary>True when it has words.</summary>
    public bool Exists => Words.Length > 0;
}
