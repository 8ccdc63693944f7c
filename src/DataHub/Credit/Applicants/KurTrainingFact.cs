namespace DataHub.Credit.Applicants;

/// <summary>A training that the person of the applicant attended.</summary>
/// <param name="StartedOn">First day; null when the source tells none.</param>
/// <param name="Passed">Null when the source does not say.</param>
/// <param name="Certain">False when likeness only joined it to the person: then it can ask for proof, not excuse.</param>
public sealed record KurTrainingFact(DateOnly? StartedOn, bool? Passed, bool Certain = true);
