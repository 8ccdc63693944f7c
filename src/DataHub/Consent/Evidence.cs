using DataHub.Access;
using DataHub.Shared;

namespace DataHub.Consent;

/// <summary>What proves a consent or its withdrawal.</summary>
/// <param name="Kind">What it is; null: nothing was said.</param>
/// <param name="Reference">Where it is kept.</param>
public sealed record Evidence(ConsentEvidence? Kind, string? Reference)
{
    /// <summary>The evidence does not go with who enters it, or is not to be found.</summary>
    public const string Invalid = "EVIDENCE_INVALID";

    private const int Longest = 200;

    /// <summary>As PostgreSQL has it.</summary>
    public string Word => (Kind ?? ConsentEvidence.Online).ToString().ToUpperInvariant();

    /// <summary>What is wrong with it, if anything is.</summary>
    public MutationError? Problem(Caller caller) => (caller.Kind.Kind, Kind ?? ConsentEvidence.Online) switch
    {
        (ConsumerKind.Owner, ConsentEvidence.Online) => Reference is null ? null : Wrong("What is done online has no reference.", "evidenceReference"),
        (ConsumerKind.Owner, _) => Wrong("Owners consent online; paper and recordings are entered by stewards.", "evidence"),
        (_, ConsentEvidence.Online) => Wrong("A steward enters what is proved by a paper or a recording.", "evidence"),
        _ when string.IsNullOrWhiteSpace(Reference) => Wrong("It must be said where the evidence is kept.", "evidenceReference"),
        _ when Reference.Length > Longest => Wrong($"At most {Longest} characters.", "evidenceReference"),
        _ => null,
    };

    private static MutationError Wrong(string message, string field) => new(Invalid, message, field);
}
