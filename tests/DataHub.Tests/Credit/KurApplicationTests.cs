using DataHub.Credit;

namespace DataHub.Tests.Credit;

/// <summary>The coerced input of the contract as an application.</summary>
public sealed class KurApplicationTests
{
    [Fact]
    public void Every_field_of_the_contract_is_read()
    {
        var application = KurApplication.From(new Dictionary<string, object?>
        {
            ["nib"] = "0220001234567",
            ["nik"] = "1801212402810001",
            ["kind"] = "SUPER_MIKRO",
            ["amount"] = 5_000_000m,
            ["date"] = new DateOnly(2026, 6, 15),
            ["declared"] = new Dictionary<string, object?>
            {
                ["applicantType"] = "PROSPECTIVE_MIGRANT_WORKER",
                ["annualTurnover"] = 1_000_000m,
                ["turnoverEvidence"] = "LENDER_ASSESSMENT",
                ["turnoverYear"] = 2025,
                ["exportDocuments"] = true,
                ["statementLetter"] = false,
                ["businessStartedOn"] = new DateOnly(2026, 1, 1),
                ["mentoring"] = true,
                ["training"] = true,
                ["groupMember"] = true,
                ["familyBusiness"] = true,
                ["migrantWorker"] = true,
                ["identityProven"] = true,
                ["npwp"] = "1801212402810001",
                ["bpjsKetenagakerjaan"] = "123",
                ["kbli"] = "47111",
            },
        });
        var expected = new KurApplication
        {
            Nib = "0220001234567",
            Nik = "1801212402810001",
            Kind = KurKind.SuperMikro,
            Amount = 5_000_000,
            Date = new DateOnly(2026, 6, 15),
            Declared = new KurDeclaration
            {
                ApplicantType = KurApplicantType.ProspectiveMigrantWorker,
                AnnualTurnover = 1_000_000,
                TurnoverEvidence = TurnoverEvidence.LenderAssessment,
                TurnoverYear = 2025,
                ExportDocuments = true,
                StatementLetter = false,
                BusinessStartedOn = new DateOnly(2026, 1, 1),
                Mentoring = true,
                Training = true,
                GroupMember = true,
                FamilyBusiness = true,
                MigrantWorker = true,
                IdentityProven = true,
                Npwp = "1801212402810001",
                BpjsKetenagakerjaan = "123",
                Kbli = "47111",
            },
        };
        Assert.Equal(expected, application);
    }

    [Fact]
    public void Absent_and_null_fields_declare_nothing_and_blank_text_is_none()
    {
        var application = KurApplication.From(new Dictionary<string, object?>
        {
            ["nik"] = null,
            ["kind"] = "PMI",
            ["amount"] = 1m,
            ["declared"] = new Dictionary<string, object?> { ["bpjsKetenagakerjaan"] = " ", ["training"] = null },
        });
        Assert.Equal(new KurApplication { Kind = KurKind.Pmi, Amount = 1 }, application);
    }

    [Fact]
    public void A_value_of_another_type_is_a_fault_of_the_caller()
    {
        var fault = Assert.Throws<ArgumentException>(
            () => KurApplication.From(new Dictionary<string, object?> { ["kind"] = "MIKRO", ["amount"] = "1" }));
        Assert.Contains("amount", fault.Message, StringComparison.Ordinal);
    }
}
