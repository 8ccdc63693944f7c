using DataHub.Linkage.Model;

namespace DataHub.Linkage.Store;

/// <summary>Records of one person, and what the registry says of them (LINKAGE 3.11: of the most trusted feed, the newest).</summary>
internal sealed class PersonCluster
{
    /// <summary>Places of the records, in the order of (feed, key).</summary>
    public List<int> Records { get; } = [];

    /// <summary>A NIK is of one person: of the cluster in which most records carry it. Null: no valid one.</summary>
    public string? Nik { get; set; }

    /// <summary>Name as received.</summary>
    public string? Name { get; set; }

    /// <summary>The record that tells the name, else the first.</summary>
    public int Own { get; set; }

    /// <summary>Businesses of theirs, as clusters.</summary>
    public List<int> Businesses { get; } = [];

    /// <summary>
    /// True when an equal NIK proves a credit contract to be of the owner as OSS knows them: OSS knows them by that NIK, or not at all.
    /// </summary>
    public bool IsNikOfOwner { get; set; }

    /// <summary>Whether the registry has a person for it.</summary>
    public bool IsPerson { get; set; }
}

/// <summary>Records of one undertaking, and what follows from which of them stands for it.</summary>
internal sealed class BusinessCluster
{
    /// <summary>Places of the records, in the order of (feed, key).</summary>
    public List<int> Records { get; } = [];

    /// <summary>Place of the OSS record that stands for the business; -1: OSS does not know it.</summary>
    public int Standing { get; set; } = -1;

    /// <summary>Cluster of the owner; -1: nobody is named.</summary>
    public int Owner { get; set; } = -1;

    /// <summary>Whether the registry has a business for it: OSS knows it, or some feed tells a trade name.</summary>
    public bool IsBusiness { get; set; }

    /// <summary>Trade name for comparing, of the record that stands for it.</summary>
    public string NameKey { get; set; } = "";

    /// <summary>Valid NIBs of its OSS records.</summary>
    public HashSet<string> Nibs { get; } = new(StringComparer.Ordinal);

    /// <summary>The record that needs no other to stand here.</summary>
    public int Own => Standing >= 0 ? Standing : Records[0];
}
