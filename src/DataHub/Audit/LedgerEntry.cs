using DataHub.Access;

namespace DataHub.Audit;

/// <summary>
/// One look, refusal or change, as it is entered: who, for what, which fields, about whom. It holds no value of a variable, no token, no NIK, NIB
/// or name.
/// </summary>
public sealed record LedgerEntry
{
    /// <summary>One of <see cref="LedgerKind"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>Of the client; null when its token names none.</summary>
    public string? Organisation { get; init; }

    public required string Client { get; init; }

    /// <summary>The token's subject: who uses the client, or the client itself.</summary>
    public required string Actor { get; init; }

    /// <summary>The person an owner's token stands for; null for others.</summary>
    public long? ActorPerson { get; init; }

    /// <summary>Null when the request was refused before it had one.</summary>
    public string? Purpose { get; init; }

    /// <summary>Number of the caller's own file; null when it gave none.</summary>
    public string? CaseNumber { get; init; }

    /// <summary>Name of the operation; null when it has none.</summary>
    public string? Operation { get; init; }

    /// <summary>SHA-256 of the document's text; null when there is none.</summary>
    public byte[]? Document { get; init; }

    /// <summary>Coordinates of the personal fields asked for, each once, in order; of a change what was changed.</summary>
    public IReadOnlyList<string> Fields { get; init; } = [];

    /// <summary>Persons it is about, each once, rising.</summary>
    public long[] Persons { get; init; } = [];

    /// <summary>Businesses it is about, each once, rising.</summary>
    public long[] Businesses { get; init; } = [];

    /// <summary>Rows with personal data that were read.</summary>
    public int Rows { get; init; }

    /// <summary>One of <see cref="LedgerOutcome"/>.</summary>
    public required string Outcome { get; init; }

    /// <summary>Code of the first error; null when there is none.</summary>
    public string? Code { get; init; }

    /// <summary>The first part of the answer that this one continues; null for a first part.</summary>
    public long? Continues { get; init; }

    /// <summary>An entry that says who the caller is, and nothing else yet.</summary>
    internal static LedgerEntry Of(Caller caller, string kind, string outcome) => new()
    {
        Kind = kind,
        Outcome = outcome,
        Organisation = LedgerText.Clean(caller.Organisation),
        Client = LedgerText.Clean(caller.Client)!,
        Actor = LedgerText.Clean(caller.Subject)!,
        ActorPerson = caller.PersonId,
        Purpose = caller.Purpose.Length == 0 ? null : caller.Purpose,
        CaseNumber = LedgerText.Clean(caller.CaseNumber),
    };
}
