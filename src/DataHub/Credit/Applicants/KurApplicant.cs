namespace DataHub.Credit.Applicants;

/// <summary>What the hub knows of an applicant.</summary>
public sealed record KurApplicant
{
    /// <summary>An applicant the hub knows nothing of.</summary>
    public static KurApplicant Unknown { get; } = new();

    /// <summary>The person, by the hub's number; null when the hub does not know them.</summary>
    public long? PersonId { get; init; }

    /// <summary>The business that the application names by its NIB; null when it names none or the hub does not know it.</summary>
    public KurBusiness? Named { get; init; }

    /// <summary>The businesses of the person, for an application by NIK alone.</summary>
    public IReadOnlyList<KurBusiness> Owned { get; init; } = [];

    /// <summary>The hub knows the person and a valid NIK of theirs.</summary>
    public bool NikKnown { get; init; }

    /// <summary>
    /// False when NIB and NIK are given and the register names another owner with a NIK of their own; null when there is nothing to
    /// compare.
    /// </summary>
    public bool? OwnsNamed { get; init; }

    /// <summary>Loans of the person over all lenders, and those joined only to a business above.</summary>
    public IReadOnlyList<KurLoanFact> Loans { get; init; } = [];

    public IReadOnlyList<KurTrainingFact> Trainings { get; init; } = [];
}
