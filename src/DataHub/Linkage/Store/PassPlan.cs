using DataHub.Linkage.Model;

namespace DataHub.Linkage.Store;

/// <summary>A link that says something else than the record's open one.</summary>
/// <param name="Place">Place of the record.</param>
/// <param name="Now">Where it stands now.</param>
/// <param name="Edge">What holds it there, where only the model says so.</param>
internal sealed record MovedLink(int Place, Membership Now, LinkEdge? Edge);

/// <summary>Everything that a pass writes.</summary>
internal sealed record PassPlan
{
    public required IReadOnlyList<PassRecord> Records { get; init; }

    public required IReadOnlyList<MovedLink> Moved { get; init; }

    public required IReadOnlyList<PersonShape> Persons { get; init; }

    public required IReadOnlyList<Retirement> RetiredPersons { get; init; }

    public required IReadOnlyList<long> RestoredPersons { get; init; }

    public required IReadOnlyList<BusinessOutline> Businesses { get; init; }

    public required IReadOnlyList<Retirement> RetiredBusinesses { get; init; }

    public required IReadOnlyList<long> RestoredBusinesses { get; init; }

    public required IReadOnlyList<BusinessEvent> Events { get; init; }

    public required IReadOnlyList<ReviewCandidate> Review { get; init; }

    /// <summary>Whether the registry's persons are others after it.</summary>
    public bool ChangesPersons => Persons.Count + RetiredPersons.Count + RestoredPersons.Count > 0;

    /// <summary>Whether something is said of businesses, or of their owners.</summary>
    public bool ChangesBusinesses => ChangesPersons || Businesses.Count + RetiredBusinesses.Count + RestoredBusinesses.Count > 0;

    /// <summary>Whether numbers go, or come back.</summary>
    public bool EndsNumbers => RetiredPersons.Count + RetiredBusinesses.Count + RestoredBusinesses.Count > 0;

    /// <summary>Persons and businesses among the clusters.</summary>
    public required (int Persons, int Businesses) Counts { get; init; }
}
