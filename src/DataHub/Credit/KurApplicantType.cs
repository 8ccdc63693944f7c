namespace DataHub.Credit;

/// <summary>What an applicant is (Permenko 1/2026 Article 3(1)).</summary>
public enum KurApplicantType
{
    MicroSmallBusiness,
    ProspectiveMigrantWorker,
    BusinessGroup,
    Other,
}
