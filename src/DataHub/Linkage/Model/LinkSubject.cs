namespace DataHub.Linkage.Model;

/// <summary>What two records may have in common.</summary>
public enum LinkSubject : byte
{
    /// <summary>The person.</summary>
    Person,

    /// <summary>The undertaking.</summary>
    Business,
}
